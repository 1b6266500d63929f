package org.hillock.model;

import java.util.Arrays;

/** Spikes that arrive at one neuron: when, and with what weight. Not thread-safe. */
public final class InputList {

  private double[] times = new double[64];
  private double[] weights = new double[64];
  private byte[] receptors = new byte[64];
  private int size;

  /** Number of inputs. */
  public int size() {
    return size;
  }

  /** When they arrive [ms], for the first {@link #size} elements. */
  public double[] times() {
    return times;
  }

  /** Their weights, in the unit of the model. */
  public double[] weights() {
    return weights;
  }

  /**
   * At which receptors they arrive, for the first {@link #size} elements: places in {@link
   * NeuronDescription#receptors}. Told to kernels that {@link EventKernel#hearsReceptors} only.
   */
  public byte[] receptors() {
    return receptors;
  }

  /** Forgets all. */
  public void clear() {
    size = 0;
  }

  /** Appends an input. */
  public void add(double time, double weight, int receptor) {
    reserve(1);
    times[size] = time;
    receptors[size] = (byte) receptor;
    weights[size++] = weight;
  }

  /**
   * Appends inputs of one weight.
   *
   * @param from where their times begin
   * @param arrivals when they arrive [ms]
   * @param count how many there are
   */
  public void addAll(double[] arrivals, int from, int count, double weight, int receptor) {
    reserve(count);
    System.arraycopy(arrivals, from, times, size, count);
    Arrays.fill(weights, size, size + count, weight);
    Arrays.fill(receptors, size, size + count, (byte) receptor);
    size += count;
  }

  /** Makes room for more, so that the arrays can be written beyond {@link #size}. */
  public void reserve(int more) {
    if (size + more > times.length) {
      int capacity = Math.max(size + more, 2 * size);
      times = Arrays.copyOf(times, capacity);
      weights = Arrays.copyOf(weights, capacity);
      receptors = Arrays.copyOf(receptors, capacity);
    }
  }

  /** Says how many there are, after the arrays have been written. */
  public void resize(int newSize) {
    size = newSize;
  }
}
