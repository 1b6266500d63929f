package org.hillock.nir;

import java.util.Arrays;
import java.util.List;
import org.hillock.hdf5.Shapes;

/** Numbers in one or more dimensions, the last index varying fastest. Immutable. */
public final class NirArray {

  private final List<Integer> shape;
  private final double[] values;

  private NirArray(List<Integer> shape, double[] values) {
    if (Shapes.elements(shape) != values.length) {
      throw new IllegalArgumentException(values.length + " numbers of shape " + shape);
    }
    this.shape = List.copyOf(shape);
    this.values = values;
  }

  /** Numbers in a row. */
  public static NirArray of(double... values) {
    return new NirArray(List.of(values.length), values.clone());
  }

  /**
   * Numbers of some shape.
   *
   * @throws IllegalArgumentException if there are not as many values as the shape says
   */
  public static NirArray of(List<Integer> shape, double... values) {
    return new NirArray(shape, values.clone());
  }

  /** The same without a copy: the caller gives the array away. */
  static NirArray owning(List<Integer> shape, double[] values) {
    return new NirArray(shape, values);
  }

  /** One number many times. */
  public static NirArray filled(List<Integer> shape, double value) {
    double[] values = new double[Shapes.elements(shape)];
    Arrays.fill(values, value);
    return new NirArray(shape, values);
  }

  /** Size of each dimension. */
  public List<Integer> shape() {
    return shape;
  }

  /** Number of dimensions. */
  public int dimensions() {
    return shape.size();
  }

  /** Size of one dimension. */
  public int size(int dimension) {
    return shape.get(dimension);
  }

  /** Number of elements. */
  public int size() {
    return values.length;
  }

  /** One element, counted over all dimensions. */
  public double get(int index) {
    return values[index];
  }

  /** A copy of all elements. */
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NirArray that
        && shape.equals(that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Shapes.text(shape) + (values.length > 10 ? "" : Arrays.toString(values));
  }
}
