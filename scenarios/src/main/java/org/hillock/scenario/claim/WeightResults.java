package org.hillock.scenario.claim;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hillock.analysis.WeightDistribution;
import org.hillock.record.WeightTable;

/** What the final weights of a projection say. */
final class WeightResults {

  private WeightResults() {}

  /** The answer; not a number if there are not so many synapses. */
  static double of(List<WeightTable> tables, Measurement question, Measure measure) {
    boolean all = question.index() == 0 && question.end() == Measurement.ALL;
    DoubleStream.Builder chosen = DoubleStream.builder();
    long place = 0;
    for (WeightTable table : tables) {
      if (!table.projection().equals(question.projection()) || table.weights().length == 0) {
        continue;
      }
      double[] last = table.weights()[table.weights().length - 1];
      int[] order = all ? new int[0] : ordered(table); // which takes its time, and is not needed
      for (int i = 0; i < last.length; i++, place++) {
        if (place >= question.index() && place < question.end()) {
          chosen.add(last[all ? i : order[i]]);
        }
      }
    }
    double[] weights = chosen.build().toArray();
    if (weights.length == 0 || (question.end() != Measurement.ALL && question.end() > place)) {
      return Double.NaN;
    }
    return switch (measure) {
      case FRACTION_WEIGHTS ->
          WeightDistribution.fraction(weights, question.first(), question.second());
      case BIMODALITY -> WeightDistribution.bimodality(weights);
      default -> moment(weights, measure);
    };
  }

  /** Mean or deviation; that of a single one is the weight itself. */
  private static double moment(double[] weights, Measure measure) {
    double sum = 0;
    double squares = 0;
    for (double weight : weights) {
      sum += weight;
      squares += weight * weight;
    }
    double mean = sum / weights.length;
    double variance = Math.max(0, squares / weights.length - mean * mean);
    return measure == Measure.SD_WEIGHT ? Math.sqrt(variance) : mean;
  }

  /** Synapses in the order of their source, then of their target, then as they are. */
  private static int[] ordered(WeightTable table) {
    Integer[] order = new Integer[table.sources().length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) ->
            table.sources()[a] != table.sources()[b]
                ? Integer.compare(table.sources()[a], table.sources()[b])
                : Integer.compare(table.targets()[a], table.targets()[b]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
