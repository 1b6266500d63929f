package org.hillock.model;

/** What arrives at a neuron in a window that is cut into cells. */
public interface CellInputs {

  /** Where the cells begin, and the end of the last [ms]. */
  double[] bounds();

  /** Sums of the effects of each cell's inputs, {@link CellKernel#SUMS} a cell. */
  double[] sums();

  /** The inputs of one cell, ascending in time; valid until the next call. */
  InputList ordered(int cell);
}
