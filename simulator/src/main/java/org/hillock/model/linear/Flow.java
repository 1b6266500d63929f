package org.hillock.model.linear;

import java.util.List;

/** Moves the states of one neuron in continuous time; for one thread. */
final class Flow {

  private final List<Path> paths;
  private final int states;

  Flow(Paths paths, int states) {
    this.paths = paths.all();
    this.states = states;
  }

  /**
   * The states after a time without events.
   *
   * @param x states at its beginning
   * @param current injected and constant [pA]
   * @param time [ms]
   * @param into takes the states; not x
   */
  void after(double[] x, double current, double time, double[] into) {
    if (time == 0) {
      System.arraycopy(x, 0, into, 0, states);
      return;
    }
    for (int i = 0; i < states; i++) {
      into[i] = 0;
    }
    for (Path path : paths) {
      double amount = path.from() == Path.CURRENT ? current : x[path.from()];
      if (amount != 0) {
        into[path.to()] += amount * path.over(time);
      }
    }
  }
}
