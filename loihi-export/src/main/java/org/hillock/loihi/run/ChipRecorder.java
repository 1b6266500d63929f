package org.hillock.loihi.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.IntList;
import org.hillock.loihi.chip.ChipForm;
import org.hillock.loihi.emulate.Emulation;
import org.hillock.loihi.wiring.Outside;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.NeuronForm;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.record.RateTable;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;

/**
 * Keeps what is asked for of an emulated chip, in the words of the network: voltages in mV, times
 * in ms.
 */
final class ChipRecorder {

  private final EmulatedChip chip;
  private final Network network;
  private final RunSettings settings;
  private final Recording recording;
  private final long warmupSteps;
  private final int[] populationOf;
  private final int[] neuronOf;
  private final boolean[][] wanted;
  private final long[] counts;
  private final IntList[] spikeSteps;
  private final IntList[] spikeNeurons;
  private final List<List<ChipVariables.Variable>> variables = new ArrayList<>();
  private final List<double[][][]> traces = new ArrayList<>();
  private final int[] ratePopulation;
  private final int[][] rateCounts;
  private int samples;

  ChipRecorder(EmulatedChip chip, Network network, RunSettings settings, Recording recording) {
    this.chip = chip;
    this.network = network;
    this.settings = settings;
    this.recording = recording;
    this.warmupSteps = GridTime.index(settings.warmup(), chip.chipStep());
    int populations = network.populations().size();
    this.populationOf = new int[chip.image().neurons()];
    this.neuronOf = new int[populationOf.length];
    Arrays.fill(populationOf, -1);
    for (int p = 0; p < populations; p++) {
      for (int i = 0; i < chip.neurons()[p].length; i++) {
        if (chip.neurons()[p][i] >= 0) {
          populationOf[chip.neurons()[p][i]] = p;
          neuronOf[chip.neurons()[p][i]] = i;
        }
      }
    }
    this.wanted = new boolean[populations][];
    this.counts = new long[populations];
    this.spikeSteps = new IntList[populations];
    this.spikeNeurons = new IntList[populations];
    for (int p = 0; p < populations; p++) {
      wanted[p] = new boolean[network.populations().get(p).size()];
      spikeSteps[p] = new IntList();
      spikeNeurons[p] = new IntList();
    }
    for (NeuronRange range : recording.spikes()) {
      Arrays.fill(
          wanted[network.populationIndex(range.population())], range.from(), range.to(), true);
    }
    long steps = GridTime.index(settings.duration(), chip.chipStep());
    for (Recording.Trace trace : recording.traces()) {
      variables.add(checked(trace));
      int most = (int) (steps / interval(trace)) + 1;
      traces.add(new double[trace.variables().size()][trace.neurons().size()][most]);
    }
    this.ratePopulation =
        recording.rates().stream()
            .mapToInt(rate -> network.populationIndex(rate.population()))
            .toArray();
    this.rateCounts = new int[ratePopulation.length][];
    for (int i = 0; i < rateCounts.length; i++) {
      long bin = bin(recording.rates().get(i));
      rateCounts[i] = new int[(int) ((steps + bin - 1) / bin)];
    }
  }

  /** The variables of a trace, which the chip must have. */
  private List<ChipVariables.Variable> checked(Recording.Trace trace) {
    String where = "record." + trace.neurons().population();
    Population population = network.population(trace.neurons().population());
    if (Outside.holds(population)) {
      throw new InvalidNetworkException(where, "a population outside the chip", "one on it");
    }
    Map<String, ChipVariables.Variable> known =
        ChipVariables.of(ChipForm.of(Models.form(population.model())).orElseThrow());
    List<ChipVariables.Variable> found = new ArrayList<>();
    for (String variable : trace.variables()) {
      ChipVariables.Variable one = known.get(variable);
      if (one == null) {
        throw new InvalidNetworkException(
            where, variable, String.join(", ", known.keySet()) + ", which the chip has");
      }
      found.add(one);
    }
    return found;
  }

  private long interval(Recording.Trace trace) {
    return Math.max(1, GridTime.index(trace.interval(), chip.chipStep()));
  }

  private long bin(Recording.Rate rate) {
    return Math.max(1, GridTime.index(rate.bin(), chip.chipStep()));
  }

  /** Keeps what happened in the step that has just been done. */
  void afterStep(Emulation emulation) {
    long since = emulation.time() - warmupSteps;
    if (since <= 0) {
      return;
    }
    emulation.forEachSpike(number -> spike(number, emulation.time()));
    for (int t = 0; t < traces.size(); t++) {
      Recording.Trace trace = recording.traces().get(t);
      if (since % interval(trace) == 0) {
        int sample = (int) (since / interval(trace)) - 1;
        int[] numbers = chip.neurons()[network.populationIndex(trace.neurons().population())];
        for (int k = 0; k < variables.get(t).size(); k++) {
          ChipVariables.Raw raw = variables.get(t).get(k).raw();
          for (int i = 0; i < trace.neurons().size(); i++) {
            int number = numbers[trace.neurons().from() + i];
            traces.get(t)[k][i][sample] = raw.of(emulation, number);
          }
        }
      }
    }
    samples = (int) since;
  }

  private void spike(int number, long step) {
    int population = populationOf[number];
    if (population >= 0) {
      spike(population, neuronOf[number], step);
    }
  }

  private void spike(int population, int neuron, long step) {
    counts[population]++;
    if (wanted[population][neuron]) {
      spikeSteps[population].add((int) step);
      spikeNeurons[population].add(neuron);
    }
    for (int i = 0; i < rateCounts.length; i++) {
      if (ratePopulation[i] == population) {
        rateCounts[i][(int) ((step - warmupSteps - 1) / bin(recording.rates().get(i)))]++;
      }
    }
  }

  /** Spikes of populations outside the chip, which the host knows; up to the end of the run. */
  void addOutside(List<SpikeList> lists, long lastStep) {
    for (SpikeList list : lists) {
      int population = network.populationIndex(list.population());
      for (int i = 0; i < list.size(); i++) {
        long step = GridTime.stepOf(list.times()[i], chip.chipStep());
        if (step > warmupSteps && step <= lastStep) {
          spike(population, list.neurons()[i], step);
        }
      }
    }
  }

  long[] counts() {
    return counts;
  }

  List<SpikeList> spikes() {
    List<SpikeList> lists = new ArrayList<>();
    for (int p = 0; p < wanted.length; p++) {
      String name = network.populations().get(p).name();
      if (recording.spikes().stream().anyMatch(range -> range.population().equals(name))) {
        lists.add(ordered(name, spikeSteps[p], spikeNeurons[p]));
      }
    }
    return lists;
  }

  /** By step, then neuron: cores hold the neurons of a population in any order. */
  private SpikeList ordered(String name, IntList steps, IntList neurons) {
    long[] keys = new long[steps.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) steps.get(i) << 32 | neurons.get(i);
    }
    Arrays.sort(keys);
    double[] times = new double[keys.length];
    int[] who = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      times[i] = GridTime.time(keys[i] >>> 32, chip.chipStep());
      who[i] = (int) keys[i];
    }
    return new SpikeList(name, times, who);
  }

  List<TraceTable> traces() {
    List<TraceTable> tables = new ArrayList<>();
    for (int t = 0; t < traces.size(); t++) {
      Recording.Trace trace = recording.traces().get(t);
      int index = network.populationIndex(trace.neurons().population());
      Population population = network.populations().get(index);
      NeuronValues values =
          new NeuronValues(population, index, Models.of(population), settings.seed());
      int count = (int) (samples / interval(trace));
      double[] times = new double[count];
      for (int i = 0; i < count; i++) {
        times[i] = GridTime.time(warmupSteps + (i + 1) * interval(trace), chip.chipStep());
      }
      double[][][] all = new double[trace.variables().size()][trace.neurons().size()][];
      for (int i = 0; i < trace.neurons().size(); i++) {
        NeuronForm form = values.form(trace.neurons().from() + i);
        for (int k = 0; k < all.length; k++) {
          double zero = variables.get(t).get(k).zero().of(form);
          all[k][i] =
              Arrays.stream(traces.get(t)[k][i], 0, count)
                  .map(raw -> raw / chip.scales()[index] + zero)
                  .toArray();
        }
      }
      tables.add(
          new TraceTable(population.name(), trace.neurons().from(), trace.variables(), times, all));
    }
    return tables;
  }

  /** Binned counts; whole bins that were run. */
  List<RateTable> rates() {
    List<RateTable> tables = new ArrayList<>();
    for (int i = 0; i < rateCounts.length; i++) {
      Recording.Rate rate = recording.rates().get(i);
      int size = network.population(rate.population()).size();
      int bins = (int) (samples / bin(rate));
      double width = GridTime.time(bin(rate), chip.chipStep());
      tables.add(
          new RateTable(
              rate.population(),
              size,
              settings.warmup(),
              width,
              Arrays.copyOf(rateCounts[i], bins)));
    }
    return tables;
  }
}
