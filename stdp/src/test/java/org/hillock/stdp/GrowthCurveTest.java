package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hillock.model.GrowthCurve;
import org.hillock.model.GrowthModel;
import org.hillock.model.Models;
import org.hillock.model.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Growth curves against their formulas (Butz and van Ooyen 2013), written out here once more, and
 * their integrals against those of an integrator of another library.
 */
class GrowthCurveTest {

  private static final double ETA = 0.05;
  private static final double EPS = 0.6;
  private static final double PSI = 0.08;

  private static final Map<String, DoubleUnaryOperator> FORMULAS =
      Map.of(
          "linear",
          ca -> 1 - ca / EPS,
          "gaussian",
          ca -> 2 * Math.pow(2, -Math.pow((ca - (ETA + EPS) / 2) / ((EPS - ETA) / 2), 2)) - 1,
          "sigmoid",
          ca -> -Math.tanh((ca - EPS) / (2 * PSI)));

  private static GrowthCurve curve(String name) {
    GrowthModel model = Models.growthCurve(name).orElseThrow();
    Map<String, Double> values = new HashMap<>(Map.of("eta", ETA, "eps", EPS, "psi", PSI));
    values.keySet().retainAll(model.parameters().stream().map(p -> p.name()).toList());
    return model.curve(ParameterSet.of("test", model.parameters(), values));
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @Test
  void knowsTheCurvesOfTheField() {
    assertEquals(
        FORMULAS.keySet(),
        Models.growthCurves().stream().map(GrowthModel::name).collect(Collectors.toSet()));
  }

  @Test
  void doesNotGrowAtItsSetPoint() {
    FORMULAS.keySet().forEach(name -> assertEquals(0, curve(name).at(EPS), 1e-12, name));
    assertEquals(0, curve("gaussian").at(ETA), 1e-12);
    assertEquals(1, curve("gaussian").at((ETA + EPS) / 2));
  }

  @Test
  void growsBelowItsSetPointAndShrinksAbove() {
    FORMULAS
        .keySet()
        .forEach(
            name -> {
              assertTrue(curve(name).at(EPS * 0.9) > 0, name);
              assertTrue(curve(name).at(EPS * 1.1) < 0, name);
            });
    assertTrue(curve("gaussian").at(ETA / 2) < 0, "below eta a Gaussian shrinks too");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void growsAtTheSpeedOfItsFormula(int seed) {
    double calcium = new Random(seed).nextDouble() * 2;
    FORMULAS.forEach(
        (name, formula) ->
            assertEquals(formula.applyAsDouble(calcium), curve(name).at(calcium), 1e-12, name));
  }

  /** Times from a step to many time constants, calcium from none to far above the set point. */
  @ParameterizedTest
  @MethodSource("seeds")
  void growsByTheIntegralOfItsFormulaWhileCalciumDecays(int seed) {
    Random random = new Random(seed);
    double tau = Math.pow(10, 1 + 3 * random.nextDouble());
    double time = tau * Math.pow(10, -4 + 5 * random.nextDouble());
    double calcium = 3 * random.nextDouble();
    FORMULAS.forEach(
        (name, formula) -> {
          double expected =
              new IterativeLegendreGaussIntegrator(20, 1e-12, 1e-12 * time, 2, 64)
                  .integrate(
                      100_000, t -> formula.applyAsDouble(calcium * Math.exp(-t / tau)), 0, time);
          assertEquals(expected, curve(name).growth(calcium, tau, time), 1e-7 * time, name);
        });
  }

  @Test
  void isGoodForThirteenDigitsBetweenSpikes() {
    FORMULAS.forEach(
        (name, formula) -> {
          double expected =
              new IterativeLegendreGaussIntegrator(20, 1e-14, 1e-14, 2, 64)
                  .integrate(
                      100_000, t -> formula.applyAsDouble(0.3 * Math.exp(-t / 10_000)), 0, 200);
          assertEquals(expected, curve(name).growth(0.3, 10_000, 200), 200 * 1e-13, name);
        });
  }

  @Test
  void refusesABellWithoutWidth() {
    GrowthModel gaussian = Models.growthCurve("gaussian").orElseThrow();
    ParameterSet flat =
        ParameterSet.of("test", gaussian.parameters(), Map.of("eta", 0.3, "eps", 0.3));
    assertTrue(gaussian.conflict(flat).isPresent());
    ParameterSet usual = ParameterSet.of("test", gaussian.parameters(), Map.of());
    assertFalse(gaussian.conflict(usual).isPresent());
  }
}
