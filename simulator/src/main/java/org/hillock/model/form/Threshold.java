package org.hillock.model.form;

/**
 * No memory: fires in each step in which the weights of the spikes that arrive add up to more than
 * theta.
 *
 * @param theta in the unit of the weights
 */
public record Threshold(double theta) implements NeuronForm {

  @Override
  public String phrase() {
    return "a threshold unit without memory";
  }
}
