package org.hillock.nir;

import java.util.List;
import org.hillock.format.FormatException;
import org.hillock.hdf5.Shapes;

/** What the records of {@link NirNode} ask of their parameters. */
final class NirChecks {

  private NirChecks() {}

  /** Names and arrays in turn; all have the shape of the first. */
  static void sameShape(Object... namesAndArrays) {
    List<Integer> shape = ((NirArray) namesAndArrays[1]).shape();
    for (int i = 0; i < namesAndArrays.length; i += 2) {
      List<Integer> other = ((NirArray) namesAndArrays[i + 1]).shape();
      if (!other.equals(shape)) {
        throw new FormatException(
            "dataset '" + namesAndArrays[i] + "'",
            "found shape "
                + Shapes.text(other)
                + ", but "
                + namesAndArrays[0]
                + " has "
                + Shapes.text(shape),
            "arrays of one shape for all parameters of a neuron");
      }
      if (shape.isEmpty()) {
        throw new FormatException(
            "dataset '" + namesAndArrays[i] + "'",
            "found a single number",
            "an array with an element for each neuron, such as one of shape (1)");
      }
    }
  }

  static void matrix(NirArray weight) {
    if (weight.dimensions() != 2) {
      throw new FormatException(
          "dataset 'weight'",
          "found shape " + Shapes.text(weight.shape()),
          "a matrix of shape (out, in)");
    }
  }

  static void row(String name, NirArray array, int size, String why) {
    if (!array.shape().equals(List.of(size))) {
      throw new FormatException(
          "dataset '" + name + "'",
          "found shape " + Shapes.text(array.shape()),
          "shape (" + size + "), " + why);
    }
  }

  static void kernel(NirArray weight, int dimensions, int groups) {
    if (weight.dimensions() != dimensions) {
      throw new FormatException(
          "dataset 'weight'",
          "found shape " + Shapes.text(weight.shape()),
          dimensions == 3 ? "shape (out, in, kernel)" : "shape (out, in, height, width)");
    }
    positive("groups", groups);
    if (weight.size(0) % groups != 0) {
      throw new FormatException(
          "dataset 'groups'",
          "found " + groups + ", which does not divide " + weight.size(0) + " channels of output",
          "a divisor of the number of channels");
    }
  }

  static void positive(String name, int value) {
    if (value < 1) {
      throw new FormatException("dataset '" + name + "'", "found " + value, "1 or more");
    }
  }

  static void padding(boolean same, NirNode.Pair stride, int padding) {
    if (same && (stride.height() != 1 || stride.width() != 1)) {
      throw new FormatException(
          "dataset 'padding'", "found 'same' with a stride above 1", "a stride of 1, or numbers");
    }
    if (!same && padding < 0) {
      throw new FormatException("dataset 'padding'", "found " + padding, "0 or more, or 'same'");
    }
  }

  static void window(NirNode.Pair kernel, NirNode.Pair stride, NirNode.Pair padding) {
    positive("kernel_size", Math.min(kernel.height(), kernel.width()));
    positive("stride", Math.min(stride.height(), stride.width()));
    padding(false, stride, Math.min(padding.height(), padding.width()));
  }
}
