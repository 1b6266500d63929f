package org.hillock.model;

import java.util.Arrays;
import org.hillock.network.SpikeTrains;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * State and input of a contiguous slice of one population, as a structure of arrays: index i is
 * neuron {@code firstNeuron + i} of the population.
 *
 * <p>The summed input of a step lies in rows, one per receptor; neuron i reads element {@code
 * inputOffset + i}. The rows are no longer than what the engine advances at once: it fills them
 * before each call of a kernel. For a kernel that {@linkplain NeuronKernel#takes takes} it, input
 * may stay unsummed.
 */
public final class NeuronBlock {

  private final int population;
  private final int firstNeuron;
  private final int size;
  private final double[][] state;
  private final double[][] input;
  private int inputOffset;
  private UnsummedInput @Nullable [] unsummed;
  private final RandomStream random;
  private final @Nullable SpikeTrains spikeTrains;
  private double[] @Nullable [] currents = {};
  private double[][] signals = {};

  /**
   * @param population index of the population in the network
   * @param firstNeuron index, within the population, of the block's first neuron
   * @param size number of neurons
   * @param stateArrays number of state arrays to allocate
   * @param input rows of summed input, one per receptor
   * @param inputOffset where this block begins in each row
   * @param random a stream of the thread that updates the block
   * @param spikeTrains recorded spikes of the whole population, for models that play them
   */
  public NeuronBlock(
      int population,
      int firstNeuron,
      int size,
      int stateArrays,
      double[][] input,
      int inputOffset,
      RandomStream random,
      @Nullable SpikeTrains spikeTrains) {
    this.population = population;
    this.firstNeuron = firstNeuron;
    this.size = size;
    this.state = new double[stateArrays][size];
    this.input = input;
    this.inputOffset = inputOffset;
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

  /** Number of arrays of state. */
  public int stateArrays() {
    return state.length;
  }

  /** One array of state, an element a neuron. */
  public double[] state(int array) {
    return state[array];
  }

  /**
   * Injected current of the present step [pA] at the usual place, an element a neuron; null where
   * none is ever injected.
   */
  public double @Nullable [] current() {
    return current(0);
  }

  /**
   * The same at any place.
   *
   * @param place in {@link NeuronDescription#currents}
   */
  public double @Nullable [] current(int place) {
    return place < currents.length ? currents[place] : null;
  }

  /** The same for an engine that injects current: from the first call on there is an array. */
  public double[] injectedCurrent(int place) {
    if (place >= currents.length) {
      currents = Arrays.copyOf(currents, place + 1);
    }
    double[] current = currents[place];
    if (current == null) {
      current = new double[size];
      currents[place] = current;
    }
    return current;
  }

  /** Before the inputs of a step are added: no current at any place. */
  public void clearCurrents() {
    for (double[] current : currents) {
      if (current != null) {
        Arrays.fill(current, 0);
      }
    }
  }

  /**
   * The sum of the signals that arrive in the present step, an element a neuron.
   *
   * @param place in {@link NeuronDescription#signals}
   */
  public double[] signal(int place) {
    for (int next = signals.length; next <= place; next++) {
      signals = Arrays.copyOf(signals, next + 1);
      signals[next] = new double[size];
    }
    return signals[place];
  }

  /** Row of summed spike weights of one receptor; neuron i is at {@code inputOffset() + i}. */
  public double[] input(int receptor) {
    return input[receptor];
  }

  /** Where the block begins in the input rows. */
  public int inputOffset() {
    return inputOffset;
  }

  /** Says which neuron reads the first element of the input rows. */
  public void inputFrom(int neuron) {
    inputOffset = -neuron;
  }

  /** The input of each receptor if it is not summed; null, as mostly, if it is. */
  public UnsummedInput @Nullable [] unsummed() {
    return unsummed;
  }

  /** From now on input is not summed where all neurons are advanced together. */
  public void unsummed(UnsummedInput[] input) {
    this.unsummed = input;
  }

  /** The random stream of the thread that updates the block. */
  public RandomStream random() {
    return random;
  }

  /** Recorded spikes of the whole population, or null. */
  public @Nullable SpikeTrains spikeTrains() {
    return spikeTrains;
  }
}
