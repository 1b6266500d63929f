package org.hillock.loihi.quantise;

import java.util.List;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.emulate.learning.LearningArithmetic;
import org.hillock.loihi.emulate.learning.LearningProfile;
import org.hillock.loihi.emulate.learning.LearningRule;
import org.hillock.loihi.emulate.learning.TraceSettings;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.model.PlasticRule;
import org.hillock.model.ProductForm;

/**
 * A rule of plasticity as a sum of products of the chip's traces, such as pair-based STDP: with
 * weights in mantissas, M the mantissa of W_max, and traces x1 and y1 that jump by I and J,
 *
 * <pre>
 *   mu_plus = 0    +lambda M K_pre          2^e x1 y0                    2^e I = lambda M
 *   mu_plus = 1    +lambda (M - w) K_pre    -2^(e-8) w x1 y0 + 2^e x1 y0 2^e I = lambda M
 *   mu_minus = 0   -lambda alpha M K_post   -2^f y1 x0                   2^f J = lambda alpha M
 *   mu_minus = 1   -lambda alpha w K_post   -2^f w y1 x0                 2^f J = lambda alpha
 * </pre>
 *
 * <p>M is 255, so that the chip stops a weight at W_max. Pairing is by the times of spikes: delays
 * have no part in it.
 *
 * @param rule in the words of the chip
 * @param x traces x1 and x2 of the source
 * @param y traces y1 to y3 of the target
 * @param epoch how often the rule is applied [steps]
 */
public record ChipLearning(String rule, List<TraceSettings> x, List<TraceSettings> y, int epoch) {

  /** Copies the lists. */
  public ChipLearning {
    x = List.copyOf(x);
    y = List.copyOf(y);
  }

  /**
   * The rule of a projection.
   *
   * @param where the projection
   * @param largest mantissa of W_max, signed
   * @throws MappingException if there is no such sum of products
   */
  public static ChipLearning of(String where, PlasticRule rule, int largest, ChipTime time) {
    String place = where + ".plasticity";
    List<Double> x = rule.rule().presynapticTraces();
    List<Double> y = rule.rule().postsynapticTraces();
    ProductForm.Sum sum = products(place, rule);
    if (x.size() > LearningProfile.X || y.size() > LearningProfile.Y) {
      throw new MappingException(
          place,
          "traces",
          x.size() + " of the source and " + y.size() + " of the target",
          LearningProfile.X + " and " + LearningProfile.Y,
          "a rule with fewer traces, or " + MappingException.FIXED_WEIGHTS);
    }
    LearningTerms terms = new LearningTerms(place, sum, Math.abs(largest));
    return new ChipLearning(
        terms.text(largest < 0),
        traces(LearningProfile.X, terms.impulses(true), x, time),
        traces(LearningProfile.Y, terms.impulses(false), y, time),
        1);
  }

  /**
   * A rule as a sum of products.
   *
   * @param place the plasticity
   * @throws MappingException if it is none
   */
  static ProductForm.Sum products(String place, PlasticRule rule) {
    ProductForm form = rule.model().products(rule.parameters());
    if (form instanceof ProductForm.None none) {
      String frozen = MappingException.FIXED_WEIGHTS;
      throw new MappingException(
          none.parameter().isEmpty() ? place : place + "." + none.parameter(),
          "change of weights",
          none.needs(),
          "sums of products of traces and the weight",
          none.instead().isEmpty() ? frozen : none.instead() + "; or " + frozen);
    }
    return (ProductForm.Sum) form;
  }

  private static List<TraceSettings> traces(
      int count, double[] impulses, List<Double> taus, ChipTime time) {
    TraceSettings[] traces = new TraceSettings[count];
    for (int i = 0; i < count; i++) {
      traces[i] =
          i < taus.size() && impulses[i] > 0
              ? new TraceSettings(impulses[i], taus.get(i) / time.step())
              : TraceSettings.NONE;
    }
    return List.of(traces);
  }

  /** What the emulated chip takes. */
  public LearningProfile profile() {
    return new LearningProfile(LearningRule.ofWeight(rule), x, y, epoch, LearningArithmetic.LAVA);
  }
}
