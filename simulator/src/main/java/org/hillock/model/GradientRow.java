package org.hillock.model;

/**
 * What a {@link SynapseRule} that descends a gradient is told of a row: intervals that end, and
 * what spikes of the source in them have done to the loss. A spike belongs to the interval in which
 * it arrives.
 */
public interface GradientRow {

  /** Whether there are spikes of the source in an interval that has ended, to be taken in now. */
  boolean ended();

  /**
   * By how much the loss of that interval grows with the weight of a synapse, in steps: the sum
   * over the spikes of its source.
   *
   * @param synapse of the row
   * @param tau time constant of the readout [ms]
   */
  double gradient(int synapse, double tau);

  /** Over how many steps of each interval there is a loss. */
  int learningWindow();

  /**
   * Whether the presynaptic spike is the first in an interval, so that weights change before it.
   */
  boolean begins();

  /** The interval that it begins. */
  long interval();

  /** The interval that the source had begun before; 0 if none. */
  long before();

  /** Whether the presynaptic spike is lost: it arrives as neurons begin anew. */
  boolean lost();
}
