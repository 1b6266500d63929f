package org.hillock.engine.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.engine.grid.input.GridInput;
import org.hillock.engine.grid.table.Arrivals;
import org.hillock.engine.grid.table.PlasticSynapses;
import org.hillock.engine.grid.table.SpikeBuffer;
import org.hillock.engine.run.ParameterRuns;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.Quiescence;
import org.hillock.model.SpikeSink;
import org.hillock.network.Population;
import org.jspecify.annotations.Nullable;

/**
 * The neurons of one population in one partition, with their kernels. Neurons that share all
 * parameters are advanced by one call; so are those that differ, where the model has a kernel for
 * that; else each run of equal neurons has its own kernel.
 */
final class NeuronGroup {

  /**
   * So many neurons are taken through a step together: their state and input fit the fastest cache.
   */
  private static final int CHUNK = 1024;

  private final NeuronBlock block;
  private final List<GridInput> inputs;
  private final double[][] rows;
  private final ParameterRuns<NeuronKernel> runs;
  private final boolean countsSpikes;
  private final Sink sink;
  private final Sparsity sparsity;
  private final @Nullable SparseGroup visited;

  /**
   * @param population description
   * @param model its model
   * @param block state, empty
   * @param inputs what reaches the block from outside
   * @param driven whether any input from outside reaches the population, in whichever partition
   * @param rows rows of input of the partition
   * @param step grid step [ms]
   * @param seed the run's seed
   */
  NeuronGroup(
      Population population,
      NeuronModel model,
      NeuronBlock block,
      List<GridInput> inputs,
      boolean driven,
      double[][] rows,
      double step,
      long seed) {
    this.block = block;
    this.countsSpikes = model.countsSpikes();
    this.inputs = inputs;
    this.rows = rows;
    this.sink = new Sink(block.firstNeuron());
    NeuronValues values = new NeuronValues(population, block.population(), model, seed);
    this.runs = kernels(model, values, block, step);
    runs.initialise(
        (kernel, neuron, initial) -> {
          for (int variable = 0; variable < initial.length; variable++) {
            kernel.write(block, variable, neuron, initial[variable]);
          }
        });
    // Many steps at once equal single steps up to rounding only, so who may be silent is asked of
    // the whole population, never of the slice that happens to lie here.
    boolean silentAtTimes =
        !driven && !values.parametersVary() && population.size() >= Sparsity.SMALLEST;
    Optional<Quiescence> quiescence =
        silentAtTimes && block.size() > 0 ? runs.kernel(0).quiescence() : Optional.empty();
    this.visited =
        quiescence.map(q -> new SparseGroup(block, runs.kernel(0), q, rows)).orElse(null);
    this.sparsity = new Sparsity(population.size(), visited != null);
    if (visited != null) {
      visited.begin(0);
    }
  }

  private static ParameterRuns<NeuronKernel> kernels(
      NeuronModel model, NeuronValues values, NeuronBlock block, double step) {
    int first = block.firstNeuron();
    int size = block.size();
    return (values.parametersVary() && size > 0
            ? model.kernelOfEach(size, i -> values.parameters(first + i), step)
            : Optional.<NeuronKernel>empty())
        .map(kernel -> new ParameterRuns<>(model, values, first, size, kernel))
        .orElseGet(
            () -> new ParameterRuns<>(model, values, first, size, set -> model.kernel(set, step)));
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
   * @param plastic synapses onto these neurons that must hear of their spikes
   * @return number of neurons visited one by one
   */
  int update(long step, Arrivals arrivals, SpikeBuffer fired, List<PlasticSynapses> plastic) {
    sink.step = step;
    sink.fired = fired;
    sink.plastic = plastic;
    if (visited != null && sparse()) {
      return visited.update(step, arrivals, sink);
    }
    injectCurrent(step);
    updateAll(step);
    return 0;
  }

  private void updateAll(long step) {
    int run = 0;
    int to;
    for (int from = 0; from < block.size(); from = to) {
      // Chunks end at whole numbers of a population: random numbers come in groups that do too.
      int number = (block.firstNeuron() + from) / CHUNK + 1;
      to = Math.min(number * CHUNK - block.firstNeuron(), block.size());
      for (GridInput input : inputs) {
        input.addSpikes(step, rows, from, to);
      }
      for (int at = from; at < to; ) {
        ParameterRuns.Run<NeuronKernel> next = runs.all().get(run);
        int end = Math.min(to, next.to());
        next.kernel().update(block, at, end, step, sink);
        run += end == next.to() ? 1 : 0;
        at = end;
      }
      for (double[] row : rows) {
        Arrays.fill(row, block.inputOffset() + from, block.inputOffset() + to, 0);
      }
    }
  }

  private void injectCurrent(long step) {
    boolean changes = false;
    for (GridInput input : inputs) {
      changes |= input.currentChanges(step);
    }
    if (changes) {
      Arrays.fill(block.injectedCurrent(), 0);
      for (GridInput input : inputs) {
        input.addCurrent(step);
      }
    }
  }

  /** Passes on the spikes of one update. */
  private static final class Sink implements SpikeSink {
    private final int firstNeuron;
    private long step;
    private SpikeBuffer fired;
    private List<PlasticSynapses> plastic = List.of();

    Sink(int firstNeuron) {
      this.firstNeuron = firstNeuron;
      this.fired = new SpikeBuffer(0, 0);
    }

    @Override
    public void fire(int neuron) {
      fired.add(firstNeuron + neuron);
      for (PlasticSynapses table : plastic) {
        table.addPostSpike(neuron, step);
      }
    }
  }

  /** The value of a state variable of a neuron of the block at the end of the present step. */
  double read(int variable, int neuron, long step) {
    if (visited != null && sparse()) {
      return visited.read(variable, neuron, step);
    }
    return runs.kernel(neuron).read(block, variable, neuron);
  }
}
