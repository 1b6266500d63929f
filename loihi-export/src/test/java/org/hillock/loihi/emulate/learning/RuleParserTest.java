package org.hillock.loihi.emulate.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleParserTest {

  private static Factor plain(Quantity quantity) {
    return new Factor(quantity, 0, false);
  }

  @Test
  void readsSumsOfProducts() {
    LearningRule rule = LearningRule.ofWeight("2^-3*x1*y0 - 2^-4*y1*x0 + 2^-6*x0");
    assertEquals(
        List.of(
            new Product(Dependency.Y0, 1, -3, List.of(plain(Quantity.X1))),
            new Product(Dependency.X0, -1, -4, List.of(plain(Quantity.Y1))),
            new Product(Dependency.X0, 1, -6, List.of())),
        rule.dw());
    assertEquals(List.of(), rule.dd());
  }

  @Test
  void readsConstantsSignsAndDecimation() {
    LearningRule rule =
        LearningRule.parse("-u4*24*(w - 16)*sgn(t+3)", "y0*x0*(4 - d)", "(2^-2)*x0*(-w)");
    assertEquals(4, rule.decimation());
    assertEquals(
        List.of(
            new Product(
                Dependency.U,
                -6,
                2,
                List.of(new Factor(Quantity.W, -16, false), new Factor(Quantity.T, 3, true)))),
        rule.dw());
    assertEquals(
        List.of(
            new Product(
                Dependency.Y0,
                -1,
                0,
                List.of(plain(Quantity.X0), new Factor(Quantity.D, -4, false)))),
        rule.dd());
    assertEquals(
        List.of(new Product(Dependency.X0, -1, -2, List.of(plain(Quantity.W)))), rule.dt());
  }

  @ParameterizedTest
  @CsvSource({
    "x1*y1, 1, 'a product needs x0, y0 or u0, u1, …'",
    "x0*z1, 4, '\"z1\" is none of x0 x1 x2 y0 y1 y2 y3 w d t u0 u1 … sgn'",
    "x0*11, 1, 'the factor 11 is not m × 2^e with m from -8 to 7'",
    "3^2*x0, 3, only powers of 2 are known",
    "u1*w + u2*w, 8, a rule has one decimation; u1 stands before u2",
    "x0*sgn(x1), 8, 'the sign is that of w, d or t'",
    "x0*(x1 + 2^-1), 5, the constant is not a whole number of 8 bits",
    "x0*(x1, 7, '\")\" expected'",
    "x0 x1, 4, '+, - or * expected'",
    "2^-8*x0, 1, exponent -8 of a product outside -7 to 8",
    "x0*, 4, a factor expected"
  })
  void saysWhatIsWrongAndWhere(String rule, int character, String reason) {
    LearningRuleException wrong =
        assertThrows(LearningRuleException.class, () -> LearningRule.ofWeight(rule));
    assertEquals(
        "learning rule \"" + rule + "\", character " + character + ": " + reason,
        wrong.getMessage());
    assertEquals(character - 1, wrong.position());
  }
}
