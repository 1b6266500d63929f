package org.hillock.loihi;

import org.hillock.loihi.estimate.CostEstimate;

/** Told of every mapping that is tried while the best is looked for. */
@FunctionalInterface
public interface Trials {

  /** Nobody listens. */
  Trials NONE = (cores, estimate) -> {};

  /**
   * A mapping was made.
   *
   * @param cores that it takes
   * @param estimate what it would cost
   */
  void tried(int cores, CostEstimate estimate);
}
