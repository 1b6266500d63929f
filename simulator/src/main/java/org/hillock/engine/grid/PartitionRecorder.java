package org.hillock.engine.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.engine.GridTime;
import org.hillock.engine.Partitioning;
import org.hillock.engine.RunSettings;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.StateVariable;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.record.Recording;
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
  }

  private final GridPartition partition;
  private final long warmupSteps;
  private final long[] spikeCounts;
  private final List<@Nullable SpikeRecorder> spikes = new ArrayList<>();
  private final List<@Nullable TracePart> traces = new ArrayList<>();
  private final int[][] rateCounts;
  private final int[] ratePopulation;
  private final long[] rateBin;
  private final Map<Long, List<Integer>> weightSteps = new TreeMap<>();
  private final List<List<Integer>> weightProjections;
  private final List<List<double[]>> weights = new ArrayList<>();
  private long deliveredInWarmup;

  /**
   * @param partition what to watch
   * @param network the whole network
   * @param settings step, warm-up and duration
   * @param partitioning how neurons are cut
   * @param index which partition it is
   * @param recording what is asked for
   * @param weightRequests for each request of weights, the projections it means
   */
  public PartitionRecorder(
      GridPartition partition,
      Network network,
      RunSettings settings,
      Partitioning partitioning,
      int index,
      Recording recording,
      List<List<Integer>> weightRequests) {
    this.partition = partition;
    this.warmupSteps = GridTime.index(settings.warmup(), settings.step());
    long steps = GridTime.index(settings.duration(), settings.step());
    int populations = network.populations().size();
    spikeCounts = new long[populations];
    for (int i = 0; i < populations; i++) {
      String name = network.populations().get(i).name();
      List<NeuronRange> wanted =
          recording.spikes().stream().filter(range -> range.population().equals(name)).toList();
      int from = partitioning.from(i, index);
      spikes.add(
          wanted.isEmpty()
              ? null
              : new SpikeRecorder(wanted, from, partitioning.to(i, index) - from));
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
    for (int request = 0; request < weightRequests.size(); request++) {
      weights.add(new ArrayList<>());
      for (double time : recording.weights().get(request).times()) {
        weightSteps
            .computeIfAbsent(GridTime.index(time, settings.step()), k -> new ArrayList<>())
            .add(request);
      }
    }
    this.weightProjections = weightRequests;
  }

  private @Nullable TracePart tracePart(
      Recording.Trace trace,
      Network network,
      RunSettings settings,
      Partitioning partitioning,
      int index,
      long steps) {
    int population = network.populationIndex(trace.neurons().population());
    NeuronModel model = Models.neuron(network.populations().get(population).model()).orElseThrow();
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

  /** Called before the first step: the initial weights. */
  public void start() {
    recordWeights(0);
  }

  /**
   * Called after every step.
   *
   * @param step the step
   * @param stepOfEpoch its place in the epoch
   * @param fired who fired in it
   */
  public void afterStep(long step, int stepOfEpoch, SpikeBuffer fired) {
    if (!weightSteps.isEmpty()) {
      recordWeights(step);
    }
    if (step <= warmupSteps) {
      deliveredInWarmup = partition.delivered();
      return;
    }
    long since = step - warmupSteps;
    for (int i = 0; i < spikeCounts.length; i++) {
      int from = fired.from(stepOfEpoch, i);
      int to = fired.to(stepOfEpoch, i);
      spikeCounts[i] += to - from;
      SpikeRecorder recorder = spikes.get(i);
      if (recorder != null) {
        for (int k = from; k < to; k++) {
          recorder.add((int) step, fired.neurons()[k]);
        }
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

  /** Records final weights, after the last step that was run, unless they were asked for anyway. */
  public void finish(long lastStep) {
    List<Integer> done = weightSteps.getOrDefault(lastStep, List.of());
    for (int request = 0; request < weights.size(); request++) {
      if (!done.contains(request)) {
        snapshot(request, lastStep);
      }
    }
  }

  private void recordWeights(long step) {
    List<Integer> requests = weightSteps.get(step);
    if (requests != null) {
      requests.forEach(request -> snapshot(request, step));
    }
  }

  private void snapshot(int request, long step) {
    List<double[]> tables = new ArrayList<>();
    for (int projection : weightProjections.get(request)) {
      for (PlasticSynapses table : partition.plasticTables(projection)) {
        tables.add(table.weightsAfter(step));
      }
    }
    int total = tables.stream().mapToInt(table -> table.length).sum();
    double[] all = new double[total];
    int at = 0;
    for (double[] table : tables) {
      System.arraycopy(table, 0, all, at, table.length);
      at += table.length;
    }
    weights.get(request).add(all);
  }

  /** Spikes of each population after the warm-up. */
  public long[] spikeCounts() {
    return spikeCounts;
  }

  /** Synapses that delivered a spike after the warm-up. */
  public long delivered() {
    return partition.delivered() - deliveredInWarmup;
  }

  @Nullable SpikeRecorder spikes(int population) {
    return spikes.get(population);
  }

  @Nullable TracePart trace(int request) {
    return traces.get(request);
  }

  int[] rateCounts(int request) {
    return rateCounts[request];
  }

  /** Weights of one request, one array a snapshot, in the order of the tables. */
  List<double[]> weights(int request) {
    return weights.get(request);
  }

  GridPartition partition() {
    return partition;
  }

  @Override
  public String toString() {
    return "spikes " + Arrays.toString(spikeCounts);
  }
}
