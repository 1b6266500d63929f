package org.hillock.loihi.emulate;

/**
 * What rounds, wraps and clips: the points on which the public emulators of the chip differ.
 *
 * <p>Commits compared: lava b6822fbc, nengo-loihi e564f66e, brian2_loihi 9ac5842. All three agree
 * on the decay, which truncates toward zero, on the strict threshold and on the refractory counter.
 *
 * @param mantissaRounding how mantissas are brought to the bits of their format
 * @param exponentShift what a negative weight exponent shifts
 * @param weightLimit whether a weight is limited to ±(2^21 - 64)
 * @param sumWraps whether the sum of what arrives in a step wraps at 21 bits and a sign
 * @param currentWrap what becomes of u outside its range
 * @param driveWraps whether u + bias wraps at 23 bits and a sign before it is added to v
 * @param voltageClip whether v is clipped to the limits of its core
 */
public record ChipArithmetic(
    MantissaRounding mantissaRounding,
    ExponentShift exponentShift,
    boolean weightLimit,
    boolean sumWraps,
    CurrentWrap currentWrap,
    boolean driveWraps,
    boolean voltageClip) {

  /** Intel's lava, fixed point, of Loihi 1: the default. */
  public static final ChipArithmetic LAVA =
      new ChipArithmetic(
          MantissaRounding.FLOOR,
          ExponentShift.OF_SUM,
          false,
          false,
          CurrentWrap.ONCE,
          false,
          true);

  /** The NumPy emulator of nengo-loihi. */
  public static final ChipArithmetic NENGO_LOIHI =
      new ChipArithmetic(
          MantissaRounding.NEAREST,
          ExponentShift.OF_EACH_WEIGHT,
          true,
          true,
          CurrentWrap.TWOS_COMPLEMENT,
          true,
          true);

  /** Michaelis et al. (2022), Front. Neuroinform. 16:1015624: nothing wraps, v has no limits. */
  public static final ChipArithmetic BRIAN2_LOIHI =
      new ChipArithmetic(
          MantissaRounding.TOWARD_ZERO,
          ExponentShift.OF_EACH_WEIGHT,
          true,
          false,
          CurrentWrap.NONE,
          false,
          false);

  /** The same with mantissas rounded in another way. */
  public ChipArithmetic withMantissaRounding(MantissaRounding rounding) {
    return new ChipArithmetic(
        rounding, exponentShift, weightLimit, sumWraps, currentWrap, driveWraps, voltageClip);
  }

  /** The same with the sum of a step's input wrapping, or not. */
  public ChipArithmetic withSumWraps(boolean wraps) {
    return new ChipArithmetic(
        mantissaRounding, exponentShift, weightLimit, wraps, currentWrap, driveWraps, voltageClip);
  }

  /** The same with other exponent arithmetic. */
  public ChipArithmetic withExponentShift(ExponentShift shift) {
    return new ChipArithmetic(
        mantissaRounding, shift, weightLimit, sumWraps, currentWrap, driveWraps, voltageClip);
  }

  /** The same with another wrap of u. */
  public ChipArithmetic withCurrentWrap(CurrentWrap wrap) {
    return new ChipArithmetic(
        mantissaRounding, exponentShift, weightLimit, sumWraps, wrap, driveWraps, voltageClip);
  }

  /** The same with v clipped, or not. */
  public ChipArithmetic withVoltageClip(boolean clip) {
    return new ChipArithmetic(
        mantissaRounding, exponentShift, weightLimit, sumWraps, currentWrap, driveWraps, clip);
  }

  /** Whose it is, as far as it has a name. */
  public String name() {
    return equals(LAVA)
        ? "lava"
        : equals(NENGO_LOIHI) ? "nengo_loihi" : equals(BRIAN2_LOIHI) ? "brian2_loihi" : "other";
  }

  /** Whether all state stays within 32 bits. */
  boolean bounded() {
    return voltageClip && currentWrap != CurrentWrap.NONE;
  }
}
