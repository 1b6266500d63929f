package org.hillock.loihi.quantise;

import org.hillock.loihi.chip.ChipProfile;
import org.hillock.random.NormalQuantile;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * What becomes of the weights of a population when they are programmed into noisy devices:
 *
 * <pre>
 *   mantissa = level + z sd        sd = weightNoise × largest mantissa
 * </pre>
 *
 * <p>where z is normal and cut at five, drawn for each pair of a source and a target, so that it is
 * the same wherever the synapse lies and however often it is asked for. A device keeps its sign and
 * ends at full conductance. One that is at 0 is not programmed, and has no noise.
 */
final class DeviceNoise {

  /** A validator can rely on no device being further off, in standard deviations. */
  private static final double CUT = 5;

  private final double deviation;
  private final int full;
  private final int population;
  private final RandomStream stream;

  /**
   * @param chip whose devices they are
   * @param seed the run's seed
   * @param population of the targets, by place in the network
   */
  DeviceNoise(ChipProfile.Synapse chip, long seed, int population) {
    this.deviation = chip.weightNoise() * chip.mantissaMax();
    this.full = 1 << chip.fullWeightBits();
    this.population = population;
    this.stream = new RandomStream(seed);
  }

  /** The mantissa that a device has when it was set to one. */
  int programmed(int mantissa, WeightFormat format, int source, int neuron) {
    if (deviation == 0 || mantissa == 0) {
      return mantissa;
    }
    // A number takes two words of the stream.
    stream.at(Purpose.DEVICE_NOISE, population, neuron).skipTo(2L * source);
    double z = NormalQuantile.of(stream.nextOpenDouble());
    double off = deviation * Math.max(-CUT, Math.min(CUT, z));
    double weight = format.weight(mantissa) + Math.scalb(off, format.exponent());
    int noisy = format.finestMantissa(weight);
    int step = 1 << Math.max(format.signMode().lostBits(), -format.exponent());
    int most = full - step;
    return mantissa > 0 ? Math.max(0, Math.min(most, noisy)) : Math.min(0, Math.max(-most, noisy));
  }
}
