package org.hillock.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Neurons of a population that are dead: nobody hears of their spikes, which are neither sent nor
 * recorded.
 */
public final class Lesion {

  private final BitSet dead;

  private Lesion(BitSet dead) {
    this.dead = dead;
  }

  /** These neurons, by their index in the population. */
  public static Lesion of(int... neurons) {
    BitSet dead = new BitSet();
    Arrays.stream(neurons).forEach(dead::set);
    return new Lesion(dead);
  }

  /**
   * A part of a population, drawn at random: the nearest number of neurons. Of the same seed and
   * population, a smaller part lies within a larger one.
   *
   * @param part from 0 to 1
   * @param size neurons of the population
   * @param seed of the run
   * @param object which keys the random numbers, such as a hash of the population's name
   */
  public static Lesion part(double part, int size, long seed, int object) {
    RandomStream random = new RandomStream(seed);
    double[] draws = new double[size];
    for (int i = 0; i < size; i++) {
      draws[i] = random.at(Purpose.LESION, object, i).nextDouble();
    }
    int count = (int) Math.rint(part * size);
    return of(
        IntStream.range(0, size)
            .boxed()
            .sorted((a, b) -> Double.compare(draws[a], draws[b]))
            .limit(count)
            .mapToInt(Integer::intValue)
            .toArray());
  }

  /** Whether a neuron is dead. */
  public boolean holds(int neuron) {
    return dead.get(neuron);
  }

  /** How many are dead. */
  public int count() {
    return dead.cardinality();
  }

  /** The dead neurons, ascending. */
  public int[] neurons() {
    return dead.stream().toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lesion that && dead.equals(that.dead);
  }

  @Override
  public int hashCode() {
    return dead.hashCode();
  }

  @Override
  public String toString() {
    return count() + " dead neurons";
  }
}
