package org.hillock.cause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Network;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.hillock.record.WeightTable;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;

/**
 * Finds out with what weights spikes arrived at synapses that learn: runs once more, and reads the
 * weights at the times at which those spikes reached their synapses of which anything is left. A
 * synapse changes when a spike reaches it, and then passes on its weight.
 */
final class LearntWeights {

  /** What a spike of weight 1 makes less than this part of the most is not asked for. */
  private static final double LITTLE = 1e-12;

  /** Weights that are read take no more than this [bytes]. */
  private static final double MOST_BYTES = 1e9;

  private final Network network;
  private final RunSettings settings;
  private final int neuron;
  private final String population;

  LearntWeights(Network network, RunSettings settings, int population, int neuron) {
    this.network = network;
    this.settings = settings;
    this.neuron = neuron;
    this.population = network.populations().get(population).name();
  }

  /**
   * Puts the weights into the spikes.
   *
   * @param arrived the spikes
   * @param perWeight what each made for a weight of 1
   * @param spike until when the run is gone through [ms]
   * @return how many of them reached their synapse in one step with another: their weight is known
   *     only as it was after both
   * @throws MistakeException if there are too many to read
   */
  int into(List<Gathering.Spike> arrived, double[] perWeight, double spike, RunListener listener) {
    double most = 0;
    for (double made : perWeight) {
      most = Math.max(most, Math.abs(made));
    }
    Map<String, List<Gathering.Spike>> asked = new TreeMap<>();
    Map<String, TreeSet<Double>> times = new TreeMap<>();
    for (int i = 0; i < perWeight.length; i++) {
      Gathering.Spike each = arrived.get(i);
      boolean learns =
          each.projection() != Gathering.OUTSIDE
              && network.projections().get(each.projection()).plasticity() != null;
      if (learns && Math.abs(perWeight[i]) > LITTLE * most) {
        String name = network.projections().get(each.projection()).name();
        asked.computeIfAbsent(name, key -> new ArrayList<>()).add(each);
        times.computeIfAbsent(name, key -> new TreeSet<>()).add(each.reached());
      }
    }
    if (asked.isEmpty()) {
      return 0;
    }
    checkBytes(times);
    List<Recording.Weights> wanted =
        times.entrySet().stream()
            .map(entry -> new Recording.Weights(entry.getKey(), List.copyOf(entry.getValue())))
            .toList();
    RunSettings again = settings.between(0, spike, 0);
    Recording recording = new Recording(List.of(), List.of(), wanted, List.of());
    RunResult result = Engines.build(network, again, recording, listener).run(listener);
    if (result.partial()) {
      throw new MistakeException("the run was stopped before the spike");
    }
    for (WeightTable table : result.weights()) {
      if (table.targetPopulation().equals(population)) {
        put(table, asked.getOrDefault(table.projection(), List.of()));
      }
    }
    return asked.values().stream().mapToInt(LearntWeights::together).sum();
  }

  /** Those but for one of each that reached one synapse at one time. */
  private static int together(List<Gathering.Spike> asked) {
    Set<List<Object>> moments = new HashSet<>();
    int more = 0;
    for (Gathering.Spike each : asked) {
      List<Object> moment = List.of(each.projection(), each.sender(), each.twin(), each.reached());
      more += moments.add(moment) ? 0 : 1;
    }
    return more;
  }

  private void checkBytes(Map<String, TreeSet<Double>> times) {
    double bytes = 0;
    for (Projection projection : network.projections()) {
      TreeSet<Double> its = times.get(projection.name());
      bytes += its == null ? 0 : 8.0 * its.size() * projection.expectedSynapses();
    }
    if (bytes > MOST_BYTES) {
      throw new MistakeException(
          "the weights that are learnt would take "
              + Text.mebibytes(bytes)
              + " to be known at every spike: expected a smaller network, or a spike that fewer have"
              + " made");
    }
  }

  private void put(WeightTable table, List<Gathering.Spike> asked) {
    Map<Integer, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < table.targets().length; i++) {
      if (table.targets()[i] == neuron) {
        places.computeIfAbsent(table.sources()[i], key -> new ArrayList<>()).add(i);
      }
    }
    for (Gathering.Spike each : asked) {
      Projection projection = network.projections().get(each.projection());
      List<Integer> twins = places.getOrDefault(each.sender(), List.of());
      if (projection.source().population().equals(table.sourcePopulation())
          && each.twin() < twins.size()) {
        int time = nearest(table.times(), each.reached());
        each.weight(table.weights()[time][twins.get(each.twin())]);
      }
    }
  }

  private static int nearest(double[] times, double time) {
    int best = 0;
    for (int i = 1; i < times.length; i++) {
      best = Math.abs(times[i] - time) < Math.abs(times[best] - time) ? i : best;
    }
    return best;
  }
}
