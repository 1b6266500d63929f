package org.hillock.lif;

import java.util.Map;
import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Unit;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;

/** Perfect integrate-and-fire neuron: nothing leaks, and the membrane jumps at each spike. */
public final class IfPscDelta implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "if_psc_delta",
              Family.CURRENT_BASED,
              "integrate-and-fire without leak, spikes are jumps of the membrane potential")
          .equations(
              """
              dV/dt = (I_e + I)/C_m,   V += w at each spike
              V >= V_th: spike, then V = V_reset for t_ref; spikes that arrive meanwhile are lost
              """)
          .source(
              "Lapicque 1907, translated in Biol Cybern 97:341; IF in Pedersen et al. 2024, Nat"
                  + " Commun 15:8122")
          .parameters(
              Parameter.positive("C_m", Unit.PICOFARAD, 250, "membrane capacitance"),
              Parameter.any(
                  "V_th", Unit.MILLIVOLT, 15, "threshold: a spike is fired at or above it"),
              Parameter.any("V_reset", Unit.MILLIVOLT, 0, "potential after a spike"),
              Parameter.duration("t_ref", 0, "refractory time"),
              Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant injected current"))
          .variables(Membrane.V_M)
          .receptors(Membrane.JUMP)
          .current()
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return new Linear(IfPscDelta::motion);
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new IntegrateAndFire(
        Double.POSITIVE_INFINITY,
        parameters.get("C_m"),
        0,
        parameters.get("V_th"),
        parameters.get("V_reset"),
        parameters.get("t_ref"),
        parameters.get("I_e"),
        Double.NEGATIVE_INFINITY,
        new IntegrateAndFire.Jump());
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    boolean perfect =
        form instanceof IntegrateAndFire unit
            && !unit.leaks()
            && !unit.hasCurrents()
            && !unit.bounded()
            && unit.rest() == 0;
    return perfect ? Optional.of(MembraneForm.perfect((IntegrateAndFire) form)) : Optional.empty();
  }

  private static LinearDynamics motion(ParameterSet parameters) {
    LinearDynamics.Builder neuron =
        LinearDynamics.membrane(Double.POSITIVE_INFINITY, parameters.get("C_m"), 0)
            .constantCurrent(parameters.get("I_e"))
            .threshold(parameters.get("V_th"))
            .reset(parameters.get("V_reset"), parameters.get("t_ref"));
    neuron.jump(0, LinearDynamics.V, 1);
    return neuron.build();
  }
}
