package org.hillock.loihi.quantise;

import java.util.ArrayList;
import java.util.List;

/**
 * A choice for the terms that share a trace of the side that does not spike.
 *
 * <p>Traces are at most 127, so impulses are at most 64, which leaves room for two spikes; and
 * below 4 a trace of whole numbers has no shape left.
 *
 * @param terms with their factors; those too small to be written are left out
 * @param impulse of the trace, in steps of 1/256
 * @param error of the worst term, as a part of the largest
 * @param loss how bad the choice is
 */
record TraceFit(List<ChipTerm> terms, double impulse, double error, double loss) {

  static final double MOST_IMPULSE = 64;
  static final double LEAST_IMPULSE = 4;

  /** No choice. */
  static final TraceFit NONE =
      new TraceFit(List.of(), 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * Where there is a choice an impulse is at most this: eight spikes within a time constant before
   * the trace, which ends at 127, hears no more.
   */
  private static final double GOOD_IMPULSE = 16;

  /**
   * The engine drops three bits of a product of two traces, rounding down: traces twice as large
   * lose less of it.
   */
  private static final double GOOD_IMPULSE_OF_TWO = 32;

  private static final double GOOD_ERROR = 0.005;
  private static final double MOST_ERROR = 0.01;
  private static final int FRACTIONS = 256;

  /**
   * The impulse that makes the largest term exact, and for the others what comes nearest.
   *
   * @param main the largest of the terms
   * @param chosen the same with a factor
   * @param scale of what is wanted of all
   * @param largest mantissa of |W_max|
   */
  static TraceFit of(
      List<ChipTerm> group, ChipTerm main, ChipTerm chosen, double scale, int largest) {
    double exact = scale * main.step(largest) / chosen.factor() / chosen.ownFactor();
    double impulse = Math.rint(exact * FRACTIONS) / FRACTIONS;
    if (!chosen.writable() || !(impulse >= LEAST_IMPULSE && impulse <= MOST_IMPULSE)) {
      return NONE;
    }
    double error = 0;
    List<ChipTerm> terms = new ArrayList<>();
    for (ChipTerm term : group) {
      if (term == main) {
        terms.add(chosen);
        continue;
      }
      ChipTerm same = term.with(1, 0, chosen.ownImpulse());
      double wanted = scale * term.step(largest) / impulse / same.ownFactor();
      ChipTerm nearest = same.nearest(wanted);
      double part = term.size() / main.size();
      double off = part * Math.abs(nearest.factor() / wanted - 1);
      if (off < part) {
        terms.add(nearest);
      }
      error = Math.max(error, Math.min(off, part));
    }
    return new TraceFit(terms, impulse, error, loss(group, chosen, impulse, error));
  }

  /** Small errors count first, then simple factors, then impulses large, but not too large. */
  private static double loss(List<ChipTerm> group, ChipTerm chosen, double impulse, double error) {
    double inexact = error <= GOOD_ERROR ? 0 : 1 + error;
    boolean two = group.stream().anyMatch(term -> term.own() >= 0);
    double off = Math.log((two ? GOOD_IMPULSE_OF_TWO : GOOD_IMPULSE) / impulse);
    return 1e5 * inexact
        - 1e3 * chosen.ownImpulse()
        + 1e2 * chosen.mantissa()
        + (off >= 0 ? off : 10 - off);
  }

  /** Whether the chip does what is wanted. */
  boolean good() {
    return error <= MOST_ERROR;
  }
}
