package org.hillock.model;

/** Takes the spikes of the neuron that is being advanced. */
@FunctionalInterface
public interface SpikeTimes {

  /**
   * The neuron fires.
   *
   * @param time when [ms]
   */
  void fire(double time);
}
