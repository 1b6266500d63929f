package org.hillock.model;

/** Kinds of neuron models, as people look for them. */
public enum Family {
  /** Integrate-and-fire neurons whose synapses inject charge or current. */
  CURRENT_BASED("integrate-and-fire with synaptic currents"),
  /** Integrate-and-fire neurons whose threshold or currents remember earlier spikes. */
  ADAPTIVE("integrate-and-fire that adapts"),
  /** Integrate-and-fire neurons that fire at random, the more likely the closer to threshold. */
  ESCAPE_NOISE("integrate-and-fire with escape noise"),
  /** Integrate-and-fire neurons whose synapses open conductances. */
  CONDUCTANCE_BASED("integrate-and-fire with synaptic conductances"),
  /** Neurons whose upstroke of the action potential is part of the equation. */
  NONLINEAR("nonlinear integrate-and-fire"),
  /** Neurons of more than one compartment. */
  COMPARTMENTS("several compartments"),
  /** Neurons of networks that descend the gradient of a loss. */
  LEARNING("networks that learn by gradients"),
  /** Units without a membrane. */
  SENDER("senders and units without membrane");

  private final String title;

  Family(String title) {
    this.title = title;
  }

  /** What a list of models writes above the family. */
  public String title() {
    return title;
  }
}
