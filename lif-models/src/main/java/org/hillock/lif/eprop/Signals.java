package org.hillock.lif.eprop;

import java.util.Arrays;
import org.hillock.model.StateCarrier;

/**
 * A number a step of each neuron of a block, of so many recent steps, or of all in a run that is
 * shorter: room grows with the steps. For one thread.
 */
final class Signals {

  private static final int FIRST_ROOM = 64;

  /** Room grows by half when it is full. */
  private static final double GROWTH = 1.5;

  private final int length;
  private final double[][] values;

  /**
   * @param neurons of the block
   * @param length how many steps are kept
   */
  Signals(int neurons, int length) {
    this.length = length;
    this.values = new double[neurons][Math.min(FIRST_ROOM, length)];
  }

  /**
   * Memory of a neuron [bytes].
   *
   * @param length how many steps are kept
   * @param steps of the run
   */
  static double bytes(int length, long steps) {
    return Double.BYTES * Math.min(length, Math.max(FIRST_ROOM, GROWTH * (steps + 1)));
  }

  void set(int neuron, long step, double value) {
    int place = (int) (step % length);
    double[] own = values[neuron];
    if (place >= own.length) {
      own = Arrays.copyOf(own, (int) Math.min(length, (long) (GROWTH * (place + 1.0))));
      values[neuron] = own;
    }
    own[place] = value;
  }

  double at(int neuron, long step) {
    int place = (int) (step % length);
    double[] own = values[neuron];
    return place < own.length ? own[place] : 0;
  }

  /** Carries the numbers of a neuron. */
  void carry(int neuron, StateCarrier carrier) {
    int used = values[neuron].length;
    while (used > 0 && values[neuron][used - 1] == 0) {
      used--;
    }
    used = carrier.carry(used);
    if (carrier.restores()) {
      values[neuron] = new double[Math.max(used, Math.min(FIRST_ROOM, length))];
    }
    carrier.carry(values[neuron], 0, used);
  }
}
