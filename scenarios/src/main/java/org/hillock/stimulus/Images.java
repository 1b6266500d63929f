package org.hillock.stimulus;

import org.jspecify.annotations.Nullable;

/** Images of one size, in shades of grey. */
public interface Images {

  /** How many there are. */
  int count();

  /** Pixels in a row. */
  int width();

  /** Number of rows. */
  int height();

  /**
   * Copies an image.
   *
   * @param index which, from 0 on
   * @param into intensities from 0 to 1, row by row from the top: {@code width * height}
   */
  void copy(int index, double[] into);

  /** What an image shows, such as 7; null if nobody knows. */
  @Nullable String label(int index);
}
