package org.hillock.hdf5;

import java.util.List;
import java.util.stream.Collectors;

/** Arithmetic of shapes, the sizes of the dimensions of an array. */
public final class Shapes {

  private Shapes() {}

  /**
   * Number of elements; 1 for no dimension at all.
   *
   * @throws ArithmeticException if there are more than 2^31 - 1
   */
  public static int elements(List<Integer> shape) {
    int elements = 1;
    for (int size : shape) {
      elements = Math.multiplyExact(elements, size);
    }
    return elements;
  }

  /** The shape as people write it: {@code (3, 4)}. */
  public static String text(List<Integer> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
