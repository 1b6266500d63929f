package org.hillock.loihi.quantise;

import java.util.List;
import org.hillock.loihi.chip.ChipProfile;

/**
 * How many units of the chip stand for one mV in a population: one number, since u, v and the bias
 * are shared by all synapses of a neuron.
 *
 * <p>The larger the scale, the finer everything is; it is bounded by
 *
 * <pre>
 *   threshold                half the range of v, so that inhibition can go twice as far below 0
 *   what leaks below 0       the same, and what else a neuron says that its state must hold
 *   bias                     mantissa and exponent at their largest
 *   largest weight           1/16 of the input accumulator, so that 16 may arrive at once, or
 *                            the largest weight there is; less where recorded spikes are known to
 *                            bring more in one step
 * </pre>
 *
 * <p>Below the bound, over one octave, every scale is tried that gives the largest weight a whole
 * mantissa, and the one is taken that rounds the weights of all pathways least. Where several do
 * equally well, such as for two constant weights in a simple ratio, fewer bits a weight decide.
 */
public final class Scale {

  private static final int ARRIVALS_AT_ONCE = 16;

  /** What a bit per weight may cost in relative error, to decide between almost equal scales. */
  private static final double BIT_WORTH = 1e-4;

  private final ChipProfile profile;

  public Scale(ChipProfile profile) {
    this.profile = profile;
  }

  /** Half the range of v. */
  static double half(ChipProfile.Neuron chip) {
    return (chip.stateMax() + 1) / 2.0;
  }

  /**
   * Units of v per mV at most, by the threshold.
   *
   * @param range threshold above v = 0 [mV]
   */
  static double ofThreshold(ChipProfile.Neuron chip, double range) {
    double most = (double) chip.thresholdMax() * (1 << chip.thresholdExponent());
    return Math.min(half(chip), most) / range;
  }

  /**
   * The scale for these weights.
   *
   * @param bound units of v per mV at most
   * @param surveys the weights of all pathways onto the population
   */
  public double choose(double bound, List<WeightSurvey> surveys) {
    ChipProfile.Synapse chip = profile.synapse();
    double largest = 0;
    SignMode mode = SignMode.EXCITATORY;
    for (WeightSurvey survey : surveys) {
      if (survey.largest() > largest) {
        largest = survey.largest();
        mode = survey.signMode();
      }
    }
    if (largest == 0) {
      return bound;
    }
    int mantissaStep = 1 << WeightFormat.coarseBits(mode, chip);
    int mantissaMax = (1 << chip.fullWeightBits()) - mantissaStep;
    double weightMost =
        Math.min(
            Math.scalb(1.0, chip.sumBits()) / ARRIVALS_AT_ONCE,
            Math.scalb(mantissaMax, chip.weightShift() + chip.weightExponentMax()));
    double most = Math.min(bound, weightMost / largest);
    double volley = surveys.stream().mapToDouble(WeightSurvey::volley).max().orElse(0);
    most = volley > 0 ? Math.min(most, Math.scalb(1.0, chip.sumBits()) / volley) : most;
    double limit =
        surveys.stream()
            .filter(WeightSurvey::learning)
            .mapToDouble(s -> Math.abs(s.limit()))
            .max()
            .orElse(0);
    if (limit > 0) {
      // The chip stops weights that learn at the largest mantissa, so that must be W_max.
      double full = ((1 << chip.fullWeightBits()) - 1) * (double) (1 << chip.weightShift()) / limit;
      return full * Math.scalb(1.0, Math.getExponent(most / full));
    }
    return best(most, largest, mantissaMax, mantissaStep, surveys);
  }

  private double best(
      double most, double largest, int mantissaMax, int mantissaStep, List<WeightSurvey> surveys) {
    double unit = 1 << profile.synapse().weightShift();
    double best = most;
    double bestCost = cost(most, surveys);
    int octaves = Math.getExponent(most * largest / unit / mantissaMax) + 1;
    for (int octave = octaves; octave >= octaves - 1; octave--) {
      for (int mantissa = mantissaMax; 2 * mantissa > mantissaMax; mantissa -= mantissaStep) {
        double weight = Math.scalb(mantissa, octave);
        double scale = weight * unit / largest;
        if (weight == Math.rint(weight) && scale <= most && 2 * scale > most) {
          double cost = cost(scale, surveys);
          if (cost < bestCost - 1e-9) {
            bestCost = cost;
            best = scale;
          }
        }
      }
    }
    return best;
  }

  private double cost(double scale, List<WeightSurvey> surveys) {
    double cost = 0;
    for (WeightSurvey survey : surveys) {
      if (survey.largest() > 0) {
        double[] values = survey.values();
        WeightFormat format = format(survey, scale);
        cost += relativeError(values, scale, format) + BIT_WORTH * format.bits();
      }
    }
    return cost;
  }

  /** The format of a pathway's weights at a scale, without delays. */
  public WeightFormat format(WeightSurvey survey, double scale) {
    ChipProfile.Synapse chip = profile.synapse();
    double unit = 1 << chip.weightShift();
    SignMode mode = survey.signMode();
    int exponent = WeightFormat.exponentFor(survey.largest() * scale / unit, mode, chip);
    int coarse = WeightFormat.coarseBits(mode, chip);
    // Noise fills all bits.
    if (!survey.complete() || chip.weightNoise() > 0) {
      return new WeightFormat(exponent, chip.fullWeightBits(), mode, 0).withCoarseBits(coarse);
    }
    int union = 0;
    for (double value : survey.values()) {
      int rounded = WeightFormat.rounded(value * scale / unit, exponent, coarse);
      union |= Math.abs(WeightFormat.mantissa(rounded, exponent));
    }
    return new WeightFormat(exponent, WeightFormat.bitsFor(union, mode, chip), mode, 0)
        .withCoarseBits(coarse);
  }

  private double relativeError(double[] values, double scale, WeightFormat format) {
    double unit = 1 << profile.synapse().weightShift();
    double errors = 0;
    double squares = 0;
    for (double value : values) {
      double exact = value * scale / unit;
      double error = WeightFormat.rounded(exact, format.exponent(), format.coarseBits()) - exact;
      errors += error * error;
      squares += exact * exact;
    }
    return squares == 0 ? 0 : Math.sqrt(errors / squares);
  }
}
