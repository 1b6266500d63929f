package org.hillock.engine.event;

import org.hillock.engine.memory.EngineMemory;
import org.hillock.engine.memory.ExpectedRates;
import org.hillock.engine.memory.InFlight;
import org.hillock.engine.plasticity.RowPlasticity;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.engine.wiring.TablePlans;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.PlasticRule;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;

/** What the event engine takes of memory, computed from the description of a network alone. */
final class EventMemory {

  /**
   * What every neuron has: in {@link Inbox} and {@link WakeCalendar}, and its time and currents.
   */
  private static final int NEURON_BYTES = 4 + 4 + 8 + 8 + 4 + 4 * 8;

  /** What arrives at a neuron in a window: a block or several of {@link Inbox}. */
  private static final int ARRIVAL_BYTES = 256;

  /** Next spike, number of spikes drawn, and weight. */
  private static final int SOURCE_BYTES = 3 * 8;

  /** Where parameters differ, each neuron has a kernel of its own. */
  private static final double OWN_KERNEL_BYTES = 600;

  /** A spike in {@link SpikeQueue} and {@link Outbox}, which grow by doubling. */
  private static final double QUEUED_BYTES = 2 * (8 + 4 + 4 + 8 + 8 + 16);

  /** An arrival that a neuron is told of in {@link Inbox}, with room to grow. */
  private static final double TOLD_BYTES = 2 * 4.3;

  /** Its time, weight, receptor, cell and whether it is shared, where they are its own. */
  private static final double TIMED_BYTES = 2 * 19;

  private EventMemory() {}

  /**
   * @param network what to build
   * @param threads worker threads
   * @param rates at which populations are expected to fire
   */
  static EngineMemory of(Network network, int threads, ExpectedRates rates) {
    double neurons = 0;
    for (Population population : network.populations()) {
      NeuronModel model = Models.of(population);
      neurons +=
          (double) population.size()
              * (NEURON_BYTES + ARRIVAL_BYTES + 8 * states(population, model));
      boolean vary =
          model.parameters().stream()
              .map(parameter -> population.parameters().get(parameter.name()))
              .anyMatch(value -> value != null && !value.constant());
      neurons += vary ? (double) population.size() * OWN_KERNEL_BYTES : 0;
    }
    for (Input input : network.inputs()) {
      neurons += (double) SOURCE_BYTES * input.targetCount();
    }
    double synapses = 0;
    double building = 0;
    InFlight flight = InFlight.NONE;
    for (TablePlan plan : new TablePlans(network, 0).tables()) {
      double sources = network.populations().get(plan.sourcePopulation()).size();
      synapses += 4 * (sources + 1) * threads;
      building = Math.max(building, 4 * sources * threads);
      double expected =
          plan.projections().stream()
              .map(network.projections()::get)
              .mapToDouble(Projection::expectedSynapses)
              .sum();
      boolean oneDelay = plan.commonDelay(network).isPresent();
      synapses += expected * (4 + weightBytes(plan) + (oneDelay ? 0 : 8));
      flight = flight.plus(inFlight(network, plan, expected / sources, oneDelay, threads, rates));
      if (plan.storage() == TablePlan.Storage.PLASTIC) {
        Projection projection = network.projections().get(plan.projections().get(0));
        synapses +=
            RowPlasticity.bytes(
                PlasticRule.of(projection).rule(),
                projection.expectedSynapses(),
                sources,
                projection.target().size(),
                threads);
      }
    }
    return new EngineMemory(neurons, synapses, flight, building);
  }

  /** Whole quanta are kept in single precision here. */
  private static int weightBytes(TablePlan plan) {
    return plan.storage() == TablePlan.Storage.QUANTA ? Float.BYTES : plan.weightBytes();
  }

  private static int states(Population population, NeuronModel model) {
    return model.dynamics().stateSize(new NeuronValues(population, 0, model, 0).parameters(0));
  }

  /**
   * Spikes wait in a queue of each thread; what arrives in a window is told to each target.
   *
   * @param fanOut synapses of a source
   */
  private static InFlight inFlight(
      Network network,
      TablePlan plan,
      double fanOut,
      boolean oneDelay,
      int threads,
      ExpectedRates rates) {
    double longest = InFlight.longest(network, plan.projections());
    double hertz = rates.of(network.populations().get(plan.sourcePopulation()).name());
    int source = plan.sourcePopulation();
    InFlight queued =
        InFlight.of(network, source, longest + WindowPlan.LONGEST, hertz)
            .times(QUEUED_BYTES * threads);
    double told = oneDelay ? TOLD_BYTES : TOLD_BYTES + TIMED_BYTES;
    double together = oneDelay ? 1 : Math.min(1, WindowPlan.LONGEST / Math.max(1e-9, longest));
    return queued.plus(
        InFlight.of(network, source, WindowPlan.LONGEST, hertz).times(told * fanOut * together));
  }
}
