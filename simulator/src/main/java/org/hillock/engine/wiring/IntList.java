package org.hillock.engine.wiring;

import java.util.Arrays;

/** A growing list of ints without boxing. Not thread-safe. */
public final class IntList {

  private int[] values = new int[64];
  private int size;

  /** Scratch space for drawing without repetition; all zero between draws. */
  private long[] marks = new long[0];

  /** Number of values. */
  public int size() {
    return size;
  }

  /** The value at a place. */
  public int get(int index) {
    return values[index];
  }

  /** The array behind the list; valid until the next addition. */
  public int[] array() {
    return values;
  }

  /** Forgets all values. */
  public void clear() {
    size = 0;
  }

  /** Appends a value. */
  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1) + 16);
    }
    values[size++] = value;
  }

  /** Appends {@code count} zeros, to be set through {@link #array}. */
  public void extend(int count) {
    if (size + count > values.length) {
      values = Arrays.copyOf(values, Math.max(size + count, size + (size >> 1)));
    }
    size += count;
  }

  /** Forgets all values from a place on. */
  void shrink(int newSize) {
    size = newSize;
  }

  /**
   * One bit for each of {@code bits} things, to mark what was drawn. All are clear, and must be
   * when the caller is done with them.
   */
  long[] marks(int bits) {
    int needed = (bits + 63) >>> 6;
    if (marks.length < needed) {
      marks = new long[needed];
    }
    return marks;
  }
}
