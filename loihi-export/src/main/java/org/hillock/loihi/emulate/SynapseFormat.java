package org.hillock.loihi.emulate;

import org.hillock.loihi.emulate.learning.LearningArithmetic;
import org.hillock.loihi.emulate.learning.LearningProfile;
import org.hillock.loihi.emulate.learning.WeightRange;
import org.jspecify.annotations.Nullable;

/**
 * How some synapses write their weights, and whether they learn.
 *
 * @param exponent of all weights; -8 to 15
 * @param bits of a weight; 1 to 8
 * @param sign which signs occur
 * @param learning how the weights change; null if they do not
 */
public record SynapseFormat(
    int exponent, int bits, WeightSign sign, @Nullable LearningProfile learning) {

  /** Bits of a full-width mantissa. */
  public static final int FULL_BITS = 8;

  /** The largest mantissa. */
  static final int MOST = (1 << FULL_BITS) - 1;

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public SynapseFormat {
    if (exponent < -8 || exponent > 15) {
      throw new IllegalArgumentException("weight exponent " + exponent + " outside -8 to 15");
    }
    if (bits < 1 || bits > FULL_BITS) {
      throw new IllegalArgumentException("weight of " + bits + " bits outside 1 to " + FULL_BITS);
    }
  }

  /** Synapses that do not learn. */
  public static SynapseFormat fixed(int exponent, int bits, WeightSign sign) {
    return new SynapseFormat(exponent, bits, sign, null);
  }

  /** The mantissa that the chip holds for one that it is given. */
  public int mantissa(int given, ChipArithmetic arithmetic) {
    int low = sign == WeightSign.EXCITATORY ? 0 : -(1 << FULL_BITS);
    int high = sign == WeightSign.INHIBITORY ? 0 : MOST;
    int clipped = Math.max(low, Math.min(high, given));
    return arithmetic.mantissaRounding().round(clipped, sign.lostBits(bits), sign);
  }

  /** What a spike adds to the current, for a mantissa that the chip holds. */
  public int weight(int mantissa, ChipArithmetic arithmetic, ChipWidths widths) {
    int weight = shifted(mantissa) << widths.weightShift();
    int most = widths.weightMax();
    return arithmetic.weightLimit() ? Math.max(-most, Math.min(most, weight)) : weight;
  }

  /** Mantissa, or sum of some, × 2^exponent, rounded down. */
  int shifted(int mantissa) {
    return exponent < 0 ? mantissa >> -exponent : mantissa << exponent;
  }

  /** Between which mantissas learning keeps the weights, in the arithmetic of its profile. */
  public WeightRange range(LearningProfile profile) {
    boolean lava = profile.arithmetic() == LearningArithmetic.LAVA;
    int step = 1 << sign.lostBits(bits);
    return switch (sign) {
      case MIXED -> new WeightRange(-256, lava ? 255 : 254, step);
      case EXCITATORY -> new WeightRange(0, 255, step);
      case INHIBITORY -> new WeightRange(lava ? -255 : -256, 0, step);
    };
  }

  /** Whether mantissas are summed before they are shifted. */
  boolean summed(ChipArithmetic arithmetic) {
    return exponent < 0 && arithmetic.exponentShift() == ExponentShift.OF_SUM;
  }
}
