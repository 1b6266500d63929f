package org.hillock.engine.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.engine.grid.table.SpikeBuffer;
import org.hillock.engine.plasticity.ModulatorSamples;
import org.hillock.engine.plasticity.PlasticTable;
import org.hillock.engine.plasticity.WeightSamples;
import org.hillock.engine.recording.RecordSource;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.StateVariable;
import org.hillock.network.Network;
import org.hillock.record.HeldCounts;
import org.hillock.record.HeldRecord;
import org.hillock.record.HeldSamples;
import org.hillock.record.Recording;
import org.hillock.record.SpikeBlocks;
import org.jspecify.annotations.Nullable;

/** Everything that one partition records. What is not asked for is not looked at. */
final class PartitionRecorder implements RecordSource {

  /** The neurons of one requested range that lie in this partition. */
  private record TracePart(NeuronGroup group, int[] variables, int count, HeldSamples samples) {
    void sample(long step, long number) {
      int block = samples.firstNeuron() - group.block().firstNeuron();
      for (int v = 0; v < variables.length; v++) {
        for (int i = 0; i < count; i++) {
          samples.set(v, i, number, group.read(variables[v], block + i, step));
        }
      }
    }
  }

  private final GridPartition partition;
  private final long warmupSteps;
  private final long[] spikeCounts;
  private final HeldRecord held;
  private final List<boolean[]> wanted = new ArrayList<>();
  private final int[] firstNeuron;
  private final double step;
  private final List<@Nullable TracePart> traces = new ArrayList<>();
  private final long[] interval;
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
  PartitionRecorder(
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
    int populations = network.populations().size();
    this.step = settings.step();
    spikeCounts = new long[populations];
    firstNeuron = new int[populations];
    List<@Nullable SpikeBlocks> spikes = new ArrayList<>();
    for (int i = 0; i < populations; i++) {
      String name = network.populations().get(i).name();
      firstNeuron[i] = partitioning.from(i, index);
      int count = partitioning.to(i, index) - firstNeuron[i];
      wanted.add(recording.keepsSpikesOf(name, firstNeuron[i], count));
      spikes.add(recording.keepsSpikesOf(name) ? new SpikeBlocks() : null);
    }
    GridRecordTimes times = new GridRecordTimes(settings);
    interval = recording.traces().stream().mapToLong(times::interval).toArray();
    for (Recording.Trace trace : recording.traces()) {
      traces.add(tracePart(trace, network, partitioning, index));
    }
    ratePopulation =
        recording.rates().stream()
            .mapToInt(rate -> network.populationIndex(rate.population()))
            .toArray();
    rateBin = recording.rates().stream().mapToLong(times::bin).toArray();
    held =
        new HeldRecord(
            spikes,
            traces.stream().map(part -> part == null ? null : part.samples()).toList(),
            recording.rates().stream().map(rate -> new HeldCounts()).toList());
    this.weights =
        new WeightSamples(
            recording.weights(),
            recording.weights().stream().map(wanted -> steps(wanted.times())).toList(),
            weightRequests,
            this::plastic);
    List<Recording.Modulators> asked = index == 0 ? recording.modulators() : List.of();
    this.modulators =
        new ModulatorSamples(
            asked,
            asked.stream().map(wanted -> steps(wanted.times())).toList(),
            modulatorRequests,
            this::plastic);
  }

  private List<Double> steps(List<Double> times) {
    return times.stream().map(time -> (double) GridTime.index(time, step)).toList();
  }

  private @Nullable TracePart tracePart(
      Recording.Trace trace, Network network, Partitioning partitioning, int index) {
    int population = network.populationIndex(trace.neurons().population());
    NeuronModel model = Models.of(network.populations().get(population));
    List<String> names = model.stateVariables().stream().map(StateVariable::name).toList();
    int[] variables = trace.variables().stream().mapToInt(names::indexOf).toArray();
    int from = Math.max(trace.neurons().from(), partitioning.from(population, index));
    int to = Math.min(trace.neurons().to(), partitioning.to(population, index));
    return from >= to
        ? null
        : new TracePart(
            partition.group(population),
            variables,
            to - from,
            new HeldSamples(variables.length, from, to - from));
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
      SpikeBlocks kept = held.spikes(i);
      if (kept != null && from < to) {
        keep(kept, wanted.get(i), firstNeuron[i], step, fired.neurons(), from, to);
      }
    }
    for (int i = 0; i < rateBin.length; i++) {
      int population = ratePopulation[i];
      int spikes = fired.to(stepOfEpoch, population) - fired.from(stepOfEpoch, population);
      if (spikes > 0) {
        held.rate(i).add((since - 1) / rateBin[i], spikes);
      }
    }
    for (int i = 0; i < interval.length; i++) {
      TracePart trace = traces.get(i);
      if (trace != null && since % interval[i] == 0) {
        trace.sample(step, since / interval[i] - 1);
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

  /** Takes what is left of an epoch, when all its spikes are known and the run is to be saved. */
  void endLeg(long step) {
    weights.begin(step, step, step);
  }

  @Override
  public long[] spikeCounts() {
    return spikeCounts;
  }

  @Override
  public long delivered() {
    return partition.delivered() - deliveredInWarmup;
  }

  @Override
  public void addDelivered(long before) {
    deliveredInWarmup -= before;
  }

  @Override
  public HeldRecord held() {
    return held;
  }

  @Override
  public WeightSamples weights() {
    return weights;
  }

  @Override
  public ModulatorSamples modulators() {
    return modulators;
  }

  @Override
  public PlasticTable plastic(int projection) {
    return partition.plasticTables(projection).get(0);
  }

  @Override
  public String toString() {
    return "spikes " + Arrays.toString(spikeCounts);
  }
}
