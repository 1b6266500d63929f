package org.hillock.model;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a model or rule.
 *
 * @param name the field's name for it, such as {@code tau_m}
 * @param unit its unit
 * @param defaultValue value where none is given
 * @param min smallest allowed value
 * @param minAllowed whether min itself is allowed
 * @param max largest allowed value, itself allowed
 * @param description one line for people
 * @param onGrid whether it is a time that on a grid must be a whole number of steps
 * @param listDefault for a parameter that is a list of any length: its values where none are given;
 *     else null
 * @param truth whether it is something that is so or not, 1 or 0, the same for all neurons
 * @param choices for a parameter that is one of some words, the same for all neurons: the words,
 *     its value being the place of one of them; else empty
 * @param common whether it must be the same for all neurons of a population
 */
public record Parameter(
    String name,
    Unit unit,
    double defaultValue,
    double min,
    boolean minAllowed,
    double max,
    String description,
    boolean onGrid,
    @Nullable List<Double> listDefault,
    boolean truth,
    List<String> choices,
    boolean common) {

  /** Most elements of a list; the numbers of the receptors that they make fit into a byte. */
  public static final int LONGEST_LIST = 100;

  /**
   * What counts as above 0: models divide by time constants, capacitances and their products, and
   * the reciprocals of smaller numbers are beyond doubles.
   */
  public static final double LEAST_POSITIVE = 1e-100;

  /** Copies the choices. */
  public Parameter {
    choices = List.copyOf(choices);
  }

  /** A parameter with one value a neuron. */
  public Parameter(
      String name,
      Unit unit,
      double defaultValue,
      double min,
      boolean minAllowed,
      double max,
      String description,
      boolean onGrid) {
    this(
        name,
        unit,
        defaultValue,
        min,
        minAllowed,
        max,
        description,
        onGrid,
        null,
        false,
        List.of(),
        false);
  }

  /** A parameter that does not care for the grid. */
  public Parameter(
      String name,
      Unit unit,
      double defaultValue,
      double min,
      boolean minAllowed,
      double max,
      String description) {
    this(name, unit, defaultValue, min, minAllowed, max, description, false);
  }

  /** A parameter that may take any finite value. */
  public static Parameter any(String name, Unit unit, double defaultValue, String description) {
    return new Parameter(
        name, unit, defaultValue, -Double.MAX_VALUE, true, Double.MAX_VALUE, description);
  }

  /** A parameter that must be above 0. */
  public static Parameter positive(
      String name, Unit unit, double defaultValue, String description) {
    return new Parameter(name, unit, defaultValue, 0, false, Double.MAX_VALUE, description);
  }

  /** A parameter that must be 0 or above. */
  public static Parameter nonNegative(
      String name, Unit unit, double defaultValue, String description) {
    return new Parameter(name, unit, defaultValue, 0, true, Double.MAX_VALUE, description);
  }

  /** A parameter without unit from one number to another, both allowed. */
  public static Parameter between(
      String name, double least, double most, double defaultValue, String description) {
    return new Parameter(name, Unit.NONE, defaultValue, least, true, most, description);
  }

  /** A time of 0 or more that on a grid must be a whole number of steps [ms]. */
  public static Parameter duration(String name, double defaultValue, String description) {
    return new Parameter(
        name, Unit.MILLISECOND, defaultValue, 0, true, Double.MAX_VALUE, description, true);
  }

  /** A time above 0 that on a grid must be a whole number of steps, at least one [ms]. */
  public static Parameter positiveDuration(String name, double defaultValue, String description) {
    return new Parameter(
        name, Unit.MILLISECOND, defaultValue, 0, false, Double.MAX_VALUE, description, true);
  }

  /** The same as a list of any length, whose default has these values. */
  public Parameter list(Double... defaults) {
    return new Parameter(
        name,
        unit,
        defaultValue,
        min,
        minAllowed,
        max,
        description,
        onGrid,
        List.of(defaults),
        false,
        List.of(),
        false);
  }

  /** Whether a neuron has a list of values, of any length. */
  public boolean isList() {
    return listDefault != null;
  }

  /** How many values a list has where none are given. */
  public int defaultLength() {
    return listDefault == null ? 0 : listDefault.size();
  }

  /** Name of one element of a list: {@code tau_syn_1} is the first of {@code tau_syn}. */
  public static String element(String list, int number) {
    return list + "_" + number;
  }

  /** The elements of a list of a given length, as single parameters. */
  public List<Parameter> elements(int length) {
    List<Double> defaults = listDefault == null ? List.of() : listDefault;
    return IntStream.rangeClosed(1, length)
        .mapToObj(
            number ->
                new Parameter(
                    element(name, number),
                    unit,
                    number <= defaults.size() ? defaults.get(number - 1) : defaultValue,
                    min,
                    minAllowed,
                    max,
                    description,
                    onGrid))
        .toList();
  }

  /** Something that is so or not. */
  public static Parameter truth(String name, boolean defaultValue, String description) {
    return new Parameter(
        name,
        Unit.NONE,
        defaultValue ? 1 : 0,
        0,
        true,
        1,
        description,
        false,
        null,
        true,
        List.of(),
        true);
  }

  /** One of some words, the first of which is the default. */
  public static Parameter choice(String name, List<String> choices, String description) {
    return new Parameter(
        name,
        Unit.NONE,
        0,
        0,
        true,
        choices.size() - 1,
        description,
        false,
        null,
        false,
        choices,
        true);
  }

  /** The same as a parameter that all neurons of a population have in common. */
  public Parameter inCommon() {
    return new Parameter(
        name,
        unit,
        defaultValue,
        min,
        minAllowed,
        max,
        description,
        onGrid,
        listDefault,
        truth,
        choices,
        true);
  }

  /** Whether it is one of some words. */
  public boolean isChoice() {
    return !choices.isEmpty();
  }

  /** Whether a value lies in the allowed range; never true for NaN or infinity. */
  public boolean allows(double value) {
    if (truth) {
      return value == 0 || value == 1;
    }
    if (isChoice() && value != Math.rint(value)) {
      return false;
    }
    if (minAllowed) {
      return value >= min && value <= max;
    }
    return value > min && value <= max && !(min == 0 && value < LEAST_POSITIVE);
  }

  /** The allowed range in words, with the unit. */
  public String range() {
    if (truth) {
      return "true or false";
    }
    if (isChoice()) {
      return "one of " + String.join(", ", choices);
    }
    String suffix = unit == Unit.NONE ? "" : " " + unit.symbol();
    if (min == -Double.MAX_VALUE && max == Double.MAX_VALUE) {
      return "any finite value" + (suffix.isEmpty() ? "" : " in" + suffix);
    }
    if (max == Double.MAX_VALUE) {
      return (minAllowed ? "at least " : "more than ") + number(min) + suffix;
    }
    double above = Math.nextUp(max);
    if (above == Math.rint(above) && max != Math.rint(max)) {
      return (minAllowed ? "at least " : "more than ")
          + number(min)
          + " and below "
          + number(above)
          + suffix;
    }
    return (minAllowed ? "from " : "more than ")
        + number(min)
        + suffix
        + (minAllowed ? " to " : " and at most ")
        + number(max)
        + suffix;
  }

  /** The same for whoever gave a value that is not allowed; not every number above 0 is. */
  public String range(double found) {
    return !truth && !minAllowed && min == 0 && found > 0 && found < LEAST_POSITIVE
        ? ("at least 1e-100 " + unit.symbol()).strip()
        : range();
  }

  /** What is allowed, for whoever gave a number. */
  String given(double found) {
    if (truth) {
      return "1 for true or 0 for false";
    }
    return isChoice()
        ? "a whole number from 0 to " + (choices.size() - 1) + ", the place of " + range()
        : range(found);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
