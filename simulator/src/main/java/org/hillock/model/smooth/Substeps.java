package org.hillock.model.smooth;

import org.hillock.model.UnstableStateException;

/**
 * Takes neurons through a step of the grid in steps of their own: halved where the error is too
 * large, doubled where it is small. With equations that have an upstroke a neuron may fire after
 * each of them. For one thread.
 */
final class Substeps {

  /** A step shorter than this part of the grid's leads nowhere. */
  private static final double SHORTEST = 0x1p-50;

  /** What is over in less than this part of the grid's is over at once. */
  private static final double AT_ONCE = 0x1p-30;

  /** The error grows by 2^5 with a step that is doubled; some of it is kept in hand. */
  private static final double SMALL = 1.0 / 64;

  private static final double VERY_LARGE = 1024;

  /** More steps than this in one of the grid, or between two events, are not worth waiting for. */
  static final int MOST = 1_000_000;

  private final Systems systems;
  private final double step;
  private final boolean spikesInStep;
  private final SmoothKernel kernel;
  private final int[] neuron;
  private final int[] place;
  private final double[] time;
  private int count;
  private long now;

  Substeps(Smooth smooth, SmoothDynamics shape, int capacity, double step, SmoothKernel kernel) {
    this.systems = new Systems(smooth, shape, capacity, smooth.tolerance());
    this.step = step;
    this.spikesInStep = smooth.spikesInStep();
    this.kernel = kernel;
    this.neuron = new int[capacity];
    this.place = new int[capacity];
    this.time = new double[capacity];
  }

  /**
   * Adds a neuron.
   *
   * @param from where it is
   * @param at its place there
   * @param index its place in the block
   * @param stepNow the step
   */
  void add(Systems from, int at, int index, long stepNow) {
    systems.take(count, from, at);
    systems.h[count] = 0.5 * step;
    neuron[count] = index;
    place[count] = at;
    time[count] = 0;
    now = stepNow;
    count++;
  }

  /**
   * Takes all neurons that were added to the end of the step.
   *
   * @param into takes their states, at the places where they were
   * @param spikes counts their spikes, at the same places
   */
  void run(double[][] into, int[] spikes) {
    for (int steps = 0; count > 0; steps++) {
      if (steps == MOST) {
        throw new UnstableStateException(
            neuron[0],
            "a state that moves so fast that a step of the grid would take more than "
                + MOST
                + " of its own");
      }
      systems.step(count);
      for (int i = count - 1; i >= 0; i--) {
        if (!(systems.worst[i] <= 1)) {
          shorten(i, spikes);
        } else if (advanced(i, spikes)) {
          finish(i, into);
        }
      }
    }
  }

  private void shorten(int i, int[] spikes) {
    systems.h[i] *= systems.worst[i] < VERY_LARGE ? 0.5 : 0.125;
    if (systems.h[i] < SHORTEST * step) {
      double v = systems.y[SmoothDynamics.V][i];
      if (spikesInStep
          && systems.free[i] != 0
          && systems.reaches(i, kernel.threshold(neuron[i]), AT_ONCE * step)) {
        systems.y[SmoothDynamics.V][i] = kernel.threshold(neuron[i]);
        fireIfReached(i, spikes);
        systems.h[i] = SHORTEST * step;
        return;
      }
      throw SmoothKernel.unstable(neuron[i], Double.isNaN(systems.worst[i]) ? Double.NaN : v);
    }
  }

  /** Takes over a step; returns whether it was the last. */
  private boolean advanced(int i, int[] spikes) {
    double left = step - time[i];
    boolean last = systems.h[i] >= left;
    for (int k = 0; k < systems.y.length; k++) {
      systems.y[k][i] = systems.next[k][i];
    }
    time[i] += systems.h[i];
    if (spikesInStep && !last) {
      fireIfReached(i, spikes);
    }
    double longer = systems.worst[i] < SMALL ? 2 * systems.h[i] : systems.h[i];
    systems.h[i] = Math.min(longer, step - time[i]);
    return last;
  }

  private void fireIfReached(int i, int[] spikes) {
    if (systems.free[i] != 0 && systems.y[SmoothDynamics.V][i] >= kernel.threshold(neuron[i])) {
      spikes[place[i]]++;
      systems.free[i] = kernel.fire(systems.y, i, neuron[i], now) ? 0 : 1;
    }
  }

  /** Hands a neuron back; the last of the others takes its place. */
  private void finish(int i, double[][] into) {
    for (int k = 0; k < into.length; k++) {
      into[k][place[i]] = systems.y[k][i];
    }
    count--;
    if (i != count) {
      systems.take(i, systems, count);
      neuron[i] = neuron[count];
      place[i] = place[count];
      time[i] = time[count];
    }
  }
}
