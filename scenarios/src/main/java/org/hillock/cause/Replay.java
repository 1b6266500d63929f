package org.hillock.cause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.analysis.SpikeTrainIndex;
import org.hillock.engine.Engines;
import org.hillock.engine.event.EventSimulation;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.grid.GridOutside;
import org.hillock.engine.plasticity.TransmissionListener;
import org.hillock.engine.run.OutsideHistory;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.model.GridTime;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;

/** A run that is gone through again, with all that is to be known of one neuron. */
final class Replay {

  /** Interval of samples in continuous time [ms]. */
  private static final double SAMPLED = 0.1;

  /** More than this take more memory than such a question is worth. */
  private static final int MOST_PASSED = 10_000_000;

  private final RunResult result;
  private final OutsideHistory outside;
  private final String population;
  private final int neuron;
  private final List<Passed> passed;
  private final Map<String, SpikeTrainIndex> trains = new HashMap<>();

  /**
   * A spike that a synapse passed on that learns.
   *
   * @param projection its number
   * @param source who sent it, within its population
   * @param sent when [ms]
   * @param arrival when it arrived [ms]
   * @param weight with which
   */
  record Passed(int projection, int source, double sent, double arrival, double weight) {}

  private Replay(
      RunResult result,
      OutsideHistory outside,
      String population,
      int neuron,
      List<Passed> passed) {
    this.passed = passed;
    this.result = result;
    this.outside = outside;
    this.population = population;
    this.neuron = neuron;
    for (SpikeList list : result.spikes()) {
      trains.put(list.population(), SpikeTrainIndex.of(list));
    }
  }

  /**
   * Runs.
   *
   * @param population index of the neuron's population
   * @param incoming numbers of the projections whose senders are followed
   * @throws MistakeException if the run was stopped
   */
  static Replay of(
      Network network,
      RunSettings settings,
      int population,
      int neuron,
      List<Integer> incoming,
      RunListener listener) {
    Population own = network.populations().get(population);
    Set<String> senders = new LinkedHashSet<>(List.of(own.name()));
    incoming.forEach(each -> senders.add(network.projections().get(each).source().population()));
    NeuronRange alone = new NeuronRange(own.name(), neuron, neuron + 1);
    double interval = settings.continuous() ? SAMPLED : settings.step();
    Recording recording =
        new Recording(
            senders.stream().map(name -> NeuronRange.all(network.population(name))).toList(),
            List.of(new Recording.Trace(alone, List.of("V_m"), interval)),
            List.of(),
            List.of());
    List<Passed> passed = new ArrayList<>();
    TransmissionListener ear =
        (projection, source, sent, arrival, weight) -> {
          if (passed.size() == MOST_PASSED) {
            throw new MistakeException(
                own.name()
                    + "["
                    + neuron
                    + "] gets more than "
                    + Text.count(MOST_PASSED)
                    + " spikes through synapses that learn: expected an earlier spike of it");
          }
          passed.add(new Passed(projection, source, sent, arrival, weight));
        };
    RunResult result;
    OutsideHistory outside;
    if (settings.continuous()) {
      EventSimulation simulation =
          EventSimulation.build(network, settings, recording, listener, SpikeExchange.OF_THREADS);
      simulation.follow(population, neuron, ear);
      result = simulation.run(listener);
      outside = simulation.outside(population, neuron, settings.duration());
    } else {
      Simulation simulation = Engines.build(network, settings, recording, listener);
      simulation.follow(population, neuron, ear);
      result = simulation.run(listener);
      long last = GridTime.index(settings.duration(), settings.step());
      outside = GridOutside.of(network, settings, population, neuron, last);
    }
    if (result.partial()) {
      throw new MistakeException("the run was stopped before the spike");
    }
    return new Replay(result, outside, own.name(), neuron, passed);
  }

  /** What came from outside. */
  OutsideHistory outside() {
    return outside;
  }

  /** What the synapses of a projection passed on that learn. */
  List<Passed> passedOn(int projection) {
    return passed.stream().filter(each -> each.projection() == projection).toList();
  }

  /** V_m as it was recorded. */
  TraceTable trace() {
    return result.traces().get(0);
  }

  /** When the neuron itself fired [ms]. */
  double[] ownSpikes() {
    return train(population, neuron);
  }

  /** When a neuron fired, ascending [ms]. */
  double[] train(String senders, int number) {
    SpikeTrainIndex index = trains.get(senders);
    return index == null || number < index.from() || number >= index.to()
        ? new double[0]
        : index.train(number);
  }
}
