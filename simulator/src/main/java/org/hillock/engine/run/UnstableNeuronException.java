package org.hillock.engine.run;

import org.hillock.model.ParameterSet;

/** A run was stopped, because the state of a neuron was no longer a finite number. */
public final class UnstableNeuronException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String population;
  private final int neuron;
  private final double time;

  /**
   * @param population name of the neuron's population
   * @param neuron index within it
   * @param time when [ms]
   * @param found what its state was
   * @param parameters its parameters
   */
  public UnstableNeuronException(
      String population, int neuron, double time, String found, ParameterSet parameters) {
    super(
        "neurons."
            + population
            + "["
            + neuron
            + "]: "
            + found
            + " at "
            + (float) time
            + " ms, so the run was stopped; its parameters: "
            + parameters);
    this.population = population;
    this.neuron = neuron;
    this.time = time;
  }

  /** Name of the neuron's population. */
  public String population() {
    return population;
  }

  /** Index of the neuron within its population. */
  public int neuron() {
    return neuron;
  }

  /** When it was found [ms]. */
  public double time() {
    return time;
  }
}
