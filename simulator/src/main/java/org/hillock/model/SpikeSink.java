package org.hillock.model;

/** Takes the spikes of one update. */
public interface SpikeSink {

  /**
   * Reports that a neuron fired in the present step; a neuron that fires several times in it is
   * reported as often.
   *
   * @param neuron index within the block being updated; calls come in ascending order
   */
  void fire(int neuron);
}
