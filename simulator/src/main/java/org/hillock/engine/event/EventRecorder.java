package org.hillock.engine.event;

import java.util.ArrayList;
import java.util.List;
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

/** Everything that one partition records. */
final class EventRecorder {

  private final double warmup;
  private final double end;
  private final long[] spikeCounts;
  private final List<@Nullable SpikeBlocks> spikes = new ArrayList<>();

  /** Spikes of the present window, neuron by neuron. */
  private final Outbox present = new Outbox();

  private final Outbox ordered = new Outbox();
  private final boolean[][] wanted;
  private final int[] firstNeuron;
  private final List<TraceSamples> traces = new ArrayList<>();
  private final List<List<TraceSamples>> tracesOf = new ArrayList<>();
  private final int[][] rateCounts;
  private final int[] ratePopulation;
  private final double[] rateBin;

  EventRecorder(
      Network network,
      RunSettings settings,
      Partitioning partitioning,
      int partition,
      Recording recording) {
    this.warmup = settings.warmup();
    this.end = settings.warmup() + settings.duration();
    int populations = network.populations().size();
    this.spikeCounts = new long[populations];
    this.wanted = new boolean[populations][];
    this.firstNeuron = new int[populations];
    for (int i = 0; i < populations; i++) {
      String name = network.populations().get(i).name();
      firstNeuron[i] = partitioning.from(i, partition);
      int count = partitioning.to(i, partition) - firstNeuron[i];
      wanted[i] = recording.keepsSpikesOf(name, firstNeuron[i], count);
      spikes.add(recording.keepsSpikesOf(name) ? new SpikeBlocks() : null);
      tracesOf.add(new ArrayList<>());
    }
    for (Recording.Trace trace : recording.traces()) {
      addTrace(trace, network, settings, partitioning, partition);
    }
    int rates = recording.rates().size();
    this.rateCounts = new int[rates][];
    this.ratePopulation = new int[rates];
    this.rateBin = new double[rates];
    for (int i = 0; i < rates; i++) {
      Recording.Rate rate = recording.rates().get(i);
      ratePopulation[i] = network.populationIndex(rate.population());
      rateBin[i] = rate.bin();
      rateCounts[i] = new int[(int) Math.ceil(settings.duration() / rate.bin()) + 1];
    }
  }

  private void addTrace(
      Recording.Trace trace,
      Network network,
      RunSettings settings,
      Partitioning partitioning,
      int partition) {
    int population = network.populationIndex(trace.neurons().population());
    NeuronModel model = Models.of(network.populations().get(population));
    List<String> names = model.stateVariables().stream().map(StateVariable::name).toList();
    int first = partitioning.from(population, partition);
    int from = Math.max(trace.neurons().from(), first);
    int to = Math.min(trace.neurons().to(), partitioning.to(population, partition));
    TraceSamples samples =
        new TraceSamples(
            population,
            trace.variables().stream().mapToInt(names::indexOf).toArray(),
            from - first,
            Math.max(0, to - from),
            settings.warmup(),
            trace.interval(),
            sampleCount(settings, trace.interval()));
    traces.add(samples);
    if (from < to) {
      tracesOf.get(population).add(samples);
    }
  }

  /** Samples of a run, with room for rounding at its end. */
  static int sampleCount(RunSettings settings, double interval) {
    return (int) Math.floor(settings.duration() / interval * (1 + 1e-12));
  }

  /** Takes note of a spike. */
  void fired(int population, int neuron, double time) {
    boolean start = time == 0 && warmup == 0;
    if (!(time > warmup + GridTime.SAME_MOMENT || start) || time > end + GridTime.SAME_MOMENT) {
      return;
    }
    spikeCounts[population]++;
    if (wanted[population][neuron - firstNeuron[population]]) {
      present.add(time, population, neuron);
    }
    for (int i = 0; i < rateCounts.length; i++) {
      if (ratePopulation[i] == population) {
        double into = time - warmup - GridTime.SAME_MOMENT;
        rateCounts[i][(int) Math.max(0, Math.ceil(into / rateBin[i]) - 1)]++;
      }
    }
  }

  /** Ends a window, of which all spikes are known: they are kept in order of time. */
  void endWindow() {
    ordered.merge(List.of(present));
    for (int i = 0; i < ordered.size(); i++) {
      SpikeBlocks kept = spikes.get(ordered.population(i));
      if (kept != null) {
        kept.add(ordered.time(i), ordered.neuron(i));
      }
    }
    present.clear();
  }

  /** The traces that look at neurons of a group. */
  List<TraceSamples> traces(int group) {
    return tracesOf.get(group);
  }

  TraceSamples trace(int request) {
    return traces.get(request);
  }

  long[] spikeCounts() {
    return spikeCounts;
  }

  @Nullable SpikeBlocks spikes(int population) {
    return spikes.get(population);
  }

  int[] rateCounts(int request) {
    return rateCounts[request];
  }
}
