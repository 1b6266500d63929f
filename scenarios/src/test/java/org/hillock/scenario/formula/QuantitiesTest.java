package org.hillock.scenario.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.hillock.model.Unit;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.quantity.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

  private final Map<String, Value> parameters = new LinkedHashMap<>();

  private Value evaluate(String text) throws ExpressionException {
    Scope scope =
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
    return new Evaluator(scope).evaluate(ExpressionParser.parse(text, parameters::containsKey));
  }

  private double in(String text, Unit unit) throws ExpressionException {
    return ((Quantity) evaluate(text)).in(MeasurementUnit.of(unit));
  }

  private String refused(String text) {
    return assertThrows(ExpressionException.class, () -> evaluate(text)).found();
  }

  @ParameterizedTest(name = "{0} is exactly {1}")
  @CsvSource({
    "0.1 mV, 0.1, MILLIVOLT",
    "1 s, 1000, MILLISECOND",
    "8 Hz, 8, HERTZ",
    "8.1 Hz, 8.1, HERTZ",
    "1.5 ms, 1.5, MILLISECOND",
    "250 pF, 250, PICOFARAD",
    "0.25 nF, 250, PICOFARAD",
    "100 us, 0.1, MILLISECOND",
    "100 \u00b5s, 0.1, MILLISECOND",
    "300 us, 0.3, MILLISECOND",
    "10 nS, 10, NANOSIEMENS",
    "0.3 uS, 300, NANOSIEMENS",
    "40 MOhm, 40, MEGAOHM",
    "40 M\u03a9, 40, MEGAOHM",
    "0.1 GOhm, 100, MEGAOHM",
    "7.3 MOhm, 7.3, MEGAOHM",
    "2 min, 120000, MILLISECOND",
    "1 h, 3600000, MILLISECOND",
    "0.36 nA, 360, PICOAMPERE",
    "-65 mV, -65, MILLIVOLT",
    "5%, 0.05, NONE",
    "8 spikes/s, 8, HERTZ",
    "8 1/s, 8, HERTZ",
    "8/s, 8, HERTZ",
    "1/(1 ms), 1000, HERTZ",
    "1 kHz, 1000, HERTZ",
    "1 GOhm * 1 pA, 1, MILLIVOLT",
    "1 MOhm * 1 nA, 1, MILLIVOLT",
    "1 pA * 1 ms / 1 mV, 1, PICOFARAD",
    "1 pA / 1 mV, 1, NANOSIEMENS",
    "250 pF / 25 nS, 10, MILLISECOND",
    "1e-3 s, 1, MILLISECOND",
  })
  void aLiteralLosesNoDigit(String text, double value, Unit unit) throws ExpressionException {
    assertEquals(value, in(text, unit));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "1 + 2 * 3; 7",
        "(1 + 2) * 3; 9",
        "-2^2; -4",
        "2^-1; 0.5",
        "2 ** 3 ^ 2; 512",
        "7 - 2 - 1; 4",
        "8 / 2 / 2; 2",
        "20 mV / 4 mV; 5",
        "10 pA / 2 pA/ms / 1 ms; 5",
        "sqrt(9 mV*mV) / 1 mV; 3",
        "sqrt(1 s * 1 ms) / 1 ms; 31.622776601683793",
        "min(3, 1, 2) + max(1 ms, 2 ms) / 1 ms; 3",
        "round(2.5) + floor(2.9) + ceil(0.1) + abs(-3); 9",
        "log10(1000) + exp(0) + log(1) + pow(2, 3); 12",
        "if(1 ms < 2 ms, 3, 4); 3",
        "if(pi > 4, 3, 4); 4",
        "if(0 == 0, 5, 1 / 0); 5",
        "2 * 1.5ms / 1 ms; 3",
      })
  void formulasFollowTheRulesOfArithmetic(String text, double value) throws ExpressionException {
    assertEquals(value, in(text, Unit.NONE));
  }

  @Test
  void brunelsRateIsExact() throws ExpressionException {
    parameters.put("eta", Quantity.number(2));
    parameters.put("J", evaluate("0.1 mV"));
    assertEquals(20000.0, in("eta * 20 mV / (J * 20 ms)", Unit.HERTZ));
  }

  @Test
  void aParameterWinsOverAUnitExceptDirectlyAfterANumber() throws ExpressionException {
    parameters.put("s", Quantity.number(4));
    assertEquals(2, in("8 / s", Unit.NONE));
    assertEquals(2, in("8/s", Unit.NONE));
    assertEquals(2000, in("2 s", Unit.MILLISECOND));
    assertEquals(8, in("2*s", Unit.NONE));
  }

  @Test
  void wordsCanBeCompared() throws ExpressionException {
    parameters.put("background", new Value.Word("poisson"));
    assertEquals(8, in("if(background == poisson, 8 Hz, 0 Hz)", Unit.HERTZ));
    assertEquals(0, in("if(background == current, 8 Hz, 0 Hz)", Unit.HERTZ));
    assertEquals(0, in("if(background != 'poisson', 8 Hz, 0 Hz)", Unit.HERTZ));
  }

  @Test
  void nonsenseIsRefusedWithASentence() {
    assertEquals("cannot add a time and a voltage", refused("1 ms + 1 mV"));
    assertEquals("cannot compare a time and a plain number", refused("1 ms < 2"));
    assertEquals("a division by zero", refused("1 / 0"));
    assertEquals("unknown unit 'mz'", refused("3 mz"));
    assertEquals("a formula nested too deeply", refused("(".repeat(3000) + "1" + ")".repeat(500)));
    assertEquals("a formula of 8001 characters", refused("1+".repeat(4000) + "1"));
    assertEquals("if(...) is a voltage or a time", refused("if(1 > 2, 1 ms, 1 mV)"));
    assertEquals("log of a time", refused("log(2 ms)"));
    assertEquals("unexpected ')'", refused("1)"));
  }

  @Test
  void aLongSumIsNoProblem() throws ExpressionException {
    assertEquals(2000, in("1+".repeat(1999) + "1", Unit.NONE));
  }

  @Test
  void textReadsBackToTheSameNumber() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertEquals(value + 0.0, Double.parseDouble(Numbers.text(value)));
      }
    }
    assertEquals("0.1", Numbers.text(0.1));
    assertEquals("37.7 Hz", Numbers.rounded(37.7000000001, MeasurementUnit.of(Unit.HERTZ)));
  }

  @Test
  void everyUnitOfTheSimulatorHasAPhrase() {
    for (Unit unit : Unit.values()) {
      assertTrue(MeasurementUnit.of(unit).example().startsWith("a "), unit.name());
    }
    assertEquals("a quantity in mV/ms", Dimension.VOLTAGE.over(Dimension.TIME).phrase());
    assertEquals("a quantity in nS*nS", Dimension.CONDUCTANCE.power(2).phrase());
  }
}
