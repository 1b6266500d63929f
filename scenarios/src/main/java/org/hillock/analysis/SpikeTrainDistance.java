package org.hillock.analysis;

import java.util.Arrays;

/**
 * How far apart two spike trains are. Both measures are metrics: 0 for equal trains, symmetric, and
 * no detour is shorter. Trains are ascending times [ms]; neither has a limit on their length.
 *
 * <p>Spikes that both trains have at the very same time do not count in either measure. They are
 * taken out first, so that trains which agree but for a few spikes cost no more than one pass.
 */
public final class SpikeTrainDistance {

  private SpikeTrainDistance() {}

  /**
   * Distance of Victor and Purpura (1996, J. Neurophysiol. 76:1310, the measure D<sup>spike</sup>):
   * the least cost of turning one train into the other by removing or inserting a spike, at a cost
   * of 1 each, and by moving a spike, at a cost of q for each ms.
   *
   * <p>The usual dynamic program (Victor and Purpura 1997, Network 8:127) fills a table of n by m.
   * A spike that is moved saves 2 - q |a<sub>i</sub> - b<sub>j</sub>| against removing and
   * inserting one, hence only pairs nearer than 2 / q matter, and with S the greatest saving among
   * the first i and j spikes the distance is n + m - S(n, m):
   *
   * <pre>
   *   S(i, j) = max { S(i-1, j),  S(i, j-1),  S(i-1, j-1) + 2 - q |a_i - b_j| }
   *
   *              b_j too early    nearer than 2/q    too late
   *   row i      as in row i-1    computed           as the last computed
   * </pre>
   *
   * One row is kept, and of each row only the middle part is computed: time O(n + m + pairs nearer
   * than 2 / q), memory O(m). It is the exact distance. Two trains of 10,000 spikes at 100 Hz take
   * milliseconds with 1 / q = 10 ms; only where 2 / q spans the whole trains it is O(n m).
   *
   * @param a spike times, ascending [ms]
   * @param b spike times, ascending [ms]
   * @param costPerMs q, 0 or more, infinite for coincidence detection [1/ms]
   */
  public static double victorPurpura(double[] a, double[] b, double costPerMs) {
    if (!(costPerMs >= 0)) {
      throw new IllegalArgumentException("a cost of " + costPerMs + " per ms: expected 0 or more");
    }
    double[] own = without(a, b);
    double[] other = without(b, a);
    if (costPerMs == 0) {
      return Math.abs(own.length - other.length);
    }
    return own.length + other.length - saving(own, other, costPerMs);
  }

  /** The most that moves save against removing and inserting. */
  private static double saving(double[] a, double[] b, double costPerMs) {
    double reach = 2 / costPerMs; // [ms]
    double[] best = new double[b.length + 1]; // S(i, j) at j, as far as 'stop'
    int first = 0; // spikes of b that are too early for this one of a, and for those after it
    int stop = 0; // spikes of b that are not too late
    for (double time : a) {
      while (stop < b.length && b[stop] < time + reach) {
        best[stop + 1] = best[stop];
        stop++;
      }
      while (first < stop && b[first] <= time - reach) {
        first++;
      }
      double diagonal = best[first];
      for (int j = first + 1; j <= stop; j++) {
        double above = best[j];
        double moved = diagonal + 2 - costPerMs * Math.abs(time - b[j - 1]);
        best[j] = Math.max(moved, Math.max(above, best[j - 1]));
        diagonal = above;
      }
    }
    return best[stop];
  }

  /** The spikes of a train that have none at the same time in the other; both ascending. */
  private static double[] without(double[] train, double[] other) {
    double[] rest = new double[train.length];
    int n = 0;
    int j = 0;
    for (double time : train) {
      while (j < other.length && other[j] < time) {
        j++;
      }
      if (j < other.length && other[j] == time) {
        j++;
      } else {
        rest[n++] = time;
      }
    }
    return Arrays.copyOf(rest, n);
  }

  /**
   * Distance D of van Rossum (2001, Neural Comput. 13:751): every spike is followed by exp(-t /
   * &tau;), and
   *
   * <pre>
   *   D² = 1/τ ∫ (f_a(t) - f_b(t))² dt
   * </pre>
   *
   * One spike that only one train has gives D² = 1/2, two that are far from each other give D² = 1.
   * The square root, D, is what is returned: it is the metric.
   *
   * <p>Between spikes the difference f<sub>a</sub> - f<sub>b</sub> decays from some d as one
   * exponential, whose square has the integral &tau;/2 d² (1 - exp(-2 &Delta; / &tau;)) over an
   * interval of length &Delta;. One pass over both trains therefore gives the exact integral in O(n
   * + m), as the "markage" of Houghton and Kreuz (2012, Network 23:48) does; here it is carried for
   * the difference of the trains, so that no term is negative and equal trains give exactly 0.
   *
   * @param a spike times, ascending [ms]
   * @param b spike times, ascending [ms]
   * @param tauMs time constant, above 0 [ms]
   */
  public static double vanRossum(double[] a, double[] b, double tauMs) {
    if (!(tauMs > 0)) {
      throw new IllegalArgumentException("a time constant of " + tauMs + " ms: expected above 0");
    }
    double sum = 0; // 2 D² up to the last spike
    double difference = 0; // of the filtered trains, just after the last spike
    double last = 0; // [ms]
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      boolean fromA = j == b.length || i < a.length && a[i] <= b[j];
      double time = fromA ? a[i] : b[j];
      double decay = (time - last) / tauMs;
      if (difference != 0) {
        sum -= difference * difference * StrictMath.expm1(-2 * decay);
        difference *= StrictMath.exp(-decay);
      }
      for (; i < a.length && a[i] == time; i++) {
        difference += 1;
      }
      for (; j < b.length && b[j] == time; j++) {
        difference -= 1;
      }
      last = time;
    }
    return Math.sqrt((sum + difference * difference) / 2);
  }
}
