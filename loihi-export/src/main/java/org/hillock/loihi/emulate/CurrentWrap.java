package org.hillock.loihi.emulate;

/** What becomes of a current u beyond 2^23, the range of its register. */
public enum CurrentWrap {
  /**
   * 2^24 is taken off once above 2^23, added once at -2^23 or below, in 32 bits; far outside, u
   * stays outside (lava, {@code AbstractPyLifModelFixed}).
   */
  ONCE,
  /** The low 24 bits with the highest as the sign (nengo-loihi, {@code overflow_signed}). */
  TWOS_COMPLEMENT,
  /** Nothing (brian2_loihi). */
  NONE
}
