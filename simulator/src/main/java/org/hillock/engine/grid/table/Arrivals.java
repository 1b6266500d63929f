package org.hillock.engine.grid.table;

import java.util.Arrays;

/**
 * Which neurons of a partition have received a spike in the step at hand. Noted only while a group
 * of the partition visits nobody else.
 */
public final class Arrivals {

  private final boolean[] noted;
  private int[] neurons = new int[64];
  private int size;

  /**
   * @param neurons number of neurons of the partition
   */
  public Arrivals(int neurons) {
    this.noted = new boolean[neurons];
  }

  /** Notes a neuron, by its index within the partition. */
  void note(int neuron) {
    if (!noted[neuron]) {
      noted[neuron] = true;
      if (size == neurons.length) {
        neurons = Arrays.copyOf(neurons, size * 2);
      }
      neurons[size++] = neuron;
    }
  }

  /** Notes the targets of some segments. */
  void note(char[] targets, DueSegments due, int first, int last) {
    for (int i = first; i < last; i++) {
      note(targets, due.from(i), due.to(i));
    }
  }

  /** Notes the targets of a run of synapses. */
  void note(char[] targets, int from, int end) {
    for (int k = from; k < end; k++) {
      note(targets[k]);
    }
  }

  /** Puts the neurons in order. */
  public void sort() {
    Arrays.sort(neurons, 0, size);
  }

  /** Place of the first neuron, in order, that is not below this one. */
  public int firstFrom(int neuron) {
    int place = Arrays.binarySearch(neurons, 0, size, neuron);
    return place < 0 ? -place - 1 : place;
  }

  /** The neuron at a place, or a number above all neurons. */
  public int neuron(int place) {
    return place < size ? neurons[place] : Integer.MAX_VALUE;
  }

  /** Forgets all neurons. */
  public void clear() {
    for (int i = 0; i < size; i++) {
      noted[neurons[i]] = false;
    }
    size = 0;
  }
}
