package org.hillock.sweep;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * What the seeds gave at one place of the grid.
 *
 * @param mean of those that gave a value; not a number if none did
 * @param sd their standard deviation, with n - 1; 0 of a single one
 * @param count how many gave a value
 */
record Spread(double mean, double sd, long count) {

  static Spread of(Iterable<Double> values) {
    SummaryStatistics statistics = new SummaryStatistics();
    for (double value : values) {
      if (Double.isFinite(value)) {
        statistics.addValue(value);
      }
    }
    return new Spread(statistics.getMean(), statistics.getStandardDeviation(), statistics.getN());
  }
}
