package org.hillock.loihi.wiring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.network.DelayBounds;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;

/**
 * Which neurons have synapses of longer delay than the chip's, and how many relays each of them
 * needs: a chain of neurons that repeat its spikes, each as late as a synapse can be.
 *
 * <p>With delays of up to D on top of the one step that every spike takes, the k-th relay fires k
 * (D + 1) steps after the neuron, and so a synapse of delay d hangs on relay d div (D + 1) with a
 * delay of d mod (D + 1).
 */
public final class Relays {

  /**
   * The relays of one population at one distance.
   *
   * @param population place of the neurons that are repeated in the network
   * @param number 1 for the first relays of the chains
   * @param neurons which of the population, ascending
   */
  public record Stage(int population, int number, int[] neurons) {}

  /** No relays. */
  static final Relays NONE = new Relays(List.of(), Integer.MAX_VALUE);

  private final List<Stage> stages;
  private final int period;

  private Relays(List<Stage> stages, int period) {
    this.stages = List.copyOf(stages);
    this.period = period;
  }

  /**
   * The relays that a network needs.
   *
   * @param delayMax longest delay of a synapse, on top of the one step that every spike takes
   * @param lags whether spikes act on a population one step after they arrive
   */
  public static Relays of(
      Network network, ChipTime time, int delayMax, Predicate<Population> lags, long seed) {
    int[][] longest = new int[network.populations().size()][];
    for (int i = 0; i < network.projections().size(); i++) {
      Projection projection = network.projections().get(i);
      double most = DelayBounds.of(network, projection).max();
      boolean mayBeLong = most == Double.POSITIVE_INFINITY || time.steps(most) > delayMax;
      Population target = network.population(projection.target().population());
      if (mayBeLong && !Outside.holds(target)) {
        int source = network.populationIndex(projection.source().population());
        if (longest[source] == null) {
          longest[source] = new int[network.populations().get(source).size()];
        }
        int sooner = lags.test(target) ? 0 : 1;
        survey(new Wiring(network, i, seed), new RandomStream(seed), time, sooner, longest[source]);
      }
    }
    int period = delayMax + 1;
    List<Stage> stages = new ArrayList<>();
    for (int p = 0; p < longest.length; p++) {
      if (longest[p] != null) {
        int[] delays = longest[p];
        int chain = Arrays.stream(delays).max().orElse(0) / period;
        for (int number = 1; number <= chain; number++) {
          int least = number * period;
          int[] neurons =
              IntStream.range(0, delays.length).filter(neuron -> delays[neuron] >= least).toArray();
          stages.add(new Stage(p, number, neurons));
        }
      }
    }
    return new Relays(stages, period);
  }

  /** Raises the longest delay of each source, on top of the one step that every spike takes. */
  private static void survey(
      Wiring wiring, RandomStream stream, ChipTime time, int sooner, int[] longest) {
    IntList sources = new IntList();
    double[] delays = new double[0];
    double[] weights = new double[0];
    for (int target = 0; target < wiring.target().size(); target++) {
      wiring.sources(target, stream, sources);
      if (delays.length < sources.size()) {
        delays = new double[2 * sources.size()];
        weights = new double[delays.length];
      }
      wiring.weights(target, sources, stream, weights);
      wiring.delays(target, sources, stream, delays);
      for (int i = 0; i < sources.size(); i++) {
        int neuron = wiring.source().from() + sources.get(i);
        int delay = (int) Math.max(1, time.steps(delays[i])) - sooner;
        // A synapse of weight 0 has no place on the chip.
        longest[neuron] = weights[i] == 0 ? longest[neuron] : Math.max(longest[neuron], delay);
      }
    }
  }

  /** All stages; those of a population follow each other. */
  public List<Stage> stages() {
    return stages;
  }

  /** Steps by which each relay is later than the one before. */
  public int period() {
    return period;
  }
}
