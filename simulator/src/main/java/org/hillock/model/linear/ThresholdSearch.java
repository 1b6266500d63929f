package org.hillock.model.linear;

/**
 * The first time at which a membrane potential reaches its threshold, found with certainty.
 *
 * <p>Between inputs V is a sum of exponentials times polynomials. Looking at it from one input to
 * the next, or with Newton's method alone, misses a spike where V rises above the threshold and
 * falls back in between (Brette 2007, Neural Comput 19:2604, section 3; Hanuschkin et al. 2010,
 * Front Neuroinform 4:113, fig. 4; Krishnan et al. 2018, Front Neuroinform 11:75, who derive
 * conditions for one synaptic time constant). Here the case analysis is complete for any number of
 * time constants:
 *
 * <pre>
 *   f_0 = V - V_th,   f_1 = V',   f_(k+1) = the derivative of (f_k times a positive function)
 * </pre>
 *
 * <p>Between two neighbouring zeros of f_(k+1), f_k times a positive function is monotone, so f_k
 * has at most one zero there, and has it if and only if its signs at the two ends differ (Rolle).
 * The positive functions are chosen such that the highest f has its zeros in closed form. Going
 * down, all zeros of f_1 are known, thus all maxima of V, and V is monotone between them: the first
 * piece that ends at or above the threshold holds the first crossing, and no other does. Within it
 * Newton's method is kept inside a shrinking bracket.
 *
 * <p>What rounding leaves open is a maximum that touches the threshold to the last digits of V. Not
 * thread-safe.
 */
final class ThresholdSearch {

  /** The functions f of one motion; times in ms from its beginning. */
  interface Ladder {

    /** Number of the highest function, 1 or more. */
    int highest();

    /** The value of a function at a time, times any positive number if it is not f_0 or f_1. */
    double value(int function, double time);

    /**
     * Where the derivative of the highest function, times a positive function, is 0: once at most.
     *
     * @return the time, whatever its sign; not a number if there is none
     */
    double zeroAbove();
  }

  /** Every function has at most one zero more than the one above, and there are at most four. */
  private static final int MOST_CUTS = 10;

  /** Maxima are found to this part of the interval: V is flat there. */
  private static final double EXTREMUM_TOLERANCE = 1e-11;

  private static final int MOST_ITERATIONS = 200;

  private double[] cuts = new double[MOST_CUTS];
  private double[] lower = new double[MOST_CUTS];

  /**
   * The first time from 0 to {@code end} at which V is at or above the threshold; infinity if there
   * is none.
   *
   * @param ladder the motion
   * @param end length of the interval [ms]
   */
  double first(Ladder ladder, double end) {
    if (ladder.value(0, 0) >= 0) {
      return 0;
    }
    int count = cutsAbove(ladder, end);
    for (int function = ladder.highest(); function >= 1; function--) {
      count = zeros(ladder, function, count);
    }
    for (int i = 1; i < count; i++) {
      if (ladder.value(0, cuts[i]) >= 0) {
        return crossing(ladder, cuts[i - 1], cuts[i]);
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private int cutsAbove(Ladder ladder, double end) {
    double zero = ladder.zeroAbove();
    int count = 0;
    cuts[count++] = 0;
    if (zero > 0 && zero < end) {
      cuts[count++] = zero;
    }
    cuts[count++] = end;
    return count;
  }

  /** Replaces the cuts by the zeros of a function that is monotone between them, and both ends. */
  private int zeros(Ladder ladder, int function, int count) {
    int found = 0;
    lower[found++] = 0;
    double left = ladder.value(function, 0);
    for (int i = 1; i < count; i++) {
      double right = ladder.value(function, cuts[i]);
      if (left < 0 != right < 0) {
        lower[found++] = zero(ladder, function, cuts[i - 1], left, cuts[i], right);
      }
      left = right;
    }
    lower[found++] = cuts[count - 1];
    double[] swap = cuts;
    cuts = lower;
    lower = swap;
    return found;
  }

  /** The zero between two times of different sign (Illinois variant of regula falsi). */
  private static double zero(
      Ladder ladder, int function, double from, double valueFrom, double to, double valueTo) {
    double a = from;
    double fa = valueFrom;
    double b = to;
    double fb = valueTo;
    double narrow = EXTREMUM_TOLERANCE * (to - from);
    for (int i = 0; i < MOST_ITERATIONS && b - a > narrow; i++) {
      double middle = (a * fb - b * fa) / (fb - fa);
      if (!(middle > a && middle < b) || i % 8 == 7) {
        middle = 0.5 * (a + b);
      }
      double f = ladder.value(function, middle);
      if (f == 0) {
        return middle;
      }
      if (f < 0 == fa < 0) {
        a = middle;
        fa = f;
        fb *= 0.5;
      } else {
        b = middle;
        fb = f;
        fa *= 0.5;
      }
    }
    return 0.5 * (a + b);
  }

  /** Where V, which rises from below the threshold to it or above, reaches it. */
  private static double crossing(Ladder ladder, double from, double to) {
    double below = from;
    double reached = to;
    double s = to;
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      double height = ladder.value(0, s);
      if (height >= 0) {
        reached = s;
      } else {
        below = s;
      }
      double next = s - height / ladder.value(1, s);
      if (Math.abs(next - s) <= Math.ulp(s)) {
        return Math.max(from, Math.min(to, next));
      }
      s = next > below && next < reached ? next : 0.5 * (below + reached);
      if (!(s > below && s < reached)) {
        return reached;
      }
    }
    return reached;
  }
}
