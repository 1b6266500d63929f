package org.hillock.model;

import org.hillock.network.SpikeTrains;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * State of a contiguous slice of one population for an engine that visits neurons one by one: all
 * numbers of neuron i lie together, from {@code i * stride} on, since they are needed together.
 */
public final class EventBlock {

  private final int population;
  private final int firstNeuron;
  private final int size;
  private final int stride;
  private final double[] state;
  private final RandomStream random;
  private final @Nullable SpikeTrains spikeTrains;
  private double[][] room = new double[0][];

  /**
   * @param population index of the population in the network
   * @param firstNeuron index, within the population, of the block's first neuron
   * @param size number of neurons
   * @param stride doubles of state a neuron
   * @param random a stream of the thread that advances the block
   * @param spikeTrains recorded spikes of the whole population, for models that play them
   */
  public EventBlock(
      int population,
      int firstNeuron,
      int size,
      int stride,
      RandomStream random,
      @Nullable SpikeTrains spikeTrains) {
    this.population = population;
    this.firstNeuron = firstNeuron;
    this.size = size;
    this.stride = stride;
    this.state = new double[Math.multiplyExact(size, stride)];
    this.random = random;
    this.spikeTrains = spikeTrains;
  }

  /** Index of the population in the network. */
  public int population() {
    return population;
  }

  /** Index, within the population, of the first neuron. */
  public int firstNeuron() {
    return firstNeuron;
  }

  /** Number of neurons. */
  public int size() {
    return size;
  }

  /** The state of all neurons. */
  public double[] state() {
    return state;
  }

  /** Where the state of a neuron begins. */
  public int at(int neuron) {
    return neuron * stride;
  }

  /**
   * Room to work in, which all kernels of the block share: its content is lost between calls.
   *
   * @param arrays how many arrays; the same in every call
   * @param length of each; the same in every call
   */
  public double[][] room(int arrays, int length) {
    if (room.length == 0) {
      room = new double[arrays][length];
    }
    return room;
  }

  /** The random stream of the thread that advances the block. */
  public RandomStream random() {
    return random;
  }

  /** Recorded spikes of the whole population, or null. */
  public @Nullable SpikeTrains spikeTrains() {
    return spikeTrains;
  }
}
