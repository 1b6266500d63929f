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
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;

/** Point process neuron: fires at random at a rate that is a function of its potential. */
public final class PpPscDelta implements NeuronModel {

  /** So regular a dead time might as well be fixed. */
  private static final double MOST_REGULAR = 10_000;

  private static final NeuronDescription UNSHAPED =
      NeuronDescription.of(
              "pp_psc_delta",
              Family.ESCAPE_NOISE,
              "point process: a rate of the membrane potential, dead time and adaptation")
          .equations(
              """
              dV/dt = -V/tau_m + (I_e + I)/C_m,   V += w at each spike
              rate  = c_1 (V - E_sfa) + c_2 exp(c_3 (V - E_sfa)), where above 0
              E_sfa = sum of q_j,   dq_j/dt = -q_j/tau_sfa_j
              spike: q_j += q_sfa_j, V = 0 with_reset, and no other for the dead time
              """)
          .source(
              "Cardanobile and Rotter 2010, J Comput Neurosci 28:267; Jolivet, Rauch, Luescher and"
                  + " Gerstner 2006, J Comput Neurosci 21:35; NEST pp_psc_delta")
          .parameters(
              Parameter.positive("C_m", Unit.PICOFARAD, 250, "membrane capacitance"),
              Parameter.positive("tau_m", Unit.MILLISECOND, 10, "membrane time constant"),
              Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant injected current"),
              Parameter.any("c_1", Unit.HERTZ_PER_MILLIVOLT, 0, "the rate grows so with V"),
              Parameter.nonNegative("c_2", Unit.HERTZ, 1.238, "rate at V = 0 besides"),
              Parameter.nonNegative("c_3", Unit.PER_MILLIVOLT, 0.25, "steepness of that part"),
              Parameter.duration("dead_time", 1, "no second spike for this time; on average"),
              Parameter.truth(
                  "dead_time_random",
                  false,
                  "dead times from a gamma distribution; else all alike"),
              new Parameter(
                  "dead_time_shape", Unit.NONE, 1, 1, true, MOST_REGULAR, "shape of it, whole"),
              Parameter.truth("with_reset", true, "a spike sets V to 0"),
              Parameter.duration("t_ref_remaining", 0, "no spike for this time at the start"),
              Parameter.positive("tau_sfa", Unit.MILLISECOND, 34, "decay times of E_sfa").list(),
              Parameter.any("q_sfa", Unit.MILLIVOLT, 0, "a spike adds these to E_sfa").list())
          .variables(Membrane.V_M, Gif.E_SFA)
          .receptors(Membrane.JUMP)
          .current()
          .build();

  private final NeuronDescription description;

  /** The model as it is listed. */
  public PpPscDelta() {
    this.description = UNSHAPED;
  }

  private PpPscDelta(Map<String, Integer> lengths) {
    this.description = Lists.shape(UNSHAPED, lengths);
  }

  @Override
  public NeuronDescription description() {
    return description;
  }

  @Override
  public NeuronModel withLists(Map<String, Integer> lengths) {
    return new PpPscDelta(lengths);
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    double shape = parameters.get("dead_time_shape");
    return shape == Math.rint(shape)
        ? Lists.unequal(parameters, "tau_sfa", "q_sfa")
        : Optional.of("dead_time_shape, " + shape + ", is not a whole number");
  }

  @Override
  public Dynamics dynamics() {
    return new Linear(PpPscDelta::motion);
  }

  private static LinearDynamics motion(ParameterSet of) {
    LinearDynamics.Builder neuron =
        LinearDynamics.membrane(of.get("tau_m"), of.get("C_m"), 0)
            .constantCurrent(of.get("I_e"))
            .threshold(0)
            .escape(of.get("c_2") / 1000, 1 / of.get("c_3"))
            .escapeSlope(of.get("c_1") / 1000)
            .keepAtSpike(LinearDynamics.V, of.is("with_reset") ? 0 : 1, 0)
            .silentAtStart(of.get("t_ref_remaining"));
    neuron.jump(0, LinearDynamics.V, 1);
    double dead = of.get("dead_time");
    if (of.is("dead_time_random")) {
      neuron.randomSilenceAfterSpike(dead, (int) of.get("dead_time_shape"));
    } else {
      neuron.silentAfterSpike(dead);
    }
    if (dead == 0) {
      neuron.severalInStep();
    }
    return Gif.threshold(neuron, of, 0).build();
  }
}
