package org.hillock.model;

/**
 * What neurons tell rules that descend the gradient of a loss: by how much the loss of an interval
 * grows with the weight of a spike, for each step in which one may arrive. A kernel keeps what is
 * needed for the last interval and the present one.
 */
public interface SpikeGradient {

  /** The intervals at whose ends weights change. */
  UpdateIntervals intervals();

  /** Over how many steps of each interval there is a loss. */
  int learningWindow();

  /**
   * Whether spikes that arrive in the first step of an interval are lost, as neurons begin anew.
   */
  boolean losesFirstStep();

  /** The first step at whose deliveries everything is known of an interval. */
  long knownAt(long interval);

  /**
   * The growth of the loss of an interval with the weight of a spike.
   *
   * @param neuron index within the block
   * @param interval the one that ended last; until all is known of that, see {@link #knownAt}, the
   *     one before may be asked for, too
   * @param step at whose deliveries this is asked: where it comes before {@link #knownAt}, what is
   *     learnt of the interval from then on does not count
   * @param tau time constant of the readout [ms]
   * @return an element for each step of the interval in which the spike may arrive, the first step
   *     first; valid until the next call
   */
  double[] of(int neuron, long interval, long step, double tau);
}
