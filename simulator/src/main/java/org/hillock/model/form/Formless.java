package org.hillock.model.form;

/**
 * A neuron of which no form says what it is.
 *
 * @param reason the end of a sentence that begins with the model's name, such as {@code has
 *     alpha-shaped currents}
 */
public record Formless(String reason) implements NeuronForm {

  @Override
  public String phrase() {
    return "a neuron without a neutral form";
  }
}
