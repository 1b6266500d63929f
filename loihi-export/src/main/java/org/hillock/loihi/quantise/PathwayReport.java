package org.hillock.loihi.quantise;

/**
 * How well the synapses of one pathway are represented.
 *
 * @param where the projection or input, such as {@code synapses.e→i}
 * @param target the population that it reaches
 * @param synapses number of synapses of the network
 * @param zeroed how many of them have a weight other than 0 that became 0 on the chip
 * @param silent how many of them have a weight of 0 anyway; neither are mapped
 * @param relativeError root mean square of the error of a weight, over that of the weight
 * @param delayError largest difference of a delay to that on the simulator's grid [ms]
 * @param longestDelay on the chip, all relays included [ms]
 * @param format how the chip writes them
 */
public record PathwayReport(
    String where,
    String target,
    long synapses,
    long zeroed,
    long silent,
    double relativeError,
    double delayError,
    double longestDelay,
    WeightFormat format) {

  /** Weights over their error [dB]; infinite where there is no error. */
  public double signalToNoise() {
    return -20 * Math.log10(relativeError);
  }

  /** How many synapses are on the chip. */
  public long mapped() {
    return synapses - zeroed - silent;
  }
}
