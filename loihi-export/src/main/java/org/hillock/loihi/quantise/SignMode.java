package org.hillock.loihi.quantise;

/** Which signs the weights of a synapse format may have, with the chip's code for it. */
public enum SignMode {
  /** Both; costs the lowest bit, so mantissas are even. */
  MIXED(1),
  /** 0 and above. */
  EXCITATORY(2),
  /** 0 and below. */
  INHIBITORY(3);

  private final int code;

  SignMode(int code) {
    this.code = code;
  }

  /** The mode for weights of these signs. */
  public static SignMode of(boolean positive, boolean negative) {
    return positive && negative ? MIXED : negative ? INHIBITORY : EXCITATORY;
  }

  /** The chip's number for it. */
  public int code() {
    return code;
  }

  /** Low bits of a full-width mantissa that are always zero. */
  public int lostBits() {
    return this == MIXED ? 1 : 0;
  }
}
