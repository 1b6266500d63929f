package org.hillock.engine.event;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.Partitioning;
import org.hillock.engine.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.StateVariable;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.record.Recording;
import org.jspecify.annotations.Nullable;

/** Everything that one partition records. */
final class EventRecorder {

  private final double warmup;
  private final double end;
  private final long[] spikeCounts;
  private final List<@Nullable Outbox> spikes = new ArrayList<>();
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
      wanted[i] = new boolean[partitioning.to(i, partition) - firstNeuron[i]];
      boolean any = false;
      for (NeuronRange range : recording.spikes()) {
        if (range.population().equals(name)) {
          any = true;
          for (int n = 0; n < wanted[i].length; n++) {
            wanted[i][n] |= firstNeuron[i] + n >= range.from() && firstNeuron[i] + n < range.to();
          }
        }
      }
      spikes.add(any ? new Outbox() : null);
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
    NeuronModel model = Models.neuron(network.populations().get(population).model()).orElseThrow();
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
    Outbox kept = spikes.get(population);
    if (kept != null && wanted[population][neuron - firstNeuron[population]]) {
      kept.add(time, population, neuron);
    }
    for (int i = 0; i < rateCounts.length; i++) {
      if (ratePopulation[i] == population) {
        long bin = GridTime.stepOf(time - warmup, rateBin[i]) - 1;
        rateCounts[i][(int) Math.max(0, bin)]++;
      }
    }
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

  @Nullable Outbox spikes(int population) {
    return spikes.get(population);
  }

  int[] rateCounts(int request) {
    return rateCounts[request];
  }
}
