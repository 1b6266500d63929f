package org.hillock.model;

import java.util.List;
import java.util.Map;

/**
 * The calcium of a neuron, which stands for its activity: dCa/dt = -Ca/tau, and a step at each of
 * its spikes. At a rate r it comes to beta tau r.
 *
 * @param tau time constant [ms]
 * @param beta what a spike adds
 * @param initial concentration at the beginning
 */
public record Calcium(double tau, double beta, double initial) {

  /** What a scenario can say of it; defaults are those of NEST. */
  public static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.positive("tau_Ca", Unit.MILLISECOND, 1e4, "time constant of calcium"),
          Parameter.positive("beta_Ca", Unit.NONE, 0.001, "calcium that enters with a spike"),
          Parameter.nonNegative("Ca", Unit.NONE, 0, "calcium at the beginning"));

  /**
   * @param where path for messages, such as {@code neurons.exc.calcium}
   * @param given values by name
   */
  public static Calcium of(String where, Map<String, Double> given) {
    ParameterSet all = ParameterSet.of(where, PARAMETERS, given);
    return new Calcium(all.get("tau_Ca"), all.get("beta_Ca"), all.get("Ca"));
  }
}
