package org.hillock.loihi.emulate;

/** Which signs the weights of a synapse format may have; the ordinal + 1 is the chip's code. */
public enum WeightSign {
  /** Both; the sign takes the lowest bit of the mantissa. */
  MIXED,
  /** 0 to 255. */
  EXCITATORY,
  /** -256 to 0. */
  INHIBITORY;

  /** The sign mode of a chip's code. */
  public static WeightSign ofCode(int code) {
    if (code < 1 || code > 3) {
      throw new IllegalArgumentException("sign mode " + code + " outside 1 to 3");
    }
    return values()[code - 1];
  }

  /** Low bits of a mantissa of so many bits that are always zero. */
  int lostBits(int bits) {
    return SynapseFormat.FULL_BITS - bits + (this == MIXED ? 1 : 0);
  }
}
