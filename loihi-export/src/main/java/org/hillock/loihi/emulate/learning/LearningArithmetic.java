package org.hillock.loihi.emulate.learning;

/** The two public accounts of the learning engine. */
public enum LearningArithmetic {
  /**
   * lava b6822fbc, {@code LearningDense}, bit-approximate. Rules are applied at the end of each
   * epoch, in 16 bits of which 7 are fractions of a weight; a trace keeps exp(-1/tau) a step; one
   * random number serves all traces, or all weights, of a step.
   */
  LAVA,
  /**
   * brian2_loihi 9ac5842. Rules are applied in every step, in exact arithmetic, the change rounded
   * away from zero; a trace keeps 1 - 1/tau a step; a postsynaptic spike acts one step later than
   * in lava; every trace and weight has its own random numbers.
   */
  BRIAN2_LOIHI
}
