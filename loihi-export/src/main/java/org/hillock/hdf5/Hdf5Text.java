package org.hillock.hdf5;

import java.util.List;

/**
 * Text in one or more dimensions, the last index varying fastest.
 *
 * @param shape size of each dimension; empty for a single text
 * @param values all texts
 */
public record Hdf5Text(List<Integer> shape, List<String> values) implements Hdf5Item {

  /**
   * @throws IllegalArgumentException if there are not as many values as the shape says
   */
  public Hdf5Text {
    shape = List.copyOf(shape);
    values = List.copyOf(values);
    if (Shapes.elements(shape) != values.size()) {
      throw new IllegalArgumentException(values.size() + " texts of shape " + shape);
    }
  }

  /** A single text. */
  public static Hdf5Text scalar(String value) {
    return new Hdf5Text(List.of(), List.of(value));
  }

  @Override
  public String phrase() {
    return shape.isEmpty()
        ? "the text '" + values.get(0) + "'"
        : "text of shape " + Shapes.text(shape);
  }
}
