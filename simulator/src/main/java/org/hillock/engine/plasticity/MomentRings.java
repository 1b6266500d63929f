package org.hillock.engine.plasticity;

import java.util.Arrays;
import org.hillock.model.StateCarrier;

/**
 * Recent moments of the neurons of one population in one partition, such as spikes, each with some
 * numbers: one flat ring a neuron, all of one capacity. Moments of a neuron are numbered from 0,
 * and ascend. Times are in the unit of the engine. For one thread.
 */
final class MomentRings {

  /** How many moments a ring holds at first. */
  static final int INITIAL_CAPACITY = 8;

  private final int neurons;
  private final int[] total;
  private final int[] oldest;
  private int capacity = INITIAL_CAPACITY;
  private double[] times;
  private double[][] numbers = {};

  MomentRings(int neurons) {
    this.neurons = neurons;
    this.total = new int[neurons];
    this.oldest = new int[neurons];
    this.times = new double[neurons * capacity];
  }

  /** One more number is kept of each moment. All are asked for before the first moment. */
  void addNumber() {
    numbers = Arrays.copyOf(numbers, numbers.length + 1);
    numbers[numbers.length - 1] = new double[times.length];
  }

  /** One past the number of the latest moment of each neuron. */
  int[] ends() {
    return total;
  }

  /** Number of the oldest moment of each neuron that is kept. */
  int[] oldest() {
    return oldest;
  }

  /**
   * When moments were: moment n of a neuron stands at {@link #place}, which is neuron capacity + (n
   * & (capacity - 1)). Rings that grow are others.
   */
  double[] times() {
    return times;
  }

  /** A number of each moment, at the same places. */
  double[] numbers(int which) {
    return numbers[which];
  }

  /** How many moments a ring holds, a power of 2. */
  int capacity() {
    return capacity;
  }

  /** Where a moment of a neuron stands. */
  int place(int neuron, int moment) {
    return neuron * capacity + (moment & capacity - 1);
  }

  /** Whether a neuron has no room for one more. */
  boolean full(int neuron) {
    return total[neuron] - oldest[neuron] == capacity;
  }

  /** Adds a moment to a neuron that has room for it; returns where it stands. */
  int add(int neuron, double time) {
    int place = place(neuron, total[neuron]++);
    times[place] = time;
    return place;
  }

  /** The first moment of a neuron, of those that are kept, that is after a time. */
  int firstAfter(int neuron, double time) {
    int low = oldest[neuron];
    int high = total[neuron];
    while (low < high) {
      int middle = low + high >>> 1;
      if (times[place(neuron, middle)] > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * Forgets moments up to a time but for the last of them; returns whether a neuron is still full.
   */
  boolean forget(double time) {
    boolean full = false;
    for (int neuron = 0; neuron < neurons; neuron++) {
      while (oldest[neuron] < total[neuron] - 1
          && times[place(neuron, oldest[neuron] + 1)] <= time) {
        oldest[neuron]++;
      }
      full |= full(neuron);
    }
    return full;
  }

  /** Doubles the room of every neuron. */
  void grow() {
    int larger = capacity * 2;
    double[] newTimes = new double[Math.multiplyExact(neurons, larger)];
    double[][] newNumbers = new double[numbers.length][newTimes.length];
    for (int neuron = 0; neuron < neurons; neuron++) {
      for (int moment = oldest[neuron]; moment < total[neuron]; moment++) {
        int from = place(neuron, moment);
        int to = neuron * larger + (moment & larger - 1);
        newTimes[to] = times[from];
        for (int k = 0; k < numbers.length; k++) {
          newNumbers[k][to] = numbers[k][from];
        }
      }
    }
    capacity = larger;
    times = newTimes;
    numbers = newNumbers;
  }

  /** Carries the moments of a neuron. */
  void carry(int neuron, StateCarrier carrier) {
    int end = carrier.carry(total[neuron]);
    int first = carrier.carry(oldest[neuron]);
    while (carrier.restores() && end - first > capacity) {
      grow();
    }
    total[neuron] = end;
    oldest[neuron] = first;
    for (int moment = first; moment < end; moment++) {
      int place = place(neuron, moment);
      times[place] = carrier.carry(times[place]);
      for (double[] each : numbers) {
        each[place] = carrier.carry(each[place]);
      }
    }
  }

  @Override
  public String toString() {
    return neurons + " neurons, " + Arrays.stream(total).sum() + " moments";
  }
}
