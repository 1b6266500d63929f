package org.hillock.engine.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.engine.grid.input.GridInput;
import org.hillock.engine.grid.input.GridInputs;
import org.hillock.engine.grid.table.Arrivals;
import org.hillock.engine.grid.table.InputRows;
import org.hillock.engine.grid.table.SpikeBuffer;
import org.hillock.engine.plasticity.PostSignals;
import org.hillock.engine.plasticity.PostSpikes;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.UnstableNeuronException;
import org.hillock.model.BlockParameters;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.Quiescence;
import org.hillock.model.SpikeGradient;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateCarrier;
import org.hillock.model.StateVariable;
import org.hillock.model.UnstableStateException;
import org.hillock.model.UnsummedInput;
import org.hillock.network.Lesion;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** The neurons of one population in one partition, with the kernel that advances them. */
final class NeuronGroup implements PostSignals.Neurons {

  /**
   * So many neurons are taken through a step together: their state and input fit the fastest cache.
   */
  private static final int CHUNK = 1024;

  private final NeuronBlock block;
  private final List<GridInput> inputs;
  private final InputRows.OfPopulation arrived;
  private final double[][] chunk;
  private final int offset;
  private final NeuronKernel kernel;
  private final UnsummedInput @Nullable [] unsummed;
  private final Population population;
  private final NeuronValues values;
  private final boolean countsSpikes;
  private final int signals;
  private final Sink sink;
  private final double stepMs;
  private final Sparsity sparsity;
  private final int variables;

  /** Whether the current of the step before is still there; not when a run goes on. */
  private boolean currentKnown = true;

  private boolean anew;

  private final @Nullable SparseGroup visited;

  /**
   * @param network the network
   * @param index of the population
   * @param from first neuron of the population that is in the group
   * @param size neurons of the group
   * @param arrived what reaches the population through synapses
   * @param chunk where inputs are summed, shared by all groups of the partition
   * @param offset where the group begins in the partition
   * @param settings step and seed
   * @param followed whether rules of plasticity follow the state of the neurons from step to step,
   *     so that none may be skipped
   */
  NeuronGroup(
      Network network,
      int index,
      int from,
      int size,
      InputRows.OfPopulation arrived,
      double[][] chunk,
      int offset,
      RunSettings settings,
      boolean followed) {
    this.population = network.populations().get(index);
    this.arrived = arrived;
    this.chunk = chunk;
    this.offset = offset;
    NeuronModel model = Models.of(population);
    this.countsSpikes = model.description().countsSpikes();
    this.values = new NeuronValues(population, index, model, settings.seed());
    this.kernel =
        model
            .dynamics()
            .kernel(
                new BlockParameters(
                    size,
                    values.parametersVary(),
                    neuron -> values.parameters(size == 0 ? 0 : from + neuron)),
                settings.step());
    this.block =
        new NeuronBlock(
            index,
            from,
            size,
            kernel.stateArrays(),
            chunk,
            0,
            new RandomStream(settings.noiseSeed()),
            population.spikeTrains());
    this.signals = model.description().signals().size();
    this.variables = model.stateVariables().size();
    GridInputs all = new GridInputs(network, settings);
    this.inputs = all.of(block, model);
    this.sink = new Sink(from, population.lesion());
    initialise(model);
    boolean counted = inputs.isEmpty() || inputs.size() == 1 && inputs.get(0).counts();
    this.unsummed =
        counted ? arrived.unsummed(offset, CHUNK).filter(kernel::takes).orElse(null) : null;
    if (unsummed != null) {
      block.unsummed(unsummed);
    }
    boolean driven = all.reach(index);
    // Many steps at once equal single steps up to rounding only, so who may be silent is asked of
    // the whole population, never of the slice that happens to lie here.
    boolean silentAtTimes =
        !driven && !followed && !values.parametersVary() && population.size() >= Sparsity.SMALLEST;
    Optional<Quiescence> quiescence =
        silentAtTimes && block.size() > 0 ? kernel.quiescence() : Optional.empty();
    this.visited =
        quiescence.map(q -> new SparseGroup(block, kernel, q, arrived, chunk, offset)).orElse(null);
    this.stepMs = settings.step();
    this.sparsity = new Sparsity(population.size(), visited != null);
    if (visited != null) {
      visited.begin(0);
    }
  }

  /** Room for the summed input of as many neurons as are taken through a step together. */
  static double[][] chunk(int receptors) {
    return new double[receptors][CHUNK];
  }

  private void initialise(NeuronModel model) {
    List<StateVariable> variables = model.stateVariables();
    for (int neuron = 0; neuron < block.size() && !variables.isEmpty(); neuron++) {
      double[] initial = values.initial(block.firstNeuron() + neuron);
      for (int variable = 0; variable < initial.length; variable++) {
        kernel.write(block, variable, neuron, initial[variable]);
      }
    }
  }

  /** Clears the signals that arrive, before they are summed. */
  void clearSignals() {
    for (int place = 0; place < signals; place++) {
      Arrays.fill(block.signal(place), 0);
    }
  }

  /** Takes in the signals that arrive in a step. */
  void hear(long step) {
    if (signals > 0) {
      kernel.hear(block, step);
    }
  }

  /** What the neurons tell rules that descend a gradient; null for most. */
  @Nullable SpikeGradient gradient() {
    return kernel.gradient().orElse(null);
  }

  NeuronBlock block() {
    return block;
  }

  /** Whether the neurons count the spikes that reach them, whatever their weights. */
  boolean countsSpikes() {
    return countsSpikes;
  }

  /** Whether only neurons with a reason are updated. */
  boolean sparse() {
    return sparsity.sparse();
  }

  /**
   * Ends an epoch.
   *
   * @param lastStep its last step
   * @param steps its length
   * @param visits neurons of the population visited one by one in it, in all partitions
   */
  void endEpoch(long lastStep, int steps, long visits) {
    boolean before = sparse();
    sparsity.epochEnded(steps, visits);
    if (visited != null && before != sparse()) {
      if (before) {
        visited.end(lastStep);
      } else {
        visited.begin(lastStep);
      }
    }
  }

  /**
   * Adds the inputs from outside, advances the neurons by a step, and clears their input.
   *
   * @param step the step
   * @param arrivals who has received a spike, if any group of the partition is sparse
   * @param fired takes the neurons that fire, by their index in the population
   * @param posts takes their spikes, where there are plastic synapses onto them
   * @return number of neurons visited one by one
   */
  int update(long step, Arrivals arrivals, SpikeBuffer fired, PostSpikes posts) {
    sink.step = step;
    sink.fired = fired;
    sink.posts = posts.unheard() ? null : posts;
    try {
      if (visited != null && sparse()) {
        return visited.update(step, arrivals, sink);
      }
      injectCurrent(step);
      updateAll(step);
      return 0;
    } catch (UnstableStateException e) {
      int neuron = block.firstNeuron() + e.neuron();
      throw new UnstableNeuronException(
          population.name(),
          neuron,
          GridTime.time(step, stepMs),
          e.found(),
          values.parameters(neuron));
    }
  }

  private void updateAll(long step) {
    int to;
    for (int from = 0; from < block.size(); from = to) {
      // Chunks end at whole numbers of a population: random numbers come in groups that do too.
      int number = (block.firstNeuron() + from) / CHUNK + 1;
      to = Math.min(number * CHUNK - block.firstNeuron(), block.size());
      if (unsummed == null) {
        sum(step, from, to);
      } else {
        count(step, unsummed, from, to);
      }
      kernel.update(block, from, to, step, sink);
    }
  }

  private void sum(long step, int from, int to) {
    arrived.take(offset + from, offset + to, chunk);
    block.inputFrom(from);
    for (GridInput input : inputs) {
      input.addSpikes(step, chunk, from, to);
    }
  }

  private void count(long step, UnsummedInput[] unsummed, int from, int to) {
    for (UnsummedInput input : unsummed) {
      input.silence(from);
    }
    for (GridInput input : inputs) {
      input.count(step, unsummed, from, to);
    }
  }

  private void injectCurrent(long step) {
    boolean changes = !currentKnown;
    currentKnown = true;
    for (GridInput input : inputs) {
      changes |= input.currentChanges(step);
    }
    if (changes) {
      block.clearCurrents();
      for (GridInput input : inputs) {
        input.addCurrent(step);
      }
    }
  }

  /** Carries what the neurons of all partitions have in common. */
  void carry(StateCarrier carrier) {
    sparsity.carry(carrier);
  }

  /** Carries all that is known of a neuron, after {@link #carry(StateCarrier)}. */
  void carry(int neuron, long step, StateCarrier carrier) {
    kernel.carry(block, neuron, step, carrier);
    for (int place = 0; place < signals; place++) {
      carrier.carry(block.signal(place), neuron, neuron + 1);
    }
    if (visited != null && sparse()) {
      visited.carry(neuron, carrier);
    } else {
      carrier.carry(0); // or what it was when it was sparse, and is of no use any more
    }
  }

  /**
   * Carries the parameters of a neuron and its state variables after a step, as people know them,
   * which stay what they are where it goes on with other parameters; else nothing changes.
   */
  void carryVariables(int neuron, long step, StateCarrier carrier) {
    int parameters = values.parametersHash(block.firstNeuron() + neuron);
    boolean others = carrier.carry(parameters) != parameters || anew && carrier.restores();
    double[] initial = anew ? values.initial(block.firstNeuron() + neuron) : new double[0];
    for (int variable = 0; variable < variables; variable++) {
      double value = carrier.carry(carrier.restores() ? 0 : read(variable, neuron, step));
      value = anew ? initial[variable] : value;
      if (others || carrier.restores() && sparsity.stale()) {
        kernel.write(block, variable, neuron, value);
      }
    }
    if (others) {
      kernel.beginAnew(block, neuron, step);
      if (visited != null) {
        visited.reach(neuron, step);
      }
    }
  }

  /** When its neurons are restored, their state variables take their initial values if so named. */
  void beginAnew(Set<String> populations) {
    anew = populations.contains(population.name());
  }

  /** When all neurons have been restored. */
  void restored() {
    currentKnown = false;
    if (visited != null && sparse()) {
      visited.restored();
    }
  }

  /** Passes on the spikes of one update. */
  private static final class Sink implements SpikeSink {
    private final int firstNeuron;
    private final @Nullable Lesion lesion;
    private long step;
    private SpikeBuffer fired;
    private @Nullable PostSpikes posts;

    Sink(int firstNeuron, @Nullable Lesion lesion) {
      this.firstNeuron = firstNeuron;
      this.lesion = lesion;
      this.fired = new SpikeBuffer(0, 0);
    }

    @Override
    public void fire(int neuron) {
      if (lesion != null && lesion.holds(firstNeuron + neuron)) {
        return;
      }
      fired.add(firstNeuron + neuron);
      if (posts != null) {
        posts.add(neuron, step, step);
      }
    }
  }

  /** The value of a state variable of a neuron of the block at the end of the present step. */
  @Override
  public double read(int variable, int neuron, long step) {
    if (visited != null && sparse()) {
      return visited.read(variable, neuron, step);
    }
    return kernel.read(block, variable, neuron);
  }
}
