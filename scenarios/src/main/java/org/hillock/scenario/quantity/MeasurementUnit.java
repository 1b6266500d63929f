package org.hillock.scenario.quantity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.model.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A unit that people write after a number, as {@code factor * 10^power} of the coherent unit of its
 * dimension. The coherent units are ms, mV, pA and mm, and what follows from them: pF = pA ms/mV,
 * nS = pA/mV, GOhm = mV/pA, kHz = 1/ms, m/s = mm/ms.
 *
 * <p>The power of ten is kept apart from the factor, so that no digit is lost on the way from "8
 * Hz" to 8.0 or from "100 us" to 0.1.
 *
 * @param symbol how it is written
 * @param dimension what it measures
 * @param factor 1 for all units but minutes and hours
 * @param power power of ten
 */
public record MeasurementUnit(String symbol, Dimension dimension, double factor, int power) {

  private static final Map<String, MeasurementUnit> BY_SYMBOL = new LinkedHashMap<>();

  /** A plain number. */
  public static final MeasurementUnit NONE = new MeasurementUnit("", Dimension.NONE, 1, 0);

  /** One hundredth. */
  public static final MeasurementUnit PERCENT = new MeasurementUnit("%", Dimension.NONE, 1, -2);

  public static final MeasurementUnit MILLISECOND = add("ms", Dimension.TIME, 0);

  static {
    prefixed("s", Dimension.TIME, 3, "", "m", "u", "n");
    prefixed("V", Dimension.VOLTAGE, 3, "", "m", "u");
    prefixed("A", Dimension.CURRENT, 12, "", "m", "u", "n", "p");
    prefixed("F", Dimension.CAPACITANCE, 12, "", "u", "n", "p");
    prefixed("S", Dimension.CONDUCTANCE, 9, "", "m", "u", "n", "p");
    prefixed("Ohm", Dimension.RESISTANCE, -9, "", "k", "M", "G");
    prefixed("\u03a9", Dimension.RESISTANCE, -9, "", "k", "M", "G");
    prefixed("\u2126", Dimension.RESISTANCE, -9, "", "k", "M", "G");
    prefixed("Hz", Dimension.RATE, -3, "", "k");
    prefixed("m", Dimension.LENGTH, 3, "", "c", "m", "u");
    add("spikes", Dimension.NONE, 0);
    add("spike", Dimension.NONE, 0);
    BY_SYMBOL.put("min", new MeasurementUnit("min", Dimension.TIME, 60, 3));
    BY_SYMBOL.put("h", new MeasurementUnit("h", Dimension.TIME, 36, 5));
  }

  private static MeasurementUnit add(String symbol, Dimension dimension, int power) {
    MeasurementUnit unit = new MeasurementUnit(symbol, dimension, 1, power);
    BY_SYMBOL.put(symbol, unit);
    return unit;
  }

  private static void prefixed(String base, Dimension dimension, int power, String... prefixes) {
    for (String prefix : prefixes) {
      int exponent =
          switch (prefix) {
            case "G" -> 9;
            case "M" -> 6;
            case "k" -> 3;
            case "" -> 0;
            case "c" -> -2;
            case "m" -> -3;
            case "u" -> -6;
            case "n" -> -9;
            default -> -12;
          };
      add(prefix + base, dimension, power + exponent);
      if (prefix.equals("u")) {
        add("\u00b5" + base, dimension, power + exponent);
        add("\u03bc" + base, dimension, power + exponent);
      }
    }
  }

  /** The unit written so, or null. */
  public static @Nullable MeasurementUnit of(String symbol) {
    return BY_SYMBOL.get(symbol);
  }

  /** All symbols that can be written in ASCII. */
  public static Collection<String> symbols() {
    return BY_SYMBOL.keySet().stream().filter(s -> s.chars().allMatch(c -> c < 128)).toList();
  }

  /** The unit in which the simulator keeps a number. */
  public static MeasurementUnit of(Unit unit) {
    return switch (unit) {
      case MILLISECOND -> MILLISECOND;
      case MILLIVOLT -> known("mV");
      case PICOAMPERE -> known("pA");
      case PICOFARAD -> known("pF");
      case NANOSIEMENS -> known("nS");
      case MEGAOHM -> known("MOhm");
      case HERTZ -> known("Hz");
      case KILOHERTZ -> known("kHz");
      case HERTZ_PER_MILLIVOLT -> known("Hz").over(known("mV"));
      case PER_MILLIVOLT -> new MeasurementUnit("1", Dimension.NONE, 1, 0).over(known("mV"));
      case NONE -> NONE;
    };
  }

  /** The unit in which quantities of a dimension are shown. */
  public static MeasurementUnit canonical(Dimension dimension) {
    for (Unit unit : Unit.values()) {
      if (of(unit).dimension.equals(dimension)) {
        return of(unit);
      }
    }
    if (dimension.equals(Dimension.VELOCITY)) {
      return new MeasurementUnit("m/s", dimension, 1, 0); // as people say mm/ms
    }
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    // Powers of a conductance read as such, not as what it is made of.
    boolean power =
        dimension.current() > 0
            && dimension.equals(Dimension.CONDUCTANCE.power(dimension.current()));
    collect("nS", power ? dimension.current() : 0, above, below);
    collect("mV", power ? 0 : dimension.voltage(), above, below);
    collect("pA", power ? 0 : dimension.current(), above, below);
    collect("mm", dimension.length(), above, below);
    collect("ms", dimension.time(), above, below);
    String symbol = above.isEmpty() ? "1" : String.join("*", above);
    for (String unit : below) {
      symbol += "/" + unit;
    }
    return new MeasurementUnit(symbol, dimension, 1, 0);
  }

  private static void collect(String unit, int exponent, List<String> above, List<String> below) {
    for (int i = 0; i < Math.abs(exponent); i++) {
      (exponent > 0 ? above : below).add(unit);
    }
  }

  private static MeasurementUnit known(String symbol) {
    MeasurementUnit unit = BY_SYMBOL.get(symbol);
    if (unit == null) {
      throw new IllegalStateException("no unit " + symbol);
    }
    return unit;
  }

  /** A value that shows how this kind of quantity is written: "a time, such as 10 ms". */
  public String example() {
    if (dimension.equals(Dimension.NONE)) {
      return "a plain number, such as 10";
    }
    String number = dimension.equals(Dimension.CAPACITANCE) ? "250 " : "10 ";
    return dimension.phrase() + ", such as " + number + canonical(dimension).symbol;
  }

  /** The product of two units. */
  public MeasurementUnit times(MeasurementUnit other) {
    return new MeasurementUnit(
        symbol + "*" + other.symbol,
        dimension.times(other.dimension),
        factor * other.factor,
        power + other.power);
  }

  /** The quotient of two units. */
  public MeasurementUnit over(MeasurementUnit other) {
    return new MeasurementUnit(
        symbol + "/" + other.symbol,
        dimension.over(other.dimension),
        factor / other.factor,
        power - other.power);
  }
}
