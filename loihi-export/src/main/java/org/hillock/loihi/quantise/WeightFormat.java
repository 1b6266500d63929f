package org.hillock.loihi.quantise;

import org.hillock.loihi.chip.ChipProfile;
import org.jspecify.annotations.Nullable;

/**
 * How the synapses of some projections write their weights and delays.
 *
 * <pre>
 *   weight = mantissa × 2^(shift + exponent)        shift = 6 on Loihi 1
 * </pre>
 *
 * <p>The chip zeroes the low {@code shift} bits of every weight (of the sum, in lava), so with a
 * negative exponent only mantissas that are multiples of 2^-exponent are used, for which all
 * accounts of the hardware agree. What is gained by a negative exponent is memory: weights that
 * fill the upper bits of the mantissa only need fewer bits each.
 *
 * @param exponent of all weights
 * @param bits of a weight
 * @param signMode which signs occur
 * @param delayMax longest delay of a synapse, on top of the one step that every spike takes [steps]
 * @param learning how the weights change; null if they do not
 * @param coarseBits low bits of a full-width mantissa that are always zero
 */
public record WeightFormat(
    int exponent,
    int bits,
    SignMode signMode,
    int delayMax,
    @Nullable ChipLearning learning,
    int coarseBits) {

  /** Weights that do not change. */
  public WeightFormat(int exponent, int bits, SignMode signMode, int delayMax) {
    this(exponent, bits, signMode, delayMax, null, signMode.lostBits());
  }

  /** The same with mantissas of which so many low bits are zero. */
  public WeightFormat withCoarseBits(int zeros) {
    return new WeightFormat(exponent, bits, signMode, delayMax, learning, zeros);
  }

  /** Bits of a synapse's delay. */
  public int delayBits() {
    return 32 - Integer.numberOfLeadingZeros(delayMax);
  }

  /** The same as far as it is written: formats that agree in this can be one. */
  public WeightFormat written() {
    return withDelayMax((1 << delayBits()) - 1);
  }

  /** Slots for spikes under way that the delays need: 8 slots allow a delay of 6 (Fugu). */
  public int delaySlots() {
    int slots = 8;
    while (slots < delayMax + 2) {
      slots *= 2;
    }
    return slots;
  }

  /** The same for delays of up to so many steps. */
  public WeightFormat withDelayMax(int longest) {
    return new WeightFormat(exponent, bits, signMode, longest, learning, coarseBits);
  }

  /** The same for weights that change. */
  public WeightFormat learning(ChipLearning rule) {
    return new WeightFormat(exponent, bits, signMode, delayMax, rule, coarseBits);
  }

  /**
   * The exponent at which weights up to this size use the whole mantissa.
   *
   * @param largest size of the largest weight, in units of 2^shift
   * @return may be above what the chip can
   */
  public static int exponentFor(double largest, SignMode signMode, ChipProfile.Synapse chip) {
    int coarse = coarseBits(signMode, chip);
    int mantissas = (1 << chip.fullWeightBits()) - (1 << coarse);
    int exponent = chip.weightExponentMin();
    while (Math.rint(largest / lsb(exponent, coarse)) * lsb(exponent, coarse)
        > mantissas * Math.scalb(1.0, exponent)) {
      exponent++;
    }
    return exponent;
  }

  /** Low bits of a mantissa that are zero, by its signs or since devices have few levels. */
  public static int coarseBits(SignMode signMode, ChipProfile.Synapse chip) {
    return Math.max(signMode.lostBits(), chip.levelBits());
  }

  /** The distance between neighbouring weights, in units of 2^shift: a power of two. */
  public static int lsb(int exponent, int coarseBits) {
    return 1 << Math.max(0, exponent + coarseBits);
  }

  /** A weight, in units of 2^shift, rounded to what the exponent and sign mode can express. */
  public static int rounded(double weight, int exponent, SignMode signMode) {
    return rounded(weight, exponent, signMode.lostBits());
  }

  /** A weight, in units of 2^shift, rounded to a mantissa of so many zeros. */
  public static int rounded(double weight, int exponent, int coarseBits) {
    int lsb = lsb(exponent, coarseBits);
    return (int) Math.rint(weight / lsb) * lsb;
  }

  /** The mantissa of a rounded weight. */
  public static int mantissa(int rounded, int exponent) {
    return exponent >= 0 ? rounded >> exponent : rounded << -exponent;
  }

  /**
   * The width that a set of mantissas needs.
   *
   * @param union bitwise or of all their magnitudes
   */
  public static int bitsFor(int union, SignMode signMode, ChipProfile.Synapse chip) {
    int full = chip.fullWeightBits();
    int unused = union == 0 ? full - 1 : Integer.numberOfTrailingZeros(union);
    return chip.encodableWeightBits(Math.max(1, full - unused + signMode.lostBits()));
  }

  /**
   * The mantissa for a weight in units of 2^shift; 0 if it is too small to be told from none.
   * Weights that learn use all mantissas, whatever the exponent.
   */
  public int mantissa(double weight) {
    return learning == null
        ? mantissa(rounded(weight, exponent, coarseBits), exponent)
        : (int) Math.rint(Math.scalb(weight, -exponent));
  }

  /** The mantissa nearest to a weight in units of 2^shift, whatever the levels of devices. */
  public int finestMantissa(double weight) {
    return mantissa(rounded(weight, exponent, signMode), exponent);
  }

  /** Whether there is a synapse on the chip: where weights learn, one of 0 may grow. */
  public boolean holds(int mantissa) {
    return mantissa != 0 || learning != null;
  }

  /** The weight of a mantissa, in units of 2^shift. */
  public double weight(int mantissa) {
    return Math.scalb((double) mantissa, exponent);
  }
}
