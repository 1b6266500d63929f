package org.hillock.loihi.emulate.learning;

import java.util.List;
import java.util.stream.Stream;

/**
 * How weight, delay and tag of a synapse change: a sum of products each.
 *
 * <p>As text a product is factors with {@code *} between them: a dependency ({@code x0}, {@code
 * y0}, {@code u0}, {@code u1} …), traces ({@code x1 x2 y1 y2 y3}), synaptic variables ({@code w d
 * t}), whole numbers, powers of two ({@code 2^-3}), sums of a quantity and a constant in brackets
 * ({@code (w - 16)}), and the sign of such a sum ({@code sgn(w + 4)}). Numbers make the mantissa
 * and exponent of the product. If several dependencies occur, the first counts and others are
 * factors.
 *
 * @param dw for the weight
 * @param dd for the delay
 * @param dt for the tag
 * @param decimation k of u_k: its products happen in every 2^k-th epoch; 0 if there are none
 */
public record LearningRule(List<Product> dw, List<Product> dd, List<Product> dt, int decimation) {

  /**
   * @throws IllegalArgumentException if the decimation is out of range
   */
  public LearningRule {
    dw = List.copyOf(dw);
    dd = List.copyOf(dd);
    dt = List.copyOf(dt);
    if (decimation < 0 || decimation > 30) {
      throw new IllegalArgumentException("decimation " + decimation + " outside 0 to 30");
    }
  }

  /**
   * A rule for the weight alone.
   *
   * @throws LearningRuleException if the text is not a rule
   */
  public static LearningRule ofWeight(String dw) {
    return parse(dw, "", "");
  }

  /**
   * A rule from its three sums; an empty text if a variable does not change.
   *
   * @throws LearningRuleException if a text is not a sum of products
   */
  public static LearningRule parse(String dw, String dd, String dt) {
    RuleParser parser = new RuleParser();
    List<Product> weight = parser.sum(dw);
    List<Product> delay = parser.sum(dd);
    List<Product> tag = parser.sum(dt);
    return new LearningRule(weight, delay, tag, parser.decimation());
  }

  /** Whether something happens regardless of spikes. */
  boolean regular() {
    return products().anyMatch(product -> product.dependency() == Dependency.U);
  }

  private Stream<Product> products() {
    return Stream.of(dw, dd, dt).flatMap(List::stream);
  }
}
