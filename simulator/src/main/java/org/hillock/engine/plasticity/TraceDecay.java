package org.hillock.engine.plasticity;

import org.hillock.model.Decay;

/** How the trace of a spike decays. */
public interface TraceDecay {

  /**
   * What is left of a trace of 1.
   *
   * @param time 0 or more, in steps on the grid, in ms in continuous time
   */
  double over(double time);

  /**
   * The same for many times.
   *
   * @param moments when, each no earlier than what follows
   * @param since from when on
   * @param count how many
   * @param into takes what is left
   */
  default void over(double[] moments, double since, int count, double[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = over(moments[i] - since);
    }
  }

  /**
   * Exponential decay in continuous time.
   *
   * @param tau time constant [ms]
   */
  static TraceDecay exponential(double tau) {
    double rate = 1 / tau;
    return time -> Decay.exp(-time * rate);
  }
}
