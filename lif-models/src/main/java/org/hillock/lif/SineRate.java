package org.hillock.lif;

/**
 * A rate that follows a sine, and is 0 where that is below 0: max(0, mean + amplitude sin(2 pi f t
 * + phase)). Its integral is a closed form, so the time that has a given integral is found to
 * rounding.
 *
 * <p>Inside, time is an angle, and what is integrated over it. From an angle x the integral over a
 * further d is mean d + 2 amplitude sin(x + d/2) sin(d/2): a difference of cosines as a product,
 * which stays exact for small d. Where the amplitude is above the mean, the rate is above 0 on an
 * arc around the crest, which begins at -alpha and is pi + 2 alpha long, sin alpha =
 * mean/amplitude.
 */
final class SineRate {

  private static final double CYCLE = 2 * Math.PI;

  /** How close to the solution the last step must be [part of it]. */
  private static final double CLOSE = 1e-14;

  private final double mean;
  private final double amplitude;
  private final double frequency;
  private final double phase;

  /** Where the arc begins on which the rate is above 0, and how long it is. */
  private final double arcStart;

  private final double arcLength;

  /** Integral over one cycle. */
  private final double cycleMass;

  /**
   * @param mean [1/ms], 0 or above
   * @param amplitude [1/ms], 0 or above
   * @param frequency [1/ms], 0 or above
   * @param phase at time 0 [rad]
   */
  SineRate(double mean, double amplitude, double frequency, double phase) {
    this.mean = mean;
    this.amplitude = amplitude;
    this.frequency = frequency;
    this.phase = StrictMath.IEEEremainder(phase, CYCLE);
    double alpha = mean < amplitude ? StrictMath.asin(mean / amplitude) : 0;
    arcStart = -alpha;
    arcLength = mean < amplitude ? Math.PI + 2 * alpha : CYCLE;
    cycleMass = mass(arcStart, arcLength);
  }

  /** The rate at a time [1/ms]. */
  double at(double time) {
    return Math.max(0, rate(angle(time)));
  }

  /** Whether it is 0 at all times. */
  boolean silent() {
    return frequency == 0 ? at(0) == 0 : mean == 0 && amplitude == 0;
  }

  /**
   * When the integral from a time on has come to an amount.
   *
   * @param time [ms]
   * @param amount above 0
   * @return the time [ms], not before the first
   */
  double after(double time, double amount) {
    if (frequency == 0) {
      return time + amount / at(0);
    }
    if (amplitude == 0) {
      return time + amount / mean;
    }
    double speed = CYCLE * frequency;
    double left = amount * speed;
    double passed = 0;
    double place = angle(time) - arcStart;
    place -= place >= CYCLE ? CYCLE : 0;
    if (arcLength < CYCLE) {
      double rest = place < arcLength ? mass(arcStart + place, arcLength - place) : 0;
      if (left > rest) {
        left -= rest;
        passed = CYCLE - place;
        place = 0;
      }
    }
    double cycles = Math.floor(left / cycleMass);
    passed += cycles * CYCLE;
    left = Math.max(0, left - cycles * cycleMass);
    double room = arcLength < CYCLE ? arcLength - place : CYCLE;
    return time + (passed + solve(arcStart + place, left, room)) / speed;
  }

  /** The angle d with an integral from an angle on, between 0 and a bound, by Newton's steps. */
  private double solve(double from, double wanted, double bound) {
    double low = Math.min(bound, wanted / (mean + amplitude));
    double high = mean > amplitude ? Math.min(bound, wanted / (mean - amplitude)) : bound;
    double d = Math.max(low, Math.min(high, wanted / Math.max(mean, rate(from))));
    double before = high - low;
    // Each round takes Newton's step or halves what is left, so that the end comes always.
    while (low < high) {
      double excess = mass(from, d) - wanted;
      if (excess == 0) {
        return d;
      }
      if (excess > 0) {
        high = d;
      } else {
        low = d;
      }
      double newton = d - excess / rate(from + d);
      boolean slow = !(Math.abs(newton - d) <= before / 2);
      double better = newton > low && newton < high && !slow ? newton : low + (high - low) / 2;
      before = Math.abs(better - d);
      d = better;
      if (before <= CLOSE * d) {
        return d;
      }
    }
    return low;
  }

  /** Integral from an angle over a further one, both within the arc. */
  private double mass(double from, double d) {
    return mean * d + 2 * amplitude * StrictMath.sin(from + d / 2) * StrictMath.sin(d / 2);
  }

  private double rate(double angle) {
    return mean + amplitude * StrictMath.sin(angle);
  }

  /** The angle at a time, from 0 to a cycle. */
  private double angle(double time) {
    double cycles = frequency * time + phase / CYCLE;
    return CYCLE * (cycles - Math.floor(cycles));
  }
}
