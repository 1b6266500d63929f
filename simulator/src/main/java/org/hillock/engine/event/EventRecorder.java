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
import org.hillock.record.HeldCounts;
import org.hillock.record.HeldRecord;
import org.hillock.record.HeldSamples;
import org.hillock.record.Recording;
import org.hillock.record.SpikeBlocks;
import org.jspecify.annotations.Nullable;

/** What one partition records of its neurons. */
final class EventRecorder {

  private final double warmup;
  private final double end;
  private final long[] spikeCounts;
  private final HeldRecord held;

  /** Spikes of the present window, neuron by neuron. */
  private final Outbox present = new Outbox();

  private final Outbox ordered = new Outbox();
  private final boolean[][] wanted;
  private final int[] firstNeuron;
  private final List<List<TraceSamples>> tracesOf = new ArrayList<>();
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
    List<@Nullable SpikeBlocks> spikes = new ArrayList<>();
    for (int i = 0; i < populations; i++) {
      String name = network.populations().get(i).name();
      firstNeuron[i] = partitioning.from(i, partition);
      int count = partitioning.to(i, partition) - firstNeuron[i];
      wanted[i] = recording.keepsSpikesOf(name, firstNeuron[i], count);
      spikes.add(recording.keepsSpikesOf(name) ? new SpikeBlocks() : null);
      tracesOf.add(new ArrayList<>());
    }
    List<@Nullable HeldSamples> samples = new ArrayList<>();
    for (Recording.Trace trace : recording.traces()) {
      samples.add(addTrace(trace, network, settings, partitioning, partition));
    }
    this.ratePopulation =
        recording.rates().stream()
            .mapToInt(rate -> network.populationIndex(rate.population()))
            .toArray();
    this.rateBin = recording.rates().stream().mapToDouble(Recording.Rate::bin).toArray();
    this.held =
        new HeldRecord(
            spikes, samples, recording.rates().stream().map(rate -> new HeldCounts()).toList());
  }

  private @Nullable HeldSamples addTrace(
      Recording.Trace trace,
      Network network,
      RunSettings settings,
      Partitioning partitioning,
      int partition) {
    int population = network.populationIndex(trace.neurons().population());
    NeuronModel model = Models.of(network.populations().get(population));
    List<String> names = model.stateVariables().stream().map(StateVariable::name).toList();
    int[] variables = trace.variables().stream().mapToInt(names::indexOf).toArray();
    int first = partitioning.from(population, partition);
    int from = Math.max(trace.neurons().from(), first);
    int to = Math.min(trace.neurons().to(), partitioning.to(population, partition));
    if (from >= to) {
      return null;
    }
    HeldSamples taken = new HeldSamples(variables.length, from, to - from);
    tracesOf
        .get(population)
        .add(
            new TraceSamples(
                variables,
                from - first,
                to - from,
                settings.warmup(),
                trace.interval(),
                new EventRecordTimes(settings).planned(trace.interval()),
                taken));
    return taken;
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
    for (int i = 0; i < rateBin.length; i++) {
      if (ratePopulation[i] == population) {
        double into = time - warmup - GridTime.SAME_MOMENT;
        held.rate(i).add((long) Math.max(0, Math.ceil(into / rateBin[i]) - 1), 1);
      }
    }
  }

  /** Ends a window, of which all spikes are known: they are kept in order of time. */
  void endWindow() {
    ordered.merge(List.of(present));
    for (int i = 0; i < ordered.size(); i++) {
      SpikeBlocks kept = held.spikes(ordered.population(i));
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

  HeldRecord held() {
    return held;
  }

  long[] spikeCounts() {
    return spikeCounts;
  }
}
