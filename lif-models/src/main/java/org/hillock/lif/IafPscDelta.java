package org.hillock.lif;

import java.util.Map;
import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;

/**
 * Leaky integrate-and-fire neuron whose membrane jumps by the weight at each spike (Stein 1967).
 */
public final class IafPscDelta implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "iaf_psc_delta",
              Family.CURRENT_BASED,
              "leaky integrate-and-fire, spikes are jumps of the membrane potential")
          .equations(
              """
              dV/dt = -(V - E_L)/tau_m + (I_e + I)/C_m,   V += w at each spike
              V >= V_th: spike, then V = V_reset for t_ref; spikes that arrive meanwhile are lost
              V >= V_min
              delta > 0: fires at random instead, at the rate rho exp((V - V_th)/delta)
              """)
          .source("Stein 1967, Biophys J 7:37; NEST iaf_psc_delta")
          .parameters(Membrane.parameters())
          .parameters(Membrane.V_MIN)
          .appended(Membrane.ESCAPE)
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
    return new Linear(IafPscDelta::motion);
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return MembraneForm.of(
        parameters, MembraneForm.lowest(parameters), new IntegrateAndFire.Jump());
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    if (!(form instanceof IntegrateAndFire unit) || !unit.leaks() || unit.hasCurrents()) {
      return Optional.empty();
    }
    Map<String, Double> parameters = MembraneForm.leaky(unit);
    if (unit.bounded()) {
      parameters.put("V_min", unit.lowest());
    }
    return Optional.of(parameters);
  }

  private static LinearDynamics motion(ParameterSet parameters) {
    LinearDynamics.Builder neuron = Membrane.firing(parameters);
    neuron.jump(0, LinearDynamics.V, 1);
    return neuron.lowest(parameters.get("V_min") - parameters.get("E_L")).build();
  }
}
