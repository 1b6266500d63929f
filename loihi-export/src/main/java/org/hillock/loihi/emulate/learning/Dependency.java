package org.hillock.loihi.emulate.learning;

/** When a product of a learning rule happens. */
public enum Dependency {
  /** At a presynaptic spike. */
  X0,
  /** At a postsynaptic spike. */
  Y0,
  /** At every 2^k-th epoch, k being the rule's {@link LearningRule#decimation}. */
  U
}
