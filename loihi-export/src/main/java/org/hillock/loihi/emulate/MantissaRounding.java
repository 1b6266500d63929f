package org.hillock.loihi.emulate;

/**
 * How a weight mantissa is brought to the multiples of 2^k that its format can hold, k = 8 - bits,
 * one more with mixed signs.
 */
public enum MantissaRounding {
  /**
   * With mixed signs to the next multiple below, so away from zero if negative; else toward zero,
   * and inhibitory weights end at -255 (lava, {@code weightutils}).
   */
  FLOOR {
    @Override
    int round(int mantissa, int lost, WeightSign sign) {
      return sign == WeightSign.MIXED
          ? mantissa >> lost << lost
          : TOWARD_ZERO.round(Math.max(-SynapseFormat.MOST, mantissa), lost, sign);
    }
  },
  /** To the next multiple toward zero (brian2_loihi, {@code calcActualWeights}). */
  TOWARD_ZERO {
    @Override
    int round(int mantissa, int lost, WeightSign sign) {
      return mantissa / (1 << lost) * (1 << lost);
    }
  },
  /**
   * To the nearest multiple, the even one of two, and at most 2^(8-k) - 1 steps from zero
   * (nengo-loihi, {@code discretize_weights}).
   */
  NEAREST {
    @Override
    int round(int mantissa, int lost, WeightSign sign) {
      int most = (1 << Math.max(0, SynapseFormat.FULL_BITS - lost)) - 1;
      int steps = (int) Math.rint((double) mantissa / (1 << lost));
      return Math.max(-most, Math.min(most, steps)) * (1 << lost);
    }
  };

  /** The mantissa with the low bits zero. */
  abstract int round(int mantissa, int lost, WeightSign sign);
}
