package org.hillock.scenario.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hillock.analysis.CrossCorrelogram;
import org.hillock.analysis.LabelledTrial;
import org.hillock.analysis.PartOfSpikes;
import org.hillock.analysis.PopulationPattern;
import org.hillock.analysis.PowerSpectrum;
import org.hillock.analysis.SpikeOrder;
import org.hillock.analysis.TimeWindow;
import org.hillock.analysis.TrialCounts;
import org.hillock.analysis.Tuning;
import org.hillock.network.NeuronRange;
import org.hillock.record.Spikes;

/**
 * Measures of how activity goes over time, with other neurons and with what is shown.
 *
 * @param result of the run
 * @param whole what was recorded, as far as the run got
 */
record ActivityResults(Findings result, TimeWindow whole) {

  private static final double LARGEST_LAG = 100; // [ms]

  /** The answer; over the trials of phases, the mean of those that have one. */
  double measure(Measurement question, Measure measure) {
    NeuronRange range = Objects.requireNonNull(question.range());
    Spikes spikes = result.spikesOf(range.population());
    int from = range.from();
    int to = range.to();
    return switch (measure) {
      case SPECTRUM ->
          mean(question, w -> PowerSpectrum.of(spikes, from, to, w).at(question.first()));
      case PEAK_FREQUENCY -> {
        boolean all = Double.isNaN(question.first());
        double least = all ? 0 : question.first();
        double most = all ? PowerSpectrum.HIGHEST : question.second();
        yield mean(question, w -> PowerSpectrum.of(spikes, from, to, w).peak(least, most));
      }
      case CROSS_CORRELATION -> {
        double bin = bin(question);
        int lag = (int) Math.rint(question.first() / bin);
        yield mean(question, w -> correlogram(question, w, bin, Math.abs(lag)).at(lag));
      }
      case LAG -> {
        double bin = bin(question);
        double largest = Double.isNaN(question.first()) ? LARGEST_LAG : question.first();
        int most = (int) Math.floor(largest / bin + 1e-9);
        yield mean(question, w -> correlogram(question, w, bin, most).peak());
      }
      case PSTH -> afterBeginnings(question, range, spikes);
      case ORDER_CORRELATION -> mean(question, w -> SpikeOrder.correlation(spikes, from, to, w));
      case ACTIVE -> mean(question, w -> PopulationPattern.activePart(spikes, from, to, w));
      case POPULATION_VECTOR ->
          mean(question, w -> PopulationPattern.direction(spikes, from, to, w));
      case PATTERN_CORRELATION -> similarity(question, range, spikes);
      default -> tuning(question, measure, range, spikes);
    };
  }

  private static double bin(Measurement question) {
    return Double.isNaN(question.second()) ? ActivityCheck.LAG_BIN : question.second();
  }

  private double mean(Measurement question, ToDoubleFunction<TimeWindow> one) {
    boolean between = question.measure().between();
    List<TimeWindow> windows = between ? question.windows() : question.within();
    return (windows.isEmpty() ? List.of(whole) : windows)
        .stream()
            .filter(this::reached)
            .mapToDouble(one)
            .filter(value -> !Double.isNaN(value))
            .average()
            .orElse(Double.NaN);
  }

  private boolean reached(TimeWindow window) {
    return window.stop() <= whole.stop() + TimeWindow.ROUNDING;
  }

  private CrossCorrelogram correlogram(
      Measurement question, TimeWindow window, double bin, int most) {
    NeuronRange range = Objects.requireNonNull(question.range());
    NeuronRange others = Objects.requireNonNull(question.others());
    return CrossCorrelogram.of(of(range), of(others), window, bin, most);
  }

  private Spikes of(NeuronRange range) {
    return PartOfSpikes.of(result.spikesOf(range.population()), range.from(), range.to());
  }

  /** Windows may overlap, since they may go on after the end of a trial. */
  private double afterBeginnings(Measurement question, NeuronRange range, Spikes spikes) {
    DoubleStream.Builder found = DoubleStream.builder();
    PartOfSpikes.of(spikes, range.from(), range.to()).forEach((time, neuron) -> found.add(time));
    double[] times = found.build().toArray();
    long count = 0;
    for (TimeWindow trial : question.within()) {
      double begin = trial.start() + question.first();
      double end = trial.start() + question.second();
      if (begin < whole.start() - TimeWindow.ROUNDING || end > whole.stop() + TimeWindow.ROUNDING) {
        return Double.NaN;
      }
      count +=
          TimeWindow.firstAbove(times, end + TimeWindow.ROUNDING)
              - TimeWindow.firstAbove(times, begin + TimeWindow.ROUNDING);
    }
    double time = question.within().size() * (question.second() - question.first());
    return 1000.0 * count / (time * range.size());
  }

  private double similarity(Measurement question, NeuronRange range, Spikes spikes) {
    List<LabelledTrial> one = question.learnt();
    List<LabelledTrial> other = question.asked();
    if (!Stream.concat(one.stream(), other.stream()).allMatch(trial -> reached(trial.time()))) {
      return Double.NaN;
    }
    return PopulationPattern.correlation(
        PopulationPattern.rates(spikes, range.from(), range.to(), one),
        PopulationPattern.rates(spikes, range.from(), range.to(), other));
  }

  private double tuning(Measurement question, Measure measure, NeuronRange range, Spikes spikes) {
    List<LabelledTrial> shown = question.learnt();
    if (!shown.stream().allMatch(trial -> reached(trial.time()))) {
      return Double.NaN;
    }
    TrialCounts counts =
        TrialCounts.of(spikes, range.from(), range.to(), shown, TrialCounts.labels(shown));
    for (int i = 0; i < shown.size(); i++) { // phases may differ in length
      double duration = shown.get(i).time().duration();
      double[] trial = counts.counts()[i];
      Arrays.setAll(trial, neuron -> trial[neuron] / duration);
    }
    return switch (measure) {
      case ORIENTATION_SELECTIVITY -> Tuning.angular(counts, 2);
      case DIRECTION_SELECTIVITY -> Tuning.angular(counts, 1);
      default -> Tuning.sparseness(counts);
    };
  }
}
