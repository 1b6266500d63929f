package org.hillock.model;

/** Takes the spikes of one update. */
public interface SpikeSink {

  /**
   * Reports that a neuron fired in the present step.
   *
   * @param neuron index within the block being updated; calls come in ascending order
   */
  void fire(int neuron);
}
