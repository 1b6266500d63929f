package org.hillock.loihi.emulate.learning;

/** What can be a factor of a product. */
public enum Quantity {
  /** Whether the source spiked: 0 or 1. */
  X0(1),
  /** First trace of the source. */
  X1(7),
  /** Second trace of the source. */
  X2(7),
  /** Whether the target spiked: 0 or 1. */
  Y0(1),
  /** First trace of the target. */
  Y1(7),
  /** Second trace of the target. */
  Y2(7),
  /** Third trace of the target. */
  Y3(7),
  /** The weight. */
  W(9),
  /** The delay, which lava calls tag 2; it has no effect on when spikes arrive. */
  D(9),
  /** The tag, which lava calls tag 1. */
  T(9),
  /** A constant alone. */
  CONSTANT(8);

  private final int bits;

  Quantity(int bits) {
    this.bits = bits;
  }

  /** Bits of the factor: a value is clipped to -2^bits to 2^bits - 1 before it is multiplied. */
  public int bits() {
    return bits;
  }
}
