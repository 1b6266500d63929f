package org.hillock.engine.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.engine.grid.table.SpikeBuffer;
import org.hillock.engine.plasticity.ModulatorSamples;
import org.hillock.engine.plasticity.WeightSamples;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.StateVariable;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.hillock.record.SpikeBlocks;
import org.jspecify.annotations.Nullable;

/** Everything that one partition records. What is not asked for is not looked at. */
public final class PartitionRecorder {

  /** State of the part of one requested range that lies in this partition. */
  static final class TracePart {
    final NeuronGroup group;
    final int[] variables;
    final int firstNeuron;
    final long interval;

    /** values[variable][neuron][sample]. */
    final double[][][] values;

    int samples;

    TracePart(NeuronGroup group, int[] variables, int first, int count, long interval, int most) {
      this.group = group;
      this.variables = variables;
      this.firstNeuron = first;
      this.interval = interval;
      this.values = new double[variables.length][count][most];
    }

    void sample(long step) {
      int block = firstNeuron - group.block().firstNeuron();
      for (int v = 0; v < variables.length; v++) {
        for (int i = 0; i < values[v].length; i++) {
          values[v][i][samples] = group.read(variables[v], block + i, step);
        }
      }
      samples++;
    }

    /** Gives away the samples of a variable of a neuron, so that they never stand there twice. */
    double[] take(int variable, int neuron) {
      double[] own = values[variable][neuron];
      values[variable][neuron] = NOTHING;
      return samples == own.length ? own : Arrays.copyOf(own, samples);
    }
  }

  private static final double[] NOTHING = {};

  private final GridPartition partition;
  private final long warmupSteps;
  private final long[] spikeCounts;
  private final List<@Nullable SpikeBlocks> spikes = new ArrayList<>();
  private final List<boolean[]> wanted = new ArrayList<>();
  private final int[] firstNeuron;
  private final double step;
  private final List<@Nullable TracePart> traces = new ArrayList<>();
  private final int[][] rateCounts;
  private final int[] ratePopulation;
  private final long[] rateBin;
  private final WeightSamples weights;
  private final ModulatorSamples modulators;
  private long deliveredInWarmup;

  /**
   * @param partition what to watch
   * @param network the whole network
   * @param settings step, warm-up and duration
   * @param partitioning how neurons are cut
   * @param index which partition it is
   * @param recording what is asked for
   * @param weightRequests for each request of weights, the projections it means
   * @param modulatorRequests for each request of modulators, the projection it means
   */
  public PartitionRecorder(
      GridPartition partition,
      Network network,
      RunSettings settings,
      Partitioning partitioning,
      int index,
      Recording recording,
      List<List<Integer>> weightRequests,
      List<Integer> modulatorRequests) {
    this.partition = partition;
    this.warmupSteps = GridTime.index(settings.warmup(), settings.step());
    long steps = GridTime.index(settings.duration(), settings.step());
    int populations = network.populations().size();
    this.step = settings.step();
    spikeCounts = new long[populations];
    firstNeuron = new int[populations];
    for (int i = 0; i < populations; i++) {
      String name = network.populations().get(i).name();
      firstNeuron[i] = partitioning.from(i, index);
      int count = partitioning.to(i, index) - firstNeuron[i];
      wanted.add(recording.keepsSpikesOf(name, firstNeuron[i], count));
      spikes.add(recording.keepsSpikesOf(name) ? new SpikeBlocks() : null);
    }
    for (Recording.Trace trace : recording.traces()) {
      traces.add(tracePart(trace, network, settings, partitioning, index, steps));
    }
    int rates = recording.rates().size();
    rateCounts = new int[rates][];
    ratePopulation = new int[rates];
    rateBin = new long[rates];
    for (int i = 0; i < rates; i++) {
      Recording.Rate rate = recording.rates().get(i);
      ratePopulation[i] = network.populationIndex(rate.population());
      rateBin[i] = Math.max(1, GridTime.index(rate.bin(), settings.step()));
      rateCounts[i] = new int[(int) ((steps + rateBin[i] - 1) / rateBin[i])];
    }
    this.weights =
        new WeightSamples(
            recording.weights(),
            recording.weights().stream().map(wanted -> steps(wanted.times())).toList(),
            weightRequests,
            projection -> partition.plasticTables(projection).get(0));
    List<Recording.Modulators> asked = index == 0 ? recording.modulators() : List.of();
    this.modulators =
        new ModulatorSamples(
            asked,
            asked.stream().map(wanted -> steps(wanted.times())).toList(),
            modulatorRequests,
            projection -> partition.plasticTables(projection).get(0));
  }

  private List<Double> steps(List<Double> times) {
    return times.stream().map(time -> (double) GridTime.index(time, step)).toList();
  }

  private @Nullable TracePart tracePart(
      Recording.Trace trace,
      Network network,
      RunSettings settings,
      Partitioning partitioning,
      int index,
      long steps) {
    int population = network.populationIndex(trace.neurons().population());
    NeuronModel model = Models.of(network.populations().get(population));
    List<String> names = model.stateVariables().stream().map(StateVariable::name).toList();
    int[] variables = trace.variables().stream().mapToInt(names::indexOf).toArray();
    int from = Math.max(trace.neurons().from(), partitioning.from(population, index));
    int to = Math.min(trace.neurons().to(), partitioning.to(population, index));
    long interval = Math.max(1, GridTime.index(trace.interval(), settings.step()));
    return from >= to
        ? null
        : new TracePart(
            partition.group(population),
            variables,
            from,
            to - from,
            interval,
            (int) (steps / interval));
  }

  /**
   * Called before every epoch, when all spikes of those before it are known.
   *
   * @param begin step after which it begins
   * @param end its last step
   */
  public void beginEpoch(long begin, long end) {
    weights.begin(begin, begin, end);
    modulators.take(begin);
  }

  /**
   * Called after every step.
   *
   * @param step the step
   * @param stepOfEpoch its place in the epoch
   * @param fired who fired in it
   */
  public void afterStep(long step, int stepOfEpoch, SpikeBuffer fired) {
    if (step <= warmupSteps) {
      deliveredInWarmup = partition.delivered();
      return;
    }
    long since = step - warmupSteps;
    for (int i = 0; i < spikeCounts.length; i++) {
      int from = fired.from(stepOfEpoch, i);
      int to = fired.to(stepOfEpoch, i);
      spikeCounts[i] += to - from;
      SpikeBlocks kept = spikes.get(i);
      if (kept != null && from < to) {
        keep(kept, wanted.get(i), firstNeuron[i], step, fired.neurons(), from, to);
      }
    }
    for (int i = 0; i < rateCounts.length; i++) {
      int population = ratePopulation[i];
      rateCounts[i][(int) ((since - 1) / rateBin[i])] +=
          fired.to(stepOfEpoch, population) - fired.from(stepOfEpoch, population);
    }
    for (TracePart trace : traces) {
      if (trace != null && since % trace.interval == 0) {
        trace.sample(step);
      }
    }
  }

  private void keep(
      SpikeBlocks kept, boolean[] ofWhom, int first, long now, int[] neurons, int from, int to) {
    double time = GridTime.time(now, step);
    for (int k = from; k < to; k++) {
      if (ofWhom[neurons[k] - first]) {
        kept.add(time, neurons[k]);
      }
    }
  }

  /**
   * Records what there is at the end, after the last step that was run, when all its spikes are
   * known.
   */
  public void finish(long lastStep) {
    weights.finish(lastStep, lastStep, 0);
    modulators.finish(lastStep);
  }

  /** Spikes of each population after the warm-up. */
  public long[] spikeCounts() {
    return spikeCounts;
  }

  /** Synapses that delivered a spike after the warm-up. */
  public long delivered() {
    return partition.delivered() - deliveredInWarmup;
  }

  @Nullable SpikeBlocks spikes(int population) {
    return spikes.get(population);
  }

  @Nullable TracePart trace(int request) {
    return traces.get(request);
  }

  int[] rateCounts(int request) {
    return rateCounts[request];
  }

  WeightSamples weights() {
    return weights;
  }

  /** What modulators left behind; only the first partition takes it, for all. */
  ModulatorSamples modulators() {
    return modulators;
  }

  GridPartition partition() {
    return partition;
  }

  @Override
  public String toString() {
    return "spikes " + Arrays.toString(spikeCounts);
  }
}
