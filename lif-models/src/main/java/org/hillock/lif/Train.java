package org.hillock.lif;

import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Where a neuron that fires at random is in its {@link PointProcess}, while it is taken on: what is
 * kept between two events, and the random numbers of the neuron, each of which is keyed by its
 * number, so that both engines draw the same.
 */
final class Train {

  /** Numbers that are kept of a neuron: those below, in this order. */
  static final int KEPT = 3;

  /** Place of the time of the next event. */
  static final int NEXT = 0;

  /** Place of the number of draws. */
  static final int DRAWN = 1;

  /** Place of the memory. */
  static final int MEMORY = 2;

  /** Time of the next event, once one has been drawn [ms]. */
  double next;

  /** How many numbers have been drawn. */
  long drawn;

  /** What the process keeps besides; 0 at first. */
  double memory;

  private final RandomStream stream;
  private final int population;
  private final int neuron;

  /**
   * @param stream of the thread
   * @param population index in the network
   * @param neuron index within the population
   */
  Train(RandomStream stream, int population, int neuron) {
    this.stream = stream;
    this.population = population;
    this.neuron = neuron;
  }

  /** The next number of the neuron, uniform in (0, 1). */
  double uniform() {
    return uniform(neuron, drawn++);
  }

  /** A wait of mean 1, from the next number of the neuron. */
  double exponential() {
    return -StrictMath.log(uniform());
  }

  /** A certain number of the neuron, uniform in (0, 1); nothing is counted. */
  double own(long number) {
    return uniform(neuron, number);
  }

  /** The next number of somebody else whose numbers are counted here, as a wait of mean 1. */
  double exponentialOf(int entity) {
    return -StrictMath.log(uniform(entity, drawn++));
  }

  /** Number n is made of words 2n and 2n + 1. */
  private double uniform(int entity, long number) {
    return stream.at(Purpose.NEURON, population, entity).skipTo(2 * number).nextOpenDouble();
  }
}
