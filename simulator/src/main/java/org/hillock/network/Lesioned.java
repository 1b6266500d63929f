package org.hillock.network;

import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Weights of synapses of which some are dead: these weigh nothing, the others what they would
 * without the lesion. Each synapse is dead with the same probability, by its place among those of
 * its target; of the same seed and object, those of a smaller part are among those of a larger one.
 *
 * @param whole weights without the lesion
 * @param part probability that a synapse is dead, above 0, up to 1
 * @param seed of the run
 * @param object which keys the random numbers, such as a hash of the projection's name
 */
public record Lesioned(Distribution whole, double part, long seed, int object)
    implements Distribution {

  /**
   * @throws InvalidNetworkException if the part is none
   */
  public Lesioned {
    if (!(part > 0 && part <= 1)) {
      throw new InvalidNetworkException(
          "lesion", Double.toString(part), "a part of the synapses, above 0, up to 1");
    }
  }

  /** As if all were alive; {@link #atPlaces} knows which are dead. */
  @Override
  public double draw(RandomStream stream, int index) {
    return whole.draw(stream, index);
  }

  @Override
  public void drawMany(RandomStream stream, double[] into, int count) {
    whole.drawMany(stream, into, count);
  }

  @Override
  public void atPlaces(int[] sources, int count, int target, double[] values) {
    whole.atPlaces(sources, count, target, values);
    RandomStream stream = new RandomStream(seed).at(Purpose.SYNAPSE_LESION, object, target);
    for (int i = 0; i < count; i++) {
      if (stream.nextDouble() < part) {
        values[i] = 0;
      }
    }
  }

  @Override
  public double min() {
    return Math.min(0, whole.min());
  }

  @Override
  public double max() {
    return Math.max(0, whole.max());
  }

  @Override
  public double mean() {
    return (1 - part) * whole.mean();
  }

  /** Of those that are alive: a dead synapse has no sign. */
  @Override
  public double least() {
    return whole.least();
  }

  /** Of those that are alive. */
  @Override
  public double greatest() {
    return whole.greatest();
  }

  /** Of those that are alive, so that their weights are rounded as without the lesion. */
  @Override
  public double spread() {
    return whole.spread();
  }

  /** A constant weight stays what it is to the last digit. */
  @Override
  public boolean exact() {
    return whole.exact() || whole.constant();
  }

  @Override
  public boolean byPlace() {
    return whole.byPlace();
  }

  @Override
  public Distribution scaled(double factor) {
    return new Lesioned(whole.scaled(factor), part, seed, object);
  }
}
