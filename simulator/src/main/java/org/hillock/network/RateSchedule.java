package org.hillock.network;

import java.util.Arrays;

/**
 * A rate that is constant between given times: the k-th holds over (time k, time k+1], the last one
 * to the end; before the first it is 0.
 */
public final class RateSchedule {

  private final double[] times;
  private final double[] rates;

  /**
   * Copies what it is given.
   *
   * @param times when each rate begins [ms], ascending from 0 on, one or more
   * @param rates as many [Hz], 0 or more
   * @throws InvalidNetworkException if they are not so
   */
  public RateSchedule(double[] times, double[] rates) {
    if (times.length != rates.length || times.length == 0) {
      throw new InvalidNetworkException(
          "steps",
          times.length + " times and " + rates.length + " rates",
          "as many rates as times, one or more");
    }
    this.times = times.clone();
    this.rates = rates.clone();
    for (int i = 0; i < times.length; i++) {
      if (!(times[i] >= 0 && times[i] < Double.POSITIVE_INFINITY)) {
        throw new InvalidNetworkException("steps", times[i] + " ms", "times from 0 ms on");
      }
      if (i > 0 && times[i] <= times[i - 1]) {
        throw new InvalidNetworkException(
            "steps", times[i] + " ms after " + times[i - 1] + " ms", "ascending times");
      }
      if (!(rates[i] >= 0 && rates[i] < Double.POSITIVE_INFINITY)) {
        throw new InvalidNetworkException("steps", rates[i] + " Hz", "0 Hz or more");
      }
    }
  }

  /** Number of rates. */
  public int size() {
    return times.length;
  }

  /** When a rate begins [ms]. */
  public double time(int index) {
    return times[index];
  }

  /** A rate [Hz]. */
  public double rate(int index) {
    return rates[index];
  }

  /** The highest rate [Hz]. */
  public double most() {
    return Arrays.stream(rates).max().orElse(0);
  }

  /** The rate at a time, on which an interval ends or which lies within it [Hz]. */
  public double at(double time) {
    int found = Arrays.binarySearch(times, time);
    int index = (found >= 0 ? found : -found - 1) - 1;
    return index < 0 ? 0 : rates[index];
  }

  /**
   * Mean from the first time on [Hz], if the last rate lasts as long as the others do on average,
   * since nobody knows here when the run ends.
   */
  public double mean() {
    int last = times.length - 1;
    if (last == 0) {
      return rates[0];
    }
    double spikes = 0;
    for (int i = 0; i < last; i++) {
      spikes += rates[i] * (times[i + 1] - times[i]);
    }
    double length = times[last] - times[0];
    return (spikes + rates[last] * length / last) / (length + length / last);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RateSchedule that
        && Arrays.equals(times, that.times)
        && Arrays.equals(rates, that.rates);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(times) + Arrays.hashCode(rates);
  }

  /** Tells schedules apart: checkpoints know inputs by what they say of themselves. */
  @Override
  public String toString() {
    return times.length + " rates up to " + most() + " Hz, " + hashCode();
  }
}
