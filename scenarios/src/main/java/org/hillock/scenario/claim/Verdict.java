package org.hillock.scenario.claim;

/**
 * What became of an expectation.
 *
 * @param text the expectation as written
 * @param value the left side, in the unit of the text; not a number if there was nothing to measure
 * @param valueText the same with its unit
 * @param outcome whether the expectation holds, if that can be told
 */
public record Verdict(String text, double value, String valueText, Outcome outcome) {

  /** How a claim may end. */
  public enum Outcome {
    /** It is as the claim says. */
    HOLDS,
    /** It is not, or there was nothing to measure. */
    FAILS,
    /** It is about what is outside of a run that records less than its file says. */
    OUTSIDE
  }

  /** Of what the run does not record. */
  static Verdict outside(String text) {
    return new Verdict(text, Double.NaN, "not recorded", Outcome.OUTSIDE);
  }

  /** Whether the expectation holds. */
  public boolean passed() {
    return outcome == Outcome.HOLDS;
  }

  /** Whether it does not, though the run records what it is about. */
  public boolean failed() {
    return outcome == Outcome.FAILS;
  }

  /** Whether the run does not record what it is about. */
  public boolean outside() {
    return outcome == Outcome.OUTSIDE;
  }
}
