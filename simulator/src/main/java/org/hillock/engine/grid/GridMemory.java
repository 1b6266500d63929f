package org.hillock.engine.grid;

import org.hillock.engine.grid.signal.CarriedSignals;
import org.hillock.engine.grid.table.DueCalendar;
import org.hillock.engine.grid.table.InputRows;
import org.hillock.engine.grid.table.TableBuilder;
import org.hillock.engine.grid.table.TableSize;
import org.hillock.engine.memory.EngineMemory;
import org.hillock.engine.memory.ExpectedRates;
import org.hillock.engine.memory.InFlight;
import org.hillock.engine.plasticity.RowPlasticity;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.structural.Structure;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.engine.wiring.TablePlans;
import org.hillock.model.BlockParameters;
import org.hillock.model.Dynamics;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.ParameterSet;
import org.hillock.model.PlasticRule;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;

/** What the grid engine takes of memory, computed from the description of a network alone. */
final class GridMemory {

  /** Room in which a thread sorts synapses: see {@link TableBuilder}. */
  private static final double STAGE_BYTES = 1.5e6;

  /** A spike in the buffers of its epoch, which grow by doubling. */
  private static final double SPIKE_BYTES = 2 * 2 * 4;

  /**
   * Neurons that may be skipped while they are silent: lists of those that are not, of those that
   * have received something, and who is on it.
   */
  private static final double SPARSE_BYTES = 2 * 8 + 8 + 1;

  /** A synapse that forms, beside its table and in it. */
  private static final double FORMING_BYTES = Structure.SYNAPSE_BYTES + 16;

  /** Numbers of a kernel that depend on a parameter, at most, and all of them. */
  private static final int COLUMNS = 4;

  private static final int MOST_COLUMNS = 16;

  private GridMemory() {}

  /**
   * @param network what to build
   * @param step grid step [ms]
   * @param steps of the run
   * @param threads worker threads
   * @param rates at which populations are expected to fire
   */
  static EngineMemory of(
      Network network, double step, long steps, int threads, ExpectedRates rates) {
    double synapses = network.expectedSynapses();
    TablePlans plans = new TablePlans(network, step);
    Partitioning partitioning = Partitioning.forThreads(network, synapses, threads);
    int partitions = partitioning.count();
    int builders = Math.min(threads, partitions);
    double synapseBytes = 0;
    double slots = 0;
    double longestStart = 0;
    InFlight flight = InFlight.NONE;
    for (TablePlan plan : plans.tables()) {
      TableSize size = TableSize.of(network, plan, partitions, step);
      double sources = network.populations().get(plan.sourcePopulation()).size();
      synapseBytes += size.bytes();
      slots = Math.max(slots, size.synapses() / partitions);
      longestStart = Math.max(longestStart, sources + 1);
      flight =
          flight.plus(inFlight(network, plan, size.segments() / sources, partitions, step, rates));
      if (plan.rewired(network)) {
        synapseBytes += Structure.SYNAPSE_BYTES * size.synapses();
        synapseBytes += size.bytes() * Structure.tablesInFlight(network, plan.projections());
      }
      if (plan.storage() == TablePlan.Storage.PLASTIC) {
        Projection projection = network.projections().get(plan.projections().get(0));
        synapseBytes +=
            RowPlasticity.bytes(
                PlasticRule.of(projection).rule(),
                projection.expectedSynapses(),
                sources,
                projection.target().size(),
                partitions);
      }
    }
    for (Projection projection : network.projections()) {
      synapseBytes += projection.carries() == null ? 0 : CarriedSignals.bytes(projection);
      synapseBytes += FORMING_BYTES * Structure.forming(network, projection);
    }
    double perBuilder =
        synapseBytes == 0
            ? 0
            : Character.BYTES * slots + Integer.BYTES * longestStart + STAGE_BYTES;
    return new EngineMemory(
        neuronBytes(network, plans, step, steps), synapseBytes, flight, perBuilder * builders);
  }

  /**
   * @param segments in which a spike is delivered, in all partitions
   */
  private static InFlight inFlight(
      Network network,
      TablePlan plan,
      double segments,
      int partitions,
      double step,
      ExpectedRates rates) {
    double window = InFlight.longest(network, plan.projections()) + step;
    double hertz = rates.of(network.populations().get(plan.sourcePopulation()).name());
    boolean plastic = plan.storage() == TablePlan.Storage.PLASTIC;
    InFlight spikes = InFlight.of(network, plan.sourcePopulation(), window, hertz);
    InFlight bytes = spikes.times(DueCalendar.bytes(segments, 0, plastic) + SPIKE_BYTES);
    // Each step of each partition in which something is due has a block that is not full.
    double blocks = Math.min(partitions * window / step, segments * spikes.expected());
    double room = DueCalendar.bytes(0, blocks, plastic);
    return new InFlight(bytes.known(), bytes.expected() + room);
  }

  /**
   * What parameters take that differ from neuron to neuron: see {@link BlockParameters#columns}.
   */
  private static double parameterBytes(Population population, NeuronModel model) {
    long varied =
        model.parameters().stream()
            .map(parameter -> population.parameters().get(parameter.name()))
            .filter(value -> value != null && !value.constant())
            .count();
    return 8.0 * Math.min(MOST_COLUMNS, COLUMNS * varied);
  }

  /** State, until when it is refractory, and what else a kernel keeps. */
  private static double kernelBytes(
      Population population, NeuronModel model, double step, long steps) {
    ParameterSet first = new NeuronValues(population, 0, model, 0).parameters(0);
    Dynamics dynamics = model.dynamics();
    return dynamics.stateSize(first) * 8.0 + 4 + dynamics.otherBytes(first, step, steps);
  }

  private static double neuronBytes(Network network, TablePlans plans, double step, long steps) {
    double bytes = 0;
    int receptors = 1;
    for (Population population : network.populations()) {
      NeuronModel model = Models.of(population);
      receptors = Math.max(receptors, model.description().receptors().size());
      bytes += population.size() * kernelBytes(population, model, step, steps);
      bytes += (double) population.size() * parameterBytes(population, model);
      bytes += population.size() < Sparsity.SMALLEST ? 0 : SPARSE_BYTES * population.size();
      bytes += Structure.neuronBytes(population);
    }
    bytes += InputRows.bytes(plans, network.neuronCount(), receptors);
    for (Input input : network.inputs()) {
      int perTarget = input.drawsTrains() ? 4 * 4 + 8 + 4 : 12;
      bytes += (double) input.targetCount() * perTarget;
    }
    return bytes;
  }
}
