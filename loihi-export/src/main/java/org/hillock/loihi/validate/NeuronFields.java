package org.hillock.loihi.validate;

import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappingFile;

/**
 * The fields of one compartment, and how each may differ from the real number that a neuron asks
 * for: by what its grid of whole numbers forces, and by nothing else.
 *
 * @param where the neuron and its place
 * @param file the mapping
 * @param profile its row of the table
 * @param threshold its mantissa
 * @param compartment its own fields
 * @param scale units of v per mV
 * @param calibration what was added to where V goes without spikes [mV]
 * @param excitatory what a weight of 1 is in units of u
 * @param inhibitory what a weight of -1 is in units of u, without its sign
 * @param incoming what arrives
 * @param complaints what does not fit
 */
record NeuronFields(
    String where,
    MappingFile file,
    MappedCore.Profile profile,
    int threshold,
    MappedCore.Compartment compartment,
    double scale,
    double calibration,
    double excitatory,
    double inhibitory,
    ExpectedPopulation.Incoming incoming,
    Complaints complaints) {

  /** Relative differences that come from the arithmetic of doubles. */
  private static final double DUST = 1e-9;

  private static final double HALF = 0.5 + 1e-6;

  /** The least mantissa of a factor whose shift is as large as its 16 bits allow. */
  private static final int FULL = 1 << 15;

  private static final int MOST_SHIFT = 62;

  ChipProfile.Neuron chip() {
    return file.chip().neuron();
  }

  /** What a step takes away of a quantity with this time constant, where {@code one} is all. */
  double decay(double tau, int one) {
    return Response.exactDecay(tau, file.chipStep(), one);
  }

  /** A whole number next to a real one. */
  void near(String field, double wanted, int found) {
    complaints.near(where, field, wanted, found, HALF);
  }

  /** The same where the real number comes from arithmetic that is off by a little. */
  void computed(String field, double wanted, int found) {
    complaints.near(where, field, wanted, found, HALF + DUST * Math.abs(wanted));
  }

  /** A whole number. */
  void equal(String field, int wanted, int found) {
    complaints.equal(where, field, wanted, found);
  }

  /** A voltage above where v is 0, in a register that is as wide as the state [mV]. */
  void state(String field, double millivolts, int found) {
    near(field, held(millivolts * scale), found);
  }

  /** What a register holds of a number. */
  double held(double units) {
    return Math.max(-chip().stateMax(), Math.min(chip().stateMax(), units));
  }

  /**
   * The threshold: v fires above the mantissa times 2^6. From the real mantissa less 1 up to it,
   * without it: then sums of weights, which are multiples of 2^6, fire at the threshold and above.
   *
   * @param range threshold above where v is 0 [mV]
   */
  void threshold(double range) {
    double least = range * scale / (1L << chip().thresholdExponent()) - 1;
    double dust = 1e-6;
    if (!(threshold >= least - dust && threshold < least + 1 + dust)) {
      complaints.near(where, "vth", Math.ceil(least - dust), threshold, 0);
    }
  }

  /** The bias: within half a step of the least exponent whose mantissas reach it. */
  void bias(double wanted) {
    int exponent = 0;
    while (exponent < chip().biasExponentMax()
        && Math.rint(Math.abs(wanted) / (1 << exponent)) > chip().biasMantissaMax()) {
      exponent++;
    }
    double half = 0.5 * (1 << exponent);
    double found = Math.scalb((double) compartment.bias(), compartment.biasExp());
    complaints.near(where, "bias", wanted, found, half + 1e-6 + DUST * Math.abs(wanted));
  }

  /** A factor: its mantissa next to the real one, which has 16 bits. */
  void factor(String field, double wanted, String shiftField) {
    int shift = profile.constant(shiftField);
    shift(shiftField, Math.abs(wanted), shift);
    near(field, Math.scalb(wanted, shift), profile.constant(field));
  }

  /** A shift: the largest with which a number has no more than 16 bits. */
  void shift(String field, double largest, int shift) {
    double mantissa = Math.scalb(largest, shift);
    boolean tooSmall = shift < MOST_SHIFT && mantissa < FULL - HALF && largest > 0;
    if (tooSmall || mantissa >= 2 * FULL || largest == 0 && shift != 0) {
      complaints.add(
          "%s: %s: %d, with which the factor %.6g has not 16 bits", where, field, shift, largest);
    }
  }
}
