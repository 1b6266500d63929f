package org.hillock.engine.event;

/** A current from outside that is constant between moments at which it changes. */
interface CurrentInput {

  /** Whether it reaches a neuron of the group. */
  boolean reaches(int neuron);

  /** The first change strictly after a moment [ms]; infinity without one. */
  double nextChange(double after);

  /**
   * The current right after a moment [pA].
   *
   * @param neuron one that it reaches
   * @param time [ms]
   */
  double after(int neuron, double time);
}
