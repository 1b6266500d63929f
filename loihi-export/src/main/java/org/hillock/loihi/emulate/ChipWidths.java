package org.hillock.loihi.emulate;

/**
 * Widths of a chip's registers [bits].
 *
 * @param decay of both decays; 1 to 15
 * @param state of the magnitude of u and v; a sign comes on top; 8 to 30
 * @param sum of the magnitude of the sum of a step's weights; a sign comes on top; 8 to 30
 * @param weightShift a weight is mantissa × 2^(this + exponent); 0 to 12
 */
public record ChipWidths(int decay, int state, int sum, int weightShift) {

  /** Loihi 1. */
  public static final ChipWidths LOIHI = new ChipWidths(12, 23, 21, 6);

  /**
   * @throws IllegalArgumentException if a width is out of range
   */
  public ChipWidths {
    check("decay", decay, 1, 15);
    check("state", state, 8, 30);
    check("sum", sum, 8, 30);
    check("weightShift", weightShift, 0, 12);
  }

  private static void check(String name, int bits, int least, int most) {
    if (bits < least || bits > most) {
      throw new IllegalArgumentException(
          name + " of " + bits + " bits outside " + least + " to " + most);
    }
  }

  /** One, as a factor of decay: 4096 on Loihi 1. */
  public int decayOne() {
    return 1 << decay;
  }

  /** The largest v. */
  public int stateMax() {
    return (1 << state) - 1;
  }

  /** The largest size of a weight: 2^21 - 64 on Loihi 1. */
  int weightMax() {
    return (1 << sum) - (1 << weightShift);
  }
}
