package org.hillock.engine.event;

import org.hillock.engine.MemoryEstimate;
import org.hillock.engine.plasticity.PairPlasticity;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;

/** What the event engine takes of memory, computed from the description of a network alone. */
public final class EventMemory {

  /**
   * What every neuron has: in {@link Inbox} and {@link WakeCalendar}, and its time and currents.
   */
  private static final int NEURON_BYTES = 4 + 4 + 8 + 8 + 4 + 4 * 8;

  /** What arrives at a neuron in a window: a block or several of {@link Inbox}. */
  private static final int ARRIVAL_BYTES = 256;

  /** Next spike, number of spikes drawn, and weight. */
  private static final int SOURCE_BYTES = 3 * 8;

  private EventMemory() {}

  /**
   * @param network what to build
   * @param threads worker threads
   */
  public static MemoryEstimate.EngineMemory of(Network network, int threads) {
    double neurons = 0;
    for (Population population : network.populations()) {
      NeuronModel model = Models.neuron(population.model()).orElseThrow();
      neurons +=
          (double) population.size() * (NEURON_BYTES + ARRIVAL_BYTES + 8 * model.stateArrays());
    }
    for (Input input : network.inputs()) {
      neurons += SOURCE_BYTES * input.targets().stream().mapToDouble(range -> range.size()).sum();
    }
    double synapses = 0;
    double building = 0;
    for (TablePlan plan : TablePlan.of(network)) {
      double sources = network.populations().get(plan.sourcePopulation()).size();
      synapses += 4 * (sources + 1) * threads;
      building = Math.max(building, 4 * sources * threads);
      double expected =
          plan.projections().stream()
              .map(network.projections()::get)
              .mapToDouble(MemoryEstimate::expected)
              .sum();
      boolean oneDelay = plan.commonDelay(network).isPresent();
      synapses += expected * (4 + plan.weightBytes() + (oneDelay ? 0 : 8));
      if (plan.storage() == TablePlan.Storage.PLASTIC) {
        Projection projection = network.projections().get(plan.projections().get(0));
        synapses += PairPlasticity.bytes(sources, projection.target().size(), threads);
      }
    }
    return new MemoryEstimate.EngineMemory(neurons, synapses, building);
  }
}
