package org.hillock.loihi.quantise;

import java.util.Locale;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.emulate.learning.LearningArithmetic;
import org.hillock.loihi.emulate.learning.LearningProfile;
import org.hillock.loihi.emulate.learning.LearningRule;
import org.hillock.loihi.emulate.learning.TraceSettings;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.model.ParameterSet;

/**
 * Pair-based STDP as a sum of products of the chip's traces. With weights in mantissas, M the
 * mantissa of W_max, and traces x1 and y1 that jump by I and J,
 *
 * <pre>
 *   mu_plus = 0    +lambda M K_pre          2^e x1 y0                    2^e I = lambda M
 *   mu_plus = 1    +lambda (M - w) K_pre    2^e x1 y0 - 2^(e-8) w x1 y0  2^e I = lambda M
 *   mu_minus = 0   -lambda alpha M K_post   -2^f y1 x0                   2^f J = lambda alpha M
 *   mu_minus = 1   -lambda alpha w K_post   -2^f w y1 x0                 2^f J = lambda alpha
 * </pre>
 *
 * <p>A product of a weight and a trace is 16 bits wide, of which the engine drops {@value #DROPPED}
 * (lava b6822fbc: all above 15, with 4 for the factor), so its power of two is written that much
 * larger.
 *
 * <p>M is 255, so that the chip stops a weight at W_max. Traces are at most 127, so I and J are at
 * most 64, which leaves room for two spikes; and below {@value #LEAST_IMPULSE} a trace of whole
 * numbers has no shape left. Pairing is by the times of spikes: delays have no part in it.
 *
 * @param rule in the words of the chip
 * @param pre trace x1 of the source
 * @param post trace y1 of the target
 * @param epoch how often the rule is applied [steps]
 */
public record ChipLearning(String rule, TraceSettings pre, TraceSettings post, int epoch) {

  private static final double MOST_IMPULSE = 64;

  /**
   * Where there is a choice an impulse is at most this: eight spikes within a time constant before
   * the trace, which ends at 127, hears no more.
   */
  private static final double GOOD_IMPULSE = 16;

  private static final double LEAST_IMPULSE = 4;
  private static final int LEAST_EXPONENT = -7;
  private static final int MOST_EXPONENT = 8;

  /** Factors of a weight cost its eight bits, which the mantissa of W_max gives back. */
  private static final int WEIGHT_BITS = 8;

  private static final int DROPPED = 5;

  /**
   * The rule of a projection.
   *
   * @param where the projection
   * @param parameters of {@code stdp}
   * @param largest mantissa of W_max, signed
   * @throws MappingException if there is no such sum of products
   */
  public static ChipLearning of(String where, ParameterSet parameters, int largest, ChipTime time) {
    double lambda = parameters.get("lambda");
    double alpha = parameters.get("alpha");
    boolean plusDepends = depends(where, "mu_plus", parameters.get("mu_plus"));
    boolean minusDepends = depends(where, "mu_minus", parameters.get("mu_minus"));
    int size = Math.abs(largest);
    String grow = largest < 0 ? "-" : "";
    String shrink = largest < 0 ? "+" : "-";
    StringBuilder rule = new StringBuilder();
    double preImpulse = 0;
    if (lambda > 0) {
      int least = plusDepends ? LEAST_EXPONENT + WEIGHT_BITS - DROPPED : LEAST_EXPONENT;
      int exponent = exponent(lambda * size, least);
      preImpulse = impulse(where, "lambda", lambda, lambda * size, exponent, size);
      rule.append(grow).append("2^").append(exponent).append("*x1*y0");
      if (plusDepends) {
        rule.append(" - 2^").append(exponent - WEIGHT_BITS + DROPPED).append("*w*x1*y0");
      }
    }
    double postImpulse = 0;
    if (lambda * alpha > 0) {
      double step = lambda * alpha * (minusDepends ? 1 : size);
      int exponent = exponent(step, minusDepends ? LEAST_EXPONENT - DROPPED : LEAST_EXPONENT);
      postImpulse =
          impulse(where, "lambda * alpha", lambda * alpha, step, exponent, minusDepends ? 1 : size);
      // A weight below 0 shrinks by a product that has its sign.
      String sign = minusDepends ? "-" : shrink;
      rule.append(" ").append(sign).append(" 2^");
      rule.append(minusDepends ? exponent + DROPPED : exponent);
      rule.append(minusDepends ? "*w*y1*x0" : "*y1*x0");
    }
    return new ChipLearning(
        rule.toString().strip().replaceFirst("^\\+ ", "").replaceFirst("^- ", "-"),
        new TraceSettings(preImpulse, parameters.get("tau_plus") / time.step()),
        new TraceSettings(postImpulse, parameters.get("tau_minus") / time.step()),
        1);
  }

  private static boolean depends(String where, String name, double mu) {
    if (mu != 0 && mu != 1) {
      throw new MappingException(
          where + ".plasticity." + name,
          "weight dependence",
          "a power of " + ChipTime.number(mu),
          "sums of products, so powers of 0 and 1",
          name + ": 0 or " + name + ": 1; or --freeze-plasticity, which keeps the initial weights");
    }
    return mu == 1;
  }

  /** The exponent with which a step of a pair takes a good impulse. */
  private static int exponent(double step, int least) {
    int exponent = (int) Math.ceil(Math.log(step / GOOD_IMPULSE) / Math.log(2));
    return Math.max(least, Math.min(MOST_EXPONENT, exponent));
  }

  private static double impulse(
      String where, String name, double value, double step, int exponent, int size) {
    double impulse = step / Math.scalb(1.0, exponent);
    if (impulse < LEAST_IMPULSE || impulse > MOST_IMPULSE) {
      double needed =
          Math.scalb(impulse < LEAST_IMPULSE ? LEAST_IMPULSE : MOST_IMPULSE, exponent) / size;
      throw new MappingException(
          where + ".plasticity",
          "step of a spike pair",
          String.format(
              Locale.ROOT, "%s = %.4g, an impulse of %.2g of a trace", name, value, impulse),
          "impulses from 4 to 64, in whole numbers",
          String.format(
              Locale.ROOT,
              impulse < LEAST_IMPULSE ? "%s of at least %.2g" : "%s of at most %.2g",
              name,
              needed));
    }
    return Math.rint(impulse * 256) / 256;
  }

  /** What the emulated chip takes. */
  public LearningProfile profile() {
    return LearningProfile.of(
        LearningRule.ofWeight(rule), pre, post, epoch, LearningArithmetic.LAVA);
  }
}
