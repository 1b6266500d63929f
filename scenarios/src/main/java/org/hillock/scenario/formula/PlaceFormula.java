package org.hillock.scenario.formula;

import java.util.List;
import org.hillock.network.Interval;
import org.hillock.network.Profile;

/**
 * A formula of the way from a source to a target: {@code 0.8 * exp(-d^2 / (2 * (0.2 mm)^2))}. In it
 * {@code d} is the distance, and {@code dx}, {@code dy} and {@code dz} are the parts of the way
 * along each axis. {@link PlaceFormulaReader} makes it of an expression.
 *
 * <p>It is evaluated in plain numbers of coherent units (ms, mV, pA, mm), with {@link StrictMath},
 * so that every JVM gives the same bits.
 */
public final class PlaceFormula implements Profile {

  /** The names that stand for the way; a parameter of one of these names hides it. */
  public static final List<String> NAMES = List.of("d", "dx", "dy", "dz");

  /** A part of a formula. */
  interface Node {

    /** Its value. */
    double at(double distance, double[] way);

    /** Bounds of its values. */
    Interval over(Interval distance, Interval[] way);
  }

  private final Node node;
  private final double unit;
  private final String text;
  private final int axes;
  private final boolean central;

  /**
   * @param node the formula
   * @param unit what its values are divided by, in coherent units
   * @param text the formula, with parameters written out
   * @param axes coordinates that positions need to have
   * @param central whether nothing but the distance matters
   */
  PlaceFormula(Node node, double unit, String text, int axes, boolean central) {
    this.node = node;
    this.unit = unit;
    this.text = text;
    this.axes = axes;
    this.central = central;
  }

  /** How many coordinates positions need for it, 1 to 3. */
  public int axes() {
    return axes;
  }

  @Override
  public boolean central() {
    return central;
  }

  @Override
  public double at(double distance, double[] way) {
    return node.at(distance, way) / unit;
  }

  @Override
  public Interval bounds(Interval distance, Interval[] way) {
    Interval bounds = node.over(distance, way);
    return new Interval(bounds.low() / unit, bounds.high() / unit);
  }

  @Override
  public String formula() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlaceFormula that && text.equals(that.text) && unit == that.unit;
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
