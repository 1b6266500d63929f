package org.hillock.scenario.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hillock.analysis.FanoFactor;
import org.hillock.analysis.LabelledTrial;
import org.hillock.analysis.LocalVariation;
import org.hillock.analysis.PartOfSpikes;
import org.hillock.analysis.ReadOut;
import org.hillock.analysis.Relaxation;
import org.hillock.analysis.SpikeStatistics;
import org.hillock.analysis.TimeBins;
import org.hillock.analysis.TimeWindow;
import org.hillock.analysis.TrialCounts;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.record.ModulatorTable;
import org.hillock.record.Spikes;
import org.hillock.record.StructureTable;
import org.hillock.record.TraceTable;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link Measurement}s from the results of a run; not a number where there is no answer.
 */
final class Results {

  private static final double SYNCHRONY_BIN = 3; // [ms], Potjans & Diesmann 2014
  private static final double CORRELATION_BIN = 5; // [ms]
  private static final double FANO_BIN = 100; // [ms]
  private static final int CORRELATED_NEURONS = 1000;

  private final Findings result;
  private final Network network;
  private final double start;
  private final double stop;

  Results(Findings result, Network network, RunSettings settings) {
    this.result = result;
    this.network = network;
    this.start = settings.warmup();
    this.stop = result.partial() ? result.endTime() : settings.warmup() + settings.duration();
  }

  /** The answer, in the unit of the measurement. */
  double measure(Measurement question) {
    Measure measure = question.measure();
    if (measure == null) {
      return sample(question);
    }
    return switch (measure) {
      case MAXIMUM, MINIMUM, MEAN, FIT_TAU -> window(question, measure);
      case WEIGHT, MEAN_WEIGHT, SD_WEIGHT, FRACTION_WEIGHTS, BIMODALITY ->
          WeightResults.of(result.weights(), question, measure);
      case MODULATOR -> modulator(question);
      case SYNAPSES -> synapses(question);
      case DECODING -> readOut(question, ReadOut.Kind.NEAREST_CENTROID);
      case LINEAR_DECODING -> readOut(question, ReadOut.Kind.LINEAR);
      case LIKELIHOOD_DECODING -> readOut(question, ReadOut.Kind.LIKELIHOOD);
      case SPECTRUM,
          PEAK_FREQUENCY,
          CROSS_CORRELATION,
          LAG,
          PSTH,
          ORDER_CORRELATION,
          ACTIVE,
          POPULATION_VECTOR,
          PATTERN_CORRELATION,
          SELECTIVITY,
          ORIENTATION_SELECTIVITY,
          DIRECTION_SELECTIVITY ->
          new ActivityResults(result, new TimeWindow(start, stop)).measure(question, measure);
      case ACCURACY -> readOut(question, ReadOut.Kind.VOTE);
      default -> spikes(question, measure);
    };
  }

  /** Synapses after the last change until a time, or of the run. */
  private double synapses(Measurement question) {
    StructureTable table = result.structure();
    double until = Double.isNaN(question.first()) ? stop : question.first();
    int at = TimeWindow.firstAbove(table.times(), until + TimeWindow.ROUNDING) - 1;
    double sum = Double.NaN;
    for (StructureTable.Synapses one : table.synapses()) {
      if (at >= 0 && until <= stop + TimeWindow.ROUNDING && named(one, question)) {
        sum = (Double.isNaN(sum) ? 0 : sum) + one.counts()[at];
      }
    }
    return sum;
  }

  /** What a modulator left at a sample; not a number where the run did not get so far. */
  private double modulator(Measurement question) {
    for (ModulatorTable table : result.modulators()) {
      int trace = table.traces().indexOf(question.variable());
      if (table.projection().equals(question.projection()) && trace >= 0) {
        for (int i = 0; i < table.times().length; i++) {
          if (Math.abs(table.times()[i] - question.first()) <= TimeWindow.ROUNDING) {
            return table.values()[trace][i];
          }
        }
      }
    }
    return Double.NaN;
  }

  /** Which part of what was shown is told rightly; not a number if the run ended before. */
  private double readOut(Measurement question, ReadOut.Kind kind) {
    List<LabelledTrial> all = new ArrayList<>(question.learnt());
    all.addAll(question.asked());
    if (all.stream().anyMatch(trial -> trial.time().stop() > stop + TimeWindow.ROUNDING)) {
      return Double.NaN;
    }
    List<String> labels = TrialCounts.labels(all);
    TrialCounts learnt = counts(question, question.learnt(), labels);
    return question.asked().isEmpty()
        ? kind.accuracy(learnt)
        : kind.accuracy(learnt, counts(question, question.asked(), labels));
  }

  private TrialCounts counts(
      Measurement question, List<LabelledTrial> trials, List<String> labels) {
    NeuronRange range = Objects.requireNonNull(question.range());
    return TrialCounts.of(recorded(range), range.from(), range.to(), trials, labels);
  }

  private static boolean named(StructureTable.Synapses one, Measurement question) {
    return one.projection().equals(question.projection());
  }

  private double spikes(Measurement question, Measure measure) {
    NeuronRange range = Objects.requireNonNull(question.range());
    if (measure == Measure.RATE || measure == Measure.SPIKES) {
      List<TimeWindow> windows = question.windows();
      double spikes = windows.isEmpty() ? count(range) : count(range, windows);
      double time =
          windows.isEmpty()
              ? stop - start
              : windows.stream().mapToDouble(TimeWindow::duration).sum();
      return measure == Measure.SPIKES ? spikes : 1000.0 * spikes / (range.size() * time);
    }
    Spikes spikes = recorded(range);
    boolean trials = measure == Measure.FANO_FACTOR && Double.isNaN(question.first());
    if (trials && !question.within().isEmpty()) {
      return FanoFactor.mean(spikes, range.from(), range.to(), question.within());
    }
    if (question.within().isEmpty()) {
      return spikes(question, measure, spikes, new TimeWindow(start, stop));
    }
    return question.within().stream()
        .mapToDouble(
            phase -> {
              Spikes part = PartOfSpikes.within(spikes, phase);
              double value = spikes(question, measure, part, phase);
              return measure == Measure.FIRST_SPIKE ? value - phase.start() : value;
            })
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  private static double spikes(
      Measurement question, Measure measure, Spikes spikes, TimeWindow window) {
    NeuronRange range = Objects.requireNonNull(question.range());
    int from = range.from();
    int to = range.to();
    return switch (measure) {
      case CV -> SpikeStatistics.meanCvIsi(spikes, from, to);
      case CV2 -> LocalVariation.of(spikes, from, to).meanCv2();
      case LV -> LocalVariation.of(spikes, from, to).meanLv();
      case FANO_FACTOR ->
          FanoFactor.mean(
              spikes,
              from,
              to,
              TimeBins.within(window.start(), window.stop(), bin(question, FANO_BIN)).windows());
      case ISI -> SpikeStatistics.meanIsi(spikes, from, to);
      case FIRST_SPIKE -> spikeTime(range, spikes, 0);
      case SPIKE_TIME -> spikeTime(range, spikes, question.index());
      case SYNCHRONY ->
          SpikeStatistics.synchrony(
              PartOfSpikes.of(spikes, from, to),
              window.start(),
              window.stop(),
              bin(question, SYNCHRONY_BIN));
      default ->
          SpikeStatistics.correlation(
              spikes,
              from,
              to,
              window.start(),
              window.stop(),
              bin(question, CORRELATION_BIN),
              CORRELATED_NEURONS);
    };
  }

  private static double bin(Measurement question, double otherwise) {
    return Double.isNaN(question.first()) ? otherwise : question.first();
  }

  private long count(NeuronRange range) {
    int population = network.populationIndex(range.population());
    if (range.size() == network.populations().get(population).size()) {
      return result.spikeCounts()[population];
    }
    return PartOfSpikes.of(recorded(range), range.from(), range.to()).count();
  }

  /**
   * Spikes of windows, one after the other, that are open at their beginning, as all intervals are;
   * not a number if the run did not get so far.
   */
  private double count(NeuronRange range, List<TimeWindow> windows) {
    double end = windows.get(windows.size() - 1).stop();
    double slack = 1e-9 * Math.max(1, end);
    if (end > stop + slack) {
      return Double.NaN;
    }
    long[] count = {0};
    int[] at = {0};
    recorded(range)
        .forEach(
            (time, neuron) -> {
              while (at[0] < windows.size() && time > windows.get(at[0]).stop() + slack) {
                at[0]++;
              }
              boolean inside = at[0] < windows.size() && time > windows.get(at[0]).start() + slack;
              if (inside && holds(range, neuron)) {
                count[0]++;
              }
            });
    return count[0];
  }

  private static boolean holds(NeuronRange range, int neuron) {
    return neuron >= range.from() && neuron < range.to();
  }

  private Spikes recorded(NeuronRange range) {
    return result.spikesOf(range.population());
  }

  /** The k-th spike of the range; they come in order of time. */
  private static double spikeTime(NeuronRange range, Spikes spikes, int k) {
    double[] found = {Double.NaN};
    int[] before = {0};
    spikes.forEach(
        (time, neuron) -> {
          if (holds(range, neuron) && before[0]++ == k) {
            found[0] = time;
          }
        });
    return found[0];
  }

  private double sample(Measurement question) {
    TraceTable table = trace(question);
    if (table == null || table.times().length == 0) {
      return Double.NaN;
    }
    double[] times = table.times();
    int best = 0;
    for (int i = 1; i < times.length; i++) {
      if (Math.abs(times[i] - question.first()) < Math.abs(times[best] - question.first())) {
        best = i;
      }
    }
    return table.values()[0][0][best];
  }

  private double window(Measurement question, Measure measure) {
    TraceTable table = trace(question);
    if (table == null) {
      return Double.NaN;
    }
    double[] values = table.values()[0][0];
    if (measure == Measure.FIT_TAU) {
      return question.windows().stream()
          .mapToDouble(window -> timeConstant(table.times(), values, window))
          .filter(tau -> !Double.isNaN(tau))
          .average()
          .orElse(Double.NaN);
    }
    double max = Double.NEGATIVE_INFINITY;
    double min = Double.POSITIVE_INFINITY;
    double sum = 0;
    int n = 0;
    for (TimeWindow window : question.windows()) {
      double slack = 1e-9 * Math.max(1, window.stop());
      for (int i = 0; i < values.length; i++) {
        double time = table.times()[i];
        if (time >= window.start() - slack && time <= window.stop() + slack) {
          max = Math.max(max, values[i]);
          min = Math.min(min, values[i]);
          sum += values[i];
          n++;
        }
      }
    }
    if (n == 0) {
      return Double.NaN;
    }
    return measure == Measure.MAXIMUM ? max : measure == Measure.MINIMUM ? min : sum / n;
  }

  private static double timeConstant(double[] times, double[] values, TimeWindow window) {
    double slack = 1e-9 * Math.max(1, window.stop());
    int from = TimeWindow.firstAbove(times, window.start() - slack);
    int to = TimeWindow.firstAbove(times, window.stop() + slack);
    return Relaxation.timeConstant(
        Arrays.copyOfRange(times, from, to), Arrays.copyOfRange(values, from, to));
  }

  private @Nullable TraceTable trace(Measurement question) {
    NeuronRange neuron = Objects.requireNonNull(question.range());
    String variable = Objects.requireNonNull(question.variable());
    return result.traces().of(neuron.population(), neuron.from(), variable).orElse(null);
  }
}
