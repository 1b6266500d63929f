package org.hillock.loihi.emulate.learning;

import java.util.List;

/**
 * How synapses of a format learn.
 *
 * @param rule what changes them
 * @param x traces x1 and x2 of their source
 * @param y traces y1, y2 and y3 of their target
 * @param epoch how often the rule is applied [steps]; 1 to 64
 * @param arithmetic whose account of the engine
 */
public record LearningProfile(
    LearningRule rule,
    List<TraceSettings> x,
    List<TraceSettings> y,
    int epoch,
    LearningArithmetic arithmetic) {

  /** Traces of a source. */
  public static final int X = 2;

  /** Traces of a target. */
  public static final int Y = 3;

  private static final int LONGEST_EPOCH = 64;

  /**
   * @throws IllegalArgumentException if there are too few or many traces, or the epoch is not
   *     possible
   */
  public LearningProfile {
    x = List.copyOf(x);
    y = List.copyOf(y);
    if (x.size() != X || y.size() != Y) {
      throw new IllegalArgumentException(
          x.size() + " and " + y.size() + " traces: there are x1 and x2, y1 to y3");
    }
    if (epoch < 1 || epoch > LONGEST_EPOCH) {
      throw new IllegalArgumentException(
          "epoch of " + epoch + " steps outside 1 to " + LONGEST_EPOCH);
    }
    if (arithmetic == LearningArithmetic.BRIAN2_LOIHI) {
      if (epoch != 1) {
        throw new IllegalArgumentException("epoch of " + epoch + " steps: brian2_loihi's is 1");
      }
      if (!rule.dd().isEmpty() || !rule.dt().isEmpty()) {
        throw new IllegalArgumentException("brian2_loihi has no rules for delays and tags");
      }
    }
  }

  /** One trace of the source and one of the target. */
  public static LearningProfile of(
      LearningRule rule,
      TraceSettings x1,
      TraceSettings y1,
      int epoch,
      LearningArithmetic arithmetic) {
    return new LearningProfile(
        rule,
        List.of(x1, TraceSettings.NONE),
        List.of(y1, TraceSettings.NONE, TraceSettings.NONE),
        epoch,
        arithmetic);
  }
}
