package org.hillock.engine.plasticity;

/** Hears what synapses that learn pass on to one neuron, spike by spike. */
@FunctionalInterface
public interface TransmissionListener {

  /**
   * A spike arrived.
   *
   * @param projection its number in the network
   * @param source who sent it, within its population
   * @param sent when [ms]
   * @param arrival when it arrived [ms]
   * @param weight with which, in the unit of the target's model
   */
  void transmitted(int projection, int source, double sent, double arrival, double weight);
}
