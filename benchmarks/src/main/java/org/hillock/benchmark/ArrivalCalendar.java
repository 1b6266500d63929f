package org.hillock.benchmark;

import java.util.Arrays;

/**
 * A calendar queue (Brown 1988, Commun ACM 31:1220): a year of days, each day the sorted list of
 * its arrivals in any year. The number of days follows the number of arrivals, within a factor of
 * two; a day is as long as three arrivals are apart on average. An arrival that is not before the
 * last of its day is added without a search.
 */
final class ArrivalCalendar implements ArrivalQueue {

  private static final int FEWEST_DAYS = 16;
  private static final int NONE = -1;
  private static final int SAMPLE = 25;

  private double[] times = new double[64];
  private int[] keys = new int[64];
  private int[] following = new int[64];
  private int free = NONE;
  private int used;
  private int size;
  private int[] first = new int[FEWEST_DAYS];
  private int[] last = new int[FEWEST_DAYS];
  private double length = 0.1;

  /** No arrival lies before this day, counted from time 0. */
  private long today;

  private double takenTime;
  private int takenKey;

  ArrivalCalendar() {
    Arrays.fill(first, NONE);
  }

  @Override
  public void add(double time, int key) {
    int node = free;
    if (node == NONE) {
      node = used++;
      if (node == times.length) {
        times = Arrays.copyOf(times, 2 * node);
        keys = Arrays.copyOf(keys, 2 * node);
        following = Arrays.copyOf(following, 2 * node);
      }
    } else {
      free = following[node];
    }
    times[node] = time;
    keys[node] = key;
    insert(node);
    size++;
    if (size > 2 * first.length) {
      resize(2 * first.length);
    }
  }

  private long day(double time) {
    return (long) (time / length);
  }

  private void insert(int node) {
    long day = day(times[node]);
    today = Math.min(today, day);
    int place = (int) (day & (first.length - 1));
    if (first[place] == NONE) {
      following[node] = NONE;
      first[place] = node;
      last[place] = node;
    } else if (!before(node, last[place])) {
      following[node] = NONE;
      following[last[place]] = node;
      last[place] = node;
    } else if (before(node, first[place])) {
      following[node] = first[place];
      first[place] = node;
    } else {
      int at = first[place];
      while (!before(node, following[at])) {
        at = following[at];
      }
      following[node] = following[at];
      following[at] = node;
    }
  }

  private boolean before(int node, int other) {
    return ArrivalHeap.earlier(times[node], keys[node], times[other], keys[other]);
  }

  @Override
  public boolean take(double end) {
    if (size == 0) {
      return false;
    }
    long lastDay = day(end);
    for (; today <= lastDay; today++) {
      int place = (int) (today & (first.length - 1));
      int node = first[place];
      if (node != NONE && day(times[node]) == today) {
        if (times[node] > end) {
          return false;
        }
        first[place] = following[node];
        takenTime = times[node];
        takenKey = keys[node];
        following[node] = free;
        free = node;
        size--;
        if (first.length > FEWEST_DAYS && size < first.length / 2) {
          resize(first.length / 2);
        }
        return true;
      }
    }
    today = lastDay;
    return false;
  }

  private void resize(int days) {
    int[] nodes = new int[size];
    int count = 0;
    double[] earliest = new double[SAMPLE];
    int sampled = 0;
    double latest = 0;
    for (int head : first) {
      for (int node = head; node != NONE; node = following[node]) {
        nodes[count++] = node;
        double time = times[node];
        latest = Math.max(latest, time);
        if (sampled < SAMPLE || time < earliest[sampled - 1]) {
          int hole = sampled < SAMPLE ? sampled++ : sampled - 1;
          for (; hole > 0 && earliest[hole - 1] > time; hole--) {
            earliest[hole] = earliest[hole - 1];
          }
          earliest[hole] = time;
        }
      }
    }
    length = length(Arrays.copyOf(earliest, sampled), latest);
    first = new int[days];
    last = new int[days];
    Arrays.fill(first, NONE);
    today = day(earliest[0]);
    for (int node : nodes) {
      insert(node);
    }
  }

  /** Three times the mean distance of the earliest arrivals, without distances twice as long. */
  private double length(double[] earliest, double latest) {
    int last = earliest.length - 1;
    double twice = 2 * (earliest[last] - earliest[0]) / last;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < last; i++) {
      double distance = earliest[i + 1] - earliest[i];
      if (distance <= twice) {
        sum += distance;
        count++;
      }
    }
    if (sum > 0) {
      return 3 * sum / count;
    }
    // The earliest arrive at once: what Brown leaves open.
    return latest > earliest[0] ? 3 * (latest - earliest[0]) / size : length;
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
