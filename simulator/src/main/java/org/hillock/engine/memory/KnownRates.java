package org.hillock.engine.memory;

import java.util.OptionalDouble;
import org.hillock.model.Models;
import org.hillock.model.Unit;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;

/** At what rates neurons fire by their description alone: senders, and what repeats them. */
final class KnownRates {

  /** Parrots behind parrots are followed so far. */
  private static final int DEPTH = 4;

  private KnownRates() {}

  /**
   * The mean rate of the neurons of a population [Hz], where it is known.
   *
   * @param network the network
   * @param name of the population
   */
  static OptionalDouble of(Network network, String name) {
    return of(network, network.population(name), DEPTH);
  }

  private static OptionalDouble of(Network network, Population population, int depth) {
    SpikeTrains trains = population.spikeTrains();
    if (trains != null) {
      return OptionalDouble.of(trains.meanRate());
    }
    var model = Models.neuron(population.model()).orElse(null);
    if (model == null) {
      return OptionalDouble.empty();
    }
    if (model.description().countsSpikes()) {
      return depth == 0 ? OptionalDouble.empty() : received(network, population, depth);
    }
    // What takes no input and has a rate fires at that rate.
    return model.description().receptors().size() > 0
        ? OptionalDouble.empty()
        : model.parameters().stream()
            .filter(parameter -> parameter.unit() == Unit.HERTZ)
            .mapToDouble(
                parameter -> {
                  Distribution given = population.parameters().get(parameter.name());
                  return given == null ? parameter.defaultValue() : given.mean();
                })
            .findFirst();
  }

  /** What reaches a neuron that repeats it. */
  private static OptionalDouble received(Network network, Population population, int depth) {
    double sum = 0;
    for (Input input : network.inputs()) {
      for (NeuronRange range : input.targets()) {
        sum += range.population().equals(population.name()) ? input.meanRate() * range.size() : 0;
      }
    }
    for (Projection projection : network.projections()) {
      if (projection.target().population().equals(population.name())) {
        Population source = network.population(projection.source().population());
        OptionalDouble rate = of(network, source, depth - 1);
        if (rate.isEmpty()) {
          return OptionalDouble.empty();
        }
        sum += rate.getAsDouble() * projection.expectedSynapses();
      }
    }
    return OptionalDouble.of(sum / population.size());
  }
}
