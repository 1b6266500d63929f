package org.hillock.loihi.emulate;

/** How programmes divide by a power of two. */
final class Nearest {

  private Nearest() {}

  /** A product of a factor over 2^shift: to the nearest, halves up. */
  static long shifted(long product, int shift) {
    return shift == 0 ? product : product + (1L << shift - 1) >> shift;
  }
}
