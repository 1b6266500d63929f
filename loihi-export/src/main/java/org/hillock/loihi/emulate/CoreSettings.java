package org.hillock.loihi.emulate;

import org.jspecify.annotations.Nullable;

/**
 * What all neurons of a core share.
 *
 * @param offsetU added to every current decay: 1 unless the core's bit is off
 * @param offsetV added to every voltage decay: 0 unless the core's bit is on
 * @param vMin least v
 * @param vMax greatest v
 * @param noise of the neurons that have it enabled; null if none
 */
public record CoreSettings(
    int offsetU, int offsetV, int vMin, int vMax, @Nullable CoreNoise noise) {

  /** Up to here the difference of a threshold and v fits in 32 bits. */
  private static final int LIMIT = (1 << 30) - 1;

  /** Offsets as on Loihi 1, limits as wide as the state. */
  public static CoreSettings of(ChipWidths widths) {
    return new CoreSettings(1, 0, -widths.stateMax(), widths.stateMax(), null);
  }

  /**
   * @throws IllegalArgumentException if an offset is neither 0 nor 1, limits are beyond 30 bits, or
   *     0 is not a possible v
   */
  public CoreSettings {
    if ((offsetU & ~1) != 0 || (offsetV & ~1) != 0) {
      throw new IllegalArgumentException(
          "decay offsets " + offsetU + " and " + offsetV + ": 0 or 1 each");
    }
    if (vMin < -LIMIT || vMax > LIMIT) {
      throw new IllegalArgumentException(
          "limits of v " + vMin + " to " + vMax + " outside ±" + LIMIT);
    }
    if (vMin > 0 || vMax < 0) {
      throw new IllegalArgumentException(
          "limits of v " + vMin + " to " + vMax + " leave out 0, the voltage after a spike");
    }
  }

  /**
   * The same with the limits of the chip's registers.
   *
   * @param negVmLimit v is at least -(2^this) + 1; 0 to 30
   * @param posVmLimit v is at most 2^(9 + 2 × this) - 1; 0 to 10
   */
  public CoreSettings withLimits(int negVmLimit, int posVmLimit) {
    if (negVmLimit < 0 || negVmLimit > 30 || posVmLimit < 0 || posVmLimit > 10) {
      throw new IllegalArgumentException(
          "registers of limits " + negVmLimit + ", " + posVmLimit + " outside 0 to 30, 0 to 10");
    }
    int most = (1 << 9 + 2 * posVmLimit) - 1;
    return new CoreSettings(offsetU, offsetV, 1 - (1 << negVmLimit), most, noise);
  }

  /** The same with noise. */
  public CoreSettings withNoise(@Nullable CoreNoise added) {
    return new CoreSettings(offsetU, offsetV, vMin, vMax, added);
  }
}
