package org.hillock.engine.plasticity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.model.PlasticRule;
import org.hillock.model.StateCarrier;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Projection;
import org.jspecify.annotations.Nullable;

/** The modulating neurons of a network, as the synapses of one partition hear of them. */
public final class Modulators {

  /** Counts the spikes of some neurons. */
  public interface Counter {
    /**
     * How many there are.
     *
     * @param population index of their population
     * @param from first neuron
     * @param to one past the last
     */
    int spikes(int population, int from, int to);
  }

  private final Network network;
  private final Map<NeuronRange, Heard> known = new LinkedHashMap<>();

  /** What is heard of some neurons of a population, which is told by its index. */
  private record Heard(int population, Modulator modulator) {}

  /**
   * @param network the network
   */
  public Modulators(Network network) {
    this.network = network;
  }

  /** The modulating neurons of a projection; null if its rule has no third factor. */
  public @Nullable Modulator of(@Nullable Plasticity plasticity) {
    NeuronRange range = plasticity == null ? null : plasticity.modulator();
    return range == null
        ? null
        : known
            .computeIfAbsent(
                range, its -> new Heard(network.populationIndex(its.population()), new Modulator()))
            .modulator();
  }

  /**
   * Takes note of the spikes of a moment.
   *
   * @param time the moment
   * @param counter counts them
   * @param delivered all deliveries up to this time have been made
   */
  public void add(double time, Counter counter, double delivered) {
    known.forEach(
        (range, heard) -> {
          int spikes = counter.spikes(heard.population(), range.from(), range.to());
          if (spikes > 0) {
            heard.modulator().add(time, spikes, delivered);
          }
        });
  }

  /** Carries what has been heard. */
  public void carry(StateCarrier carrier) {
    known.values().forEach(heard -> heard.modulator().carry(carrier));
  }

  /** Whether no synapse is modulated. */
  public boolean none() {
    return known.isEmpty();
  }

  /** The shortest time that a modulating spike takes to synapses [ms]; infinity without any. */
  public static double shortestDelay(Network network) {
    double shortest = Double.POSITIVE_INFINITY;
    for (Projection projection : network.projections()) {
      Plasticity plasticity = projection.plasticity();
      if (plasticity != null && plasticity.modulator() != null) {
        shortest = Math.min(shortest, PlasticRule.of(projection).modulatorDelay());
      }
    }
    return shortest;
  }
}
