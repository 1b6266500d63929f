package org.hillock.scenario.quantity;

/**
 * A number with its dimension: {@code value * 10^power} of the coherent unit of the dimension (ms,
 * mV, pA, mm and their products).
 *
 * <p>The power of ten stays apart from the value until a unit is asked for, so that "8 Hz" read in
 * Hz is exactly 8.0 and "0.1 mV" read in mV exactly the double 0.1.
 *
 * @param value the number as written
 * @param power power of ten that its unit brings
 * @param dimension what it measures
 */
public record Quantity(double value, int power, Dimension dimension) implements Value {

  /** A plain number. */
  public static Quantity number(double value) {
    return new Quantity(value, 0, Dimension.NONE);
  }

  /** A number of some unit. */
  public static Quantity of(double value, MeasurementUnit unit) {
    return new Quantity(value * unit.factor(), unit.power(), unit.dimension());
  }

  /** The number in this unit, which must measure the same. */
  public double in(MeasurementUnit unit) {
    if (!unit.dimension().equals(dimension)) {
      throw new IllegalArgumentException(phrase() + " has no number of " + unit.symbol());
    }
    double shifted = shifted(value, power - unit.power());
    return unit.factor() == 1 ? shifted : shifted / unit.factor();
  }

  /** The value of a plain number. */
  public double plain() {
    return in(MeasurementUnit.NONE);
  }

  public Quantity plus(Quantity other) {
    int common = Math.min(power, other.power);
    return new Quantity(
        shifted(value, power - common) + shifted(other.value, other.power - common),
        common,
        dimension);
  }

  public Quantity negated() {
    return new Quantity(-value, power, dimension);
  }

  public Quantity times(Quantity other) {
    return new Quantity(value * other.value, power + other.power, dimension.times(other.dimension));
  }

  public Quantity over(Quantity other) {
    return new Quantity(value / other.value, power - other.power, dimension.over(other.dimension));
  }

  public Quantity toThe(int exponent) {
    return new Quantity(
        StrictMath.pow(value, exponent), power * exponent, dimension.power(exponent));
  }

  public Quantity squareRoot() {
    boolean even = (power & 1) == 0;
    return new Quantity(
        StrictMath.sqrt(even ? value : shifted(value, power)),
        even ? power / 2 : 0,
        dimension.squareRoot());
  }

  /** Less than, equal to or greater than another quantity of the same dimension. */
  public int compareValue(Quantity other) {
    int common = Math.min(power, other.power);
    double a = shifted(value, power - common);
    double b = shifted(other.value, other.power - common);
    return a < b ? -1 : a > b ? 1 : 0;
  }

  public boolean isFinite() {
    return Double.isFinite(value);
  }

  @Override
  public String phrase() {
    return dimension.phrase();
  }

  @Override
  public String text() {
    MeasurementUnit unit = MeasurementUnit.canonical(dimension);
    return Numbers.text(in(unit), unit);
  }

  /** Exact for what people write: division by a power of ten rounds once. */
  private static double shifted(double value, int places) {
    if (places == 0) {
      return value;
    }
    return places > 0 ? value * powerOfTen(places) : value / powerOfTen(-places);
  }

  private static double powerOfTen(int exponent) {
    return StrictMath.pow(10, exponent);
  }
}
