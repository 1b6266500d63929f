package org.hillock.model;

import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Escape noise on a grid: how often neurons fire at random in a step, and for how long they are
 * silent then. What is drawn in a step is keyed by the step.
 *
 * @param rate escape rate at the threshold, times the step
 * @param width of the escape noise [mV]; 0 for a threshold that is sharp
 * @param slope by how much rate times step grow with each mV besides
 * @param several above 0 where as many spikes are fired as the rate makes, not just one
 * @param shape of the gamma distribution of the silent time; 0 where that is not random
 */
public record Escape(Column rate, Column width, Column slope, Column several, Column shape) {

  /** No random number is as small as the probability that belongs to this. */
  private static final double NEVER = 0x1p-60;

  /** So many spikes in a step are a mistake. */
  private static final double MOST = 500;

  /**
   * One spike a step at most.
   *
   * @param rate escape rate at the threshold, times the step
   * @param width of the escape noise [mV]
   */
  public static Escape of(Column rate, Column width) {
    return new Escape(rate, width, Column.of(0), Column.of(0), Column.of(0));
  }

  /**
   * How many spikes a neuron fires: with one at most, with probability 1 - exp(-h rate).
   *
   * @param block the neurons
   * @param neuron index within the block
   * @param margin how far it is above the threshold [mV]
   * @param step the present one
   * @throws UnstableStateException if the margin is not a finite number
   */
  public int spikes(NeuronBlock block, int neuron, double margin, long step) {
    if (Double.isNaN(margin) || margin == Double.POSITIVE_INFINITY) {
      throw new UnstableStateException(
          neuron, "a membrane potential that is " + margin + " mV above the threshold");
    }
    if (width.at(neuron) == 0) {
      return margin >= 0 ? 1 : 0;
    }
    double expected =
        rate.at(neuron) * StrictMath.exp(margin / width.at(neuron)) + slope.at(neuron) * margin;
    if (!(expected >= NEVER)) {
      return 0;
    }
    RandomStream stream = block.random();
    stream.at(Purpose.NEURON, block.population(), block.firstNeuron() + neuron).skipTo(2 * step);
    double drawn = stream.nextOpenDouble();
    return several.at(neuron) > 0
        ? poisson(neuron, expected, drawn)
        : drawn < -StrictMath.expm1(-expected) ? 1 : 0;
  }

  /** The quantile of a Poisson distribution. */
  private static int poisson(int neuron, double expected, double drawn) {
    if (expected > MOST) {
      throw new UnstableStateException(neuron, "a rate of " + expected + " spikes in a step");
    }
    double probability = StrictMath.exp(-expected);
    double sum = probability;
    int count = 0;
    while (drawn > sum && count < 4 * MOST) {
      count++;
      probability *= expected / count;
      sum += probability;
    }
    return count;
  }

  /**
   * For how many steps a neuron that has fired is silent.
   *
   * @param block the neurons
   * @param neuron index within the block
   * @param step in which it has fired
   * @param mean the same on average
   */
  public long silent(NeuronBlock block, int neuron, double mean, long step) {
    int exponentials = (int) shape.at(neuron);
    if (exponentials == 0) {
      return (long) mean;
    }
    RandomStream stream = block.random();
    stream
        .at(Purpose.DEAD_TIME, block.population(), block.firstNeuron() + neuron)
        .skipTo(2L * exponentials * step);
    double sum = 0;
    for (int i = 0; i < exponentials; i++) {
      sum -= StrictMath.log(stream.nextOpenDouble());
    }
    return Math.round(sum / exponentials * mean);
  }
}
