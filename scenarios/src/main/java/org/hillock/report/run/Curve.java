package org.hillock.report.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * A curve as the page holds it: values in single precision, which is finer than any screen, and
 * times, or how they follow from each other.
 *
 * @param name in the legend
 * @param times of the samples [ms], ascending
 * @param values at these times
 * @param thinned whether there were more
 */
record Curve(String name, double[] times, double[] values, boolean thinned) {

  /** As many samples all curves of a page may have together: some 16 MB at most. */
  static final int MOST_TOGETHER = 1_000_000;

  /** However many curves there are, each may have as many. */
  private static final int LEAST = 2000;

  /** How many samples each of so many curves may have. */
  static int most(int curves) {
    return Math.max(LEAST, MOST_TOGETHER / Math.max(1, curves));
  }

  /** Relative to the step: times that are as near are the same. */
  private static final double SAME = 1e-6;

  /**
   * A curve; of a long one the smallest and the largest value of each stretch are kept.
   *
   * @param most how many samples it may have
   */
  static Curve of(String name, double[] times, double[] values, int most) {
    int count = Math.min(times.length, values.length);
    if (count <= most) {
      return new Curve(name, times, values, false);
    }
    int stretch = (int) Math.ceil(2.0 * count / most);
    int stretches = (count + stretch - 1) / stretch;
    double[] keptTimes = new double[2 * stretches];
    double[] kept = new double[2 * stretches];
    for (int i = 0; i < stretches; i++) {
      int from = i * stretch;
      int least = from;
      int greatest = from;
      for (int k = from; k < Math.min(count, from + stretch); k++) {
        least = values[k] < values[least] ? k : least;
        greatest = values[k] > values[greatest] ? k : greatest;
      }
      keptTimes[2 * i] = times[Math.min(least, greatest)];
      kept[2 * i] = values[Math.min(least, greatest)];
      keptTimes[2 * i + 1] = times[Math.max(least, greatest)];
      kept[2 * i + 1] = values[Math.max(least, greatest)];
    }
    return new Curve(name, keptTimes, kept, true);
  }

  /** The step between samples [ms]; not a number if they do not follow regularly. */
  double step() {
    if (times.length < 2) {
      return Double.NaN;
    }
    double step = (times[times.length - 1] - times[0]) / (times.length - 1);
    for (int i = 0; i < times.length; i++) {
      if (Math.abs(times[i] - times[0] - i * step) > SAME * step) {
        return Double.NaN;
      }
    }
    return step;
  }

  /** The values, 4 bytes each, the lowest first, in base 64. */
  String codedValues() {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** The times, 8 bytes each, likewise. */
  String codedTimes() {
    ByteBuffer bytes = ByteBuffer.allocate(8 * times.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double time : times) {
      bytes.putDouble(time);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
