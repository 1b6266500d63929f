package org.hillock.io;

import java.util.Arrays;

/** Numbers that arrive one by one, without an object for each. */
final class SampleLists {

  /** A growing list of doubles. */
  static final class Doubles {
    private double[] values = new double[16];
    private int size;

    void add(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    double get(int index) {
      return values[index];
    }

    double[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }

  private SampleLists() {}
}
