package org.hillock.model.form;

/** What a neuron with certain parameters is, in physical quantities. */
public sealed interface NeuronForm
    permits IntegrateAndFire, Threshold, Relay, SpikeSource, Formless {

  /** What it is, such as {@code a leaky integrate-and-fire neuron}. */
  String phrase();
}
