package org.hillock.benchmark;

import java.util.Arrays;

/** A binary heap in two arrays. */
final class ArrivalHeap implements ArrivalQueue {

  private double[] times = new double[64];
  private int[] keys = new int[64];
  private int size;
  private double takenTime;
  private int takenKey;

  @Override
  public void add(double time, int key) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      keys = Arrays.copyOf(keys, 2 * size);
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >> 1;
      if (!earlier(time, key, times[parent], keys[parent])) {
        break;
      }
      times[hole] = times[parent];
      keys[hole] = keys[parent];
      hole = parent;
    }
    times[hole] = time;
    keys[hole] = key;
  }

  @Override
  public boolean take(double end) {
    if (size == 0 || times[0] > end) {
      return false;
    }
    takenTime = times[0];
    takenKey = keys[0];
    size--;
    double time = times[size];
    int key = keys[size];
    int hole = 0;
    while (true) {
      int child = 2 * hole + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size
          && earlier(times[child + 1], keys[child + 1], times[child], keys[child])) {
        child++;
      }
      if (!earlier(times[child], keys[child], time, key)) {
        break;
      }
      times[hole] = times[child];
      keys[hole] = keys[child];
      hole = child;
    }
    times[hole] = time;
    keys[hole] = key;
    return true;
  }

  static boolean earlier(double time, int key, double otherTime, int otherKey) {
    return time < otherTime || time == otherTime && key < otherKey;
  }

  @Override
  public double time() {
    return takenTime;
  }

  @Override
  public int key() {
    return takenKey;
  }
}
