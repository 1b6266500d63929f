package org.hillock.model.form;

/** What a neuron with certain parameters is, in physical quantities. */
public sealed interface NeuronForm
    permits IntegrateAndFire,
        AdaptiveThresholdNeuron,
        IzhikevichNeuron,
        Threshold,
        Relay,
        SpikeSource,
        Formless {

  /** What it is, such as {@code a leaky integrate-and-fire neuron}. */
  String phrase();

  /** Whether a spike that arrives becomes a current that decays, and acts on V a step later. */
  default boolean hasCurrents() {
    return false;
  }

  /**
   * Whether its steps are part of what it is, so that steps of another length are another neuron,
   * not the same one with another error.
   */
  default boolean definedByStep() {
    return false;
  }
}
