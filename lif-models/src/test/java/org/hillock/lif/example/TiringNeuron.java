package org.hillock.lif.example;

import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Receptor;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;

/** Leaky integrate-and-fire neuron that leaves a current behind when it fires. */
public final class TiringNeuron implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of("tiring", Family.ADAPTIVE, "each spike leaves a current behind")
          .equations(
              """
              dV/dt  = -V/tau_m + (I_s + I_k)/C_m,   V = 0 at each spike of its own
              dI_s/dt = -I_s/tau_s,   I_s += w at each spike that arrives
              dI_k/dt = -I_k/tau_k,   I_k -= q at each spike of its own
              """)
          .source("Treves 1993, Network 4:259")
          .parameters(
              Parameter.positive("C_m", Unit.PICOFARAD, 250, "membrane capacitance"),
              Parameter.positive("tau_m", Unit.MILLISECOND, 10, "membrane time constant"),
              Parameter.positive("tau_s", Unit.MILLISECOND, 2, "decay time of input"),
              Parameter.positive("tau_k", Unit.MILLISECOND, 80, "decay time of tiredness"),
              Parameter.nonNegative("q", Unit.PICOAMPERE, 100, "what a spike leaves behind"),
              Parameter.positive("V_th", Unit.MILLIVOLT, 15, "threshold"))
          .variables(new StateVariable("V_m", Unit.MILLIVOLT, "membrane potential"))
          .receptors(Receptor.of("synapse", Unit.PICOAMPERE, "current"))
          .current()
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return new Linear(TiringNeuron::motion);
  }

  private static LinearDynamics motion(ParameterSet of) {
    double capacitance = of.get("C_m");
    LinearDynamics.Builder neuron = LinearDynamics.membrane(of.get("tau_m"), capacitance, 0);
    neuron.exponentialCurrent(0, of.get("tau_s"));
    int left = neuron.state(of.get("tau_k"));
    neuron.couple(LinearDynamics.V, left, 1 / capacitance).addAtSpike(left, -of.get("q"));
    return neuron.threshold(of.get("V_th")).setAtSpike(LinearDynamics.V, 0).build();
  }
}
