package org.hillock.record;

import java.util.Arrays;

/**
 * Samples of the state of some neurons, taken and not passed on yet. Samples are numbered from 0;
 * those of one number may come in any order of the neurons. Not thread-safe.
 */
public final class HeldSamples {

  private static final int FIRST_ROOM = 16;

  private final int firstNeuron;
  private final int neurons;

  /** values[variable][neuron][sample - first]. */
  private final double[][][] values;

  private int room;
  private long first;
  private long end;

  /**
   * @param variables how many are sampled
   * @param firstNeuron first neuron of the part of the range that is sampled here, by its index in
   *     the population
   * @param neurons how many neurons the part has
   */
  public HeldSamples(int variables, int firstNeuron, int neurons) {
    this.firstNeuron = firstNeuron;
    this.neurons = neurons;
    this.values = new double[variables][neurons][0];
  }

  /**
   * Keeps a value.
   *
   * @param variable which, in the order of the request
   * @param neuron which, from 0 in this part
   * @param sample number of the sample
   */
  public void set(int variable, int neuron, long sample, double value) {
    int place = (int) (sample - first);
    if (place >= room) {
      grow(place);
    }
    end = Math.max(end, sample + 1);
    values[variable][neuron][place] = value;
  }

  private void grow(int place) {
    room = Math.max(FIRST_ROOM, Math.max(place + 1, 2 * room));
    for (double[][] ofVariable : values) {
      Arrays.setAll(ofVariable, i -> Arrays.copyOf(ofVariable[i], room));
    }
  }

  /** First neuron of the part, by its index in the population. */
  public int firstNeuron() {
    return firstNeuron;
  }

  /** Number of the first sample that is not passed on yet. */
  public long first() {
    return first;
  }

  /** Goes on with a sample, when none is held. */
  public void goOnWith(long sample) {
    first = sample;
    end = sample;
  }

  /** What the samples take of memory. */
  public long bytes() {
    return (end - first) * values.length * neurons * Double.BYTES;
  }

  /**
   * Gives away the samples before one; the others stay.
   *
   * @param before number of the first that stays
   * @return {@code [variable][neuron][sample]}
   */
  public double[][][] take(long before) {
    int count = (int) (before - first);
    int left = (int) Math.max(0, end - before);
    double[][][] taken = new double[values.length][neurons][];
    for (int v = 0; v < values.length; v++) {
      for (int i = 0; i < neurons; i++) {
        double[] own = values[v][i];
        taken[v][i] = Arrays.copyOf(own, count);
        System.arraycopy(own, Math.min(count, own.length), own, 0, left);
      }
    }
    first = before;
    return taken;
  }
}
