package org.hillock.model.form;

/** Repeats every spike that reaches it, whatever the weight of the synapse. */
public record Relay() implements NeuronForm {

  @Override
  public String phrase() {
    return "a relay";
  }
}
