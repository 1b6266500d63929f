package org.hillock.engine.event;

/** Leaves out some of the spikes of a Poisson input, so that what is left has another rate. */
interface Thinning {

  /** Leaves nothing out. */
  Thinning NONE = (target, times, count) -> count;

  /**
   * Keeps some arrivals, in their order.
   *
   * @param target number of the neuron among those of this part of the input
   * @param times of the arrivals [ms], from index 1 on; what is kept is moved to the front
   * @param count how many there are
   * @return how many are kept
   */
  int keep(int target, double[] times, int count);
}
