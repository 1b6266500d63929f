package org.hillock.engine.plasticity;

import java.util.Arrays;
import java.util.List;

/** A place among the moments at which signals of one target are not 0. For one thread. */
final class SignalCursor {

  /** There is no such moment. */
  static final double NONE = Double.NEGATIVE_INFINITY;

  private static final int UNKNOWN = -1;

  private final MomentRings[] signals;

  /** The moment after the place, by signal. */
  private final int[] next;

  private int target;
  private double after;

  SignalCursor(PostSignals of, List<String> names) {
    this.signals = names.stream().map(of::of).toArray(MomentRings[]::new);
    this.next = new int[signals.length];
  }

  boolean any() {
    return next.length > 0;
  }

  /**
   * Goes to a target.
   *
   * @param neuron the target
   * @param time moments up to it have been seen
   */
  void at(int neuron, double time) {
    if (next.length > 0) {
      target = neuron;
      after = time;
      Arrays.fill(next, UNKNOWN);
    }
  }

  /** Goes to the next moment of a signal up to a time; returns it. */
  double next(int k, double upTo) {
    MomentRings moments = signals[k];
    if (next[k] == UNKNOWN) {
      next[k] = moments.firstAfter(target, after);
    }
    if (next[k] < moments.ends()[target]) {
      double time = time(moments, next[k]);
      if (time <= upTo) {
        next[k]++;
        return time;
      }
    }
    return NONE;
  }

  /** The value of a signal at the end of a step. */
  double value(int k, double time) {
    MomentRings moments = signals[k];
    int last = next[k] - 1;
    if (last < moments.oldest()[target] || time(moments, last) != time) {
      // Times are whole numbers of steps.
      last = moments.firstAfter(target, time) - 1;
    }
    return last >= moments.oldest()[target] && time(moments, last) == time
        ? moments.numbers(0)[moments.place(target, last)]
        : 0;
  }

  private double time(MomentRings moments, int moment) {
    return moments.times()[moments.place(target, moment)];
  }
}
