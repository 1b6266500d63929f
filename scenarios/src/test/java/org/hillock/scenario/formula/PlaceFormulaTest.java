package org.hillock.scenario.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hillock.model.Unit;
import org.hillock.network.Interval;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.quantity.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceFormulaTest {

  private static final MeasurementUnit MM = MeasurementUnit.canonical(Dimension.LENGTH);
  private static final MeasurementUnit PA = MeasurementUnit.of(Unit.PICOAMPERE);

  private final Map<String, Value> parameters = new LinkedHashMap<>();

  private final Scope scope =
      new Scope() {
        @Override
        public @Nullable Value value(String name, int at) {
          return parameters.get(name);
        }

        @Override
        public Collection<String> names() {
          return parameters.keySet();
        }
      };

  private PlaceFormula read(String text, MeasurementUnit unit) throws ExpressionException {
    return new PlaceFormulaReader(scope)
        .read(ExpressionParser.parse(text, parameters::containsKey), unit);
  }

  private static double at(PlaceFormula formula, double... way) {
    return formula.at(
        Math.sqrt(IntStream.range(0, way.length).mapToDouble(i -> way[i] * way[i]).sum()), way);
  }

  @Test
  void shouldGiveWhatItsFormulaSays() throws ExpressionException {
    parameters.put("sigma", Quantity.of(200, MeasurementUnit.of("um")));
    parameters.put("w", Quantity.of(1.5, MeasurementUnit.of("nA")));
    assertEquals(
        0.8 * Math.exp(-0.25 / 0.08),
        at(read("0.8 * exp(-d^2 / (2 * sigma^2))", MeasurementUnit.NONE), 0.3, -0.4),
        1e-15);
    assertEquals(1500 * Math.exp(-0.5), at(read("w * exp(-d / 1 mm)", PA), 0.3, 0.4), 1e-12);
    // The Gabor function of NEST for theta = 0, gamma = 0.5.
    assertEquals(
        Math.cos(2 * Math.PI * 0.4 / 0.5) * Math.exp(-(0.25 * 0.09 + 0.16) / 0.08),
        at(
            read(
                "max(0, cos(2 * pi * dy / 0.5 mm)) * exp(-((0.5 * dx)^2 + dy^2) / (2 * sigma^2))",
                MeasurementUnit.NONE),
            0.3,
            0.4),
        1e-15);
    assertEquals(
        1.5 + 0.5 / 0.25,
        at(read("1.5 ms + d / (0.25 m/s)", MeasurementUnit.MILLISECOND), 0.5),
        1e-12);
    assertEquals(2, at(read("if(dy > 0 mm, 1, 2)", MeasurementUnit.NONE), 1, -1));
    assertEquals(-3, at(read("-dz / 1 mm", MeasurementUnit.NONE), 1, 2, 3));
  }

  @Test
  void shouldSayHowManyCoordinatesItNeeds() throws ExpressionException {
    assertEquals(1, read("d", MM).axes());
    assertEquals(1, read("dx", MM).axes());
    assertEquals(2, read("dx + dy", MM).axes());
    assertEquals(3, read("max(d, dz)", MM).axes());
  }

  @Test
  void shouldTakeAParameterForWhatItIs() throws ExpressionException {
    Expression d = ExpressionParser.parse("2 * d", name -> false);
    assertTrue(new PlaceFormulaReader(scope).mentions(d));
    parameters.put("d", Quantity.of(2, MeasurementUnit.MILLISECOND));
    assertFalse(new PlaceFormulaReader(scope).mentions(d));
  }

  @Test
  void shouldRefuseOtherDimensions() {
    assertEquals("a formula that is a length", refused("d", PA));
    assertEquals("exp of a length", refused("exp(-d)", MeasurementUnit.NONE));
    assertEquals("cannot add a plain number and a length", refused("1 + d", MM));
    assertEquals("unknown parameter 'sigma'", refused("d / sigma", MeasurementUnit.NONE));
  }

  private String refused(String text, MeasurementUnit unit) {
    return assertThrows(ExpressionException.class, () -> read(text, unit)).found();
  }

  static List<String> formulas() {
    return List.of(
        "0.8 * exp(-d^2 / (2 * (0.2 mm)^2))",
        "1 - d / 1 mm",
        "max(0, 1 - d / 1 mm) * 0.5",
        "cos(2 * pi * dx / 0.3 mm)^2 * exp(-d / 1 mm)",
        "if(abs(dy) < 0.2 mm, d / 1 mm, -dx / 1 mm)",
        "(dx / 1 mm - 0.1)^3 - (dy / 1 mm)^2",
        "1 / (d / 1 mm + 0.1)",
        "min(1, 1 mm / max(d, 1 um))",
        "sqrt(abs(dx * dy)) / 1 mm - log(1 + d / 1 mm) + round(dx / 0.1 mm)",
        "floor(d / 0.1 mm) * 0.1 + ceil(-d / 0.1 mm) * (-0.2)",
        "(d / 1 mm + 0.5)^(-1.5)",
        "pow(2, dx / 1 mm) - 10^(-d / 1 mm)",
        "sin(dx / 0.1 mm) * dy / 1 mm");
  }

  /** Bounds hold in any box, and those of what only falls or rises are the values of its ends. */
  @ParameterizedTest
  @MethodSource("formulas")
  void shouldStayWithinItsBoundsAndReadBackToTheSame(String text) throws ExpressionException {
    PlaceFormula formula = read(text, MeasurementUnit.NONE);
    PlaceFormula again = read(formula.formula(), MeasurementUnit.NONE);
    SplittableRandom random = new SplittableRandom(text.hashCode());
    for (int box = 0; box < 100; box++) {
      Interval[] ways = {some(random), some(random)};
      double far = Math.hypot(most(ways[0]), most(ways[1]));
      Interval bounds = formula.bounds(new Interval(0, far), ways);
      assertTrue(bounds.low() <= bounds.high(), text + " " + bounds);
      for (int i = 0; i < 50; i++) {
        double x = between(ways[0], random);
        double y = between(ways[1], random);
        double value = at(formula, x, y);
        assertTrue(value >= bounds.low() && value <= bounds.high(), text + " " + value + bounds);
        assertEquals(value, at(again, x, y));
      }
    }
  }

  @Test
  void shouldBeWrittenWithValuesForParameters() throws ExpressionException {
    parameters.put("sigma", Quantity.of(200, MeasurementUnit.of("um")));
    parameters.put("below", Quantity.number(-2));
    assertEquals(
        "0.8 * exp(-d^2 / (2 * (0.2 mm)^2))",
        read("0.8 * exp(-d^2 / (2 * sigma^2))", MeasurementUnit.NONE).formula());
    assertEquals(
        "1 - (2 - (d / 0.2 mm - 1)) * (-2)^2",
        read("1 - (2 - (d / sigma - 1)) * below^2", MeasurementUnit.NONE).formula());
    assertEquals(
        "if(dx < 0.2 mm, 1 / (2 / 3), -(1 + 2))",
        read("if(dx < sigma, 1 / (2 / 3), -(1 + 2))", MeasurementUnit.NONE).formula());
  }

  @Test
  void shouldHaveNarrowBoundsWhereTheFormulaOnlyFalls() throws ExpressionException {
    PlaceFormula gauss = read("0.8 * exp(-d^2 / (2 * (0.2 mm)^2))", MeasurementUnit.NONE);
    Interval bounds = gauss.bounds(new Interval(0.1, 0.5), new Interval[0]);
    assertEquals(0.8 * Math.exp(-0.125), bounds.high(), 1e-15);
    assertEquals(0.8 * Math.exp(-3.125), bounds.low(), 1e-15);
    assertFalse(
        read("1 mm / d", MeasurementUnit.NONE)
            .bounds(new Interval(0, 1), new Interval[0])
            .finite());
    assertFalse(
        read("sqrt(1 - d / 1 mm)", MeasurementUnit.NONE)
            .bounds(new Interval(0, 2), new Interval[0])
            .finite());
  }

  private static Interval some(SplittableRandom random) {
    double low = random.nextDouble(-1, 1);
    return new Interval(low, low + random.nextDouble(1));
  }

  private static double most(Interval interval) {
    return Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
  }

  private static double between(Interval interval, SplittableRandom random) {
    return interval.low() + random.nextDouble() * (interval.high() - interval.low());
  }
}
