package org.hillock.hdf5;

import java.util.Arrays;
import java.util.List;

/** Numbers in one or more dimensions, the last index varying fastest. Immutable. */
public final class Hdf5Numbers implements Hdf5Item {

  /** How numbers lie in the file. */
  public enum Kind {
    /** Signed whole numbers of 32 bits. */
    INT32,
    /** Signed whole numbers of 64 bits, exact up to 2^53. */
    INT64,
    /** Floating point of 32 bits. */
    FLOAT32,
    /** Floating point of 64 bits. */
    FLOAT64
  }

  private final Kind kind;
  private final List<Integer> shape;
  private final double[] values;

  /**
   * @param kind how they are written
   * @param shape size of each dimension; empty for a single number
   * @param values all numbers
   * @throws IllegalArgumentException if there are not as many values as the shape says
   */
  public Hdf5Numbers(Kind kind, List<Integer> shape, double[] values) {
    if (Shapes.elements(shape) != values.length) {
      throw new IllegalArgumentException(values.length + " numbers of shape " + shape);
    }
    this.kind = kind;
    this.shape = List.copyOf(shape);
    this.values = values.clone();
  }

  /** A single whole number. */
  public static Hdf5Numbers scalar(long value) {
    return new Hdf5Numbers(Kind.INT64, List.of(), new double[] {value});
  }

  /** Whole numbers in a row. */
  public static Hdf5Numbers row(int... values) {
    return new Hdf5Numbers(
        Kind.INT64, List.of(values.length), Arrays.stream(values).asDoubleStream().toArray());
  }

  /** How they are written. */
  public Kind kind() {
    return kind;
  }

  /** Whether they are whole numbers by their kind. */
  public boolean whole() {
    return kind == Kind.INT32 || kind == Kind.INT64;
  }

  /** Size of each dimension. */
  public List<Integer> shape() {
    return shape;
  }

  /** Number of elements. */
  public int size() {
    return values.length;
  }

  /** One element. */
  public double get(int index) {
    return values[index];
  }

  /** A copy of all elements. */
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public String phrase() {
    return shape.isEmpty() ? "a single number" : "numbers of shape " + Shapes.text(shape);
  }

  @Override
  public String toString() {
    return kind + " " + Shapes.text(shape) + " " + Arrays.toString(values);
  }
}
