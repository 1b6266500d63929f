package org.hillock.lif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Stepped;
import org.hillock.model.Unit;
import org.hillock.model.form.Formless;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.linear.Linear;

/** Generalised leaky integrate-and-fire neuron of the Allen Institute, in five variants. */
public final class GlifPsc implements NeuronModel {

  private static final List<StateVariable> VARIABLES =
      List.of(
          Membrane.V_M,
          StateVariable.derived("ASCurrents_sum", Unit.PICOAMPERE, "all after-spike currents"),
          StateVariable.derived("I_syn", Unit.PICOAMPERE, "synaptic current of all receptors"),
          StateVariable.derived("threshold", Unit.MILLIVOLT, "threshold with all its parts"),
          new StateVariable("threshold_spike", Unit.MILLIVOLT, "part that spikes raise"),
          new StateVariable("threshold_voltage", Unit.MILLIVOLT, "part that follows V"));

  private static final NeuronDescription UNSHAPED =
      NeuronDescription.of(
              "glif_psc",
              Family.ADAPTIVE,
              "generalised leaky integrate-and-fire with alpha-shaped currents, five variants")
          .equations(
              """
              C_m dV/dt = -g (V - E_L) + sum of A_j + sum of I_k + I
              dA_j/dt   = -asc_decay_j A_j                              after_spike_currents
              I_k(t)    = sum of w e/tau_syn_k (t - t_i) exp(-(t - t_i)/tau_syn_k) at receptor k
              threshold = V_th + S + T
              dS/dt     = -th_spike_decay S                             spike_dependent_threshold
              dT/dt     = th_voltage_index (V - E_L) - th_voltage_decay T   adapting_threshold
              V > threshold: spike, then V, A_j, S and T are held for t_ref at
                A_j := asc_amps_j + asc_r_j exp(-asc_decay_j t_ref) A_j
                V   := V_reset, or if the threshold depends on spikes
                       E_L + voltage_reset_fraction (V - E_L) + voltage_reset_add
                S   := th_spike_add + exp(-th_spike_decay t_ref) S
              on a grid A_j acts on V by its mean over a step, the reset takes V of the step before,
              T does not follow synaptic currents within a step, and V is held for t_ref rounded to
              whole steps
              """)
          .source("Teeter et al. 2018, Nat Commun 9:709; NEST glif_psc")
          .parameters(
              Parameter.positive("C_m", Unit.PICOFARAD, 58.72, "membrane capacitance"),
              Parameter.positive("g", Unit.NANOSIEMENS, 9.43, "membrane conductance"),
              Parameter.any("E_L", Unit.MILLIVOLT, -78.85, "resting potential"),
              Parameter.any("V_th", Unit.MILLIVOLT, -51.68, "threshold at rest"),
              Parameter.any("V_reset", Unit.MILLIVOLT, -78.85, "potential after a spike"),
              Parameter.positive(
                  "t_ref", Unit.MILLISECOND, 3.75, "refractory time; on a grid rounded to steps"),
              Parameter.any("th_spike_add", Unit.MILLIVOLT, 0.37, "a spike raises S by this"),
              Parameter.positive("th_spike_decay", Unit.KILOHERTZ, 0.009, "rate of its decay"),
              new Parameter(
                  "voltage_reset_fraction", Unit.NONE, 0.2, 0, true, 1, "V keeps this at a spike"),
              Parameter.any("voltage_reset_add", Unit.MILLIVOLT, 18.51, "and this is added"),
              Parameter.any("th_voltage_index", Unit.KILOHERTZ, 0.005, "how fast T follows V"),
              Parameter.positive("th_voltage_decay", Unit.KILOHERTZ, 0.09, "rate of its decay"),
              Parameter.any("asc_init", Unit.PICOAMPERE, 0, "after-spike currents at the start")
                  .list(0.0, 0.0),
              Parameter.positive("asc_decay", Unit.KILOHERTZ, 0.1, "rates of their decay")
                  .list(0.003, 0.1),
              Parameter.any("asc_amps", Unit.PICOAMPERE, 0, "a spike adds these")
                  .list(-9.18, -198.94),
              new Parameter("asc_r", Unit.NONE, 1, 0, true, 1, "a spike leaves these shares")
                  .list(1.0, 1.0),
              Multisynapse.TIMES,
              Parameter.truth("spike_dependent_threshold", false, "S, and the reset that keeps"),
              Parameter.truth("after_spike_currents", false, "A_j; else there are none"),
              Parameter.truth("adapting_threshold", false, "T; else it is 0"))
          .current()
          .build();

  private final NeuronDescription description;

  /** The model as it is listed. */
  public GlifPsc() {
    NeuronDescription one = shape(Lists.lengths(UNSHAPED));
    this.description = UNSHAPED.with(UNSHAPED.parameters(), one.stateVariables(), one.receptors());
  }

  private GlifPsc(Map<String, Integer> lengths) {
    this.description = shape(lengths);
  }

  private static NeuronDescription shape(Map<String, Integer> lengths) {
    return UNSHAPED.with(
        Lists.single(UNSHAPED, lengths),
        Lists.variables(
            VARIABLES,
            lengths.get("asc_decay"),
            "ASCurrents",
            Unit.PICOAMPERE,
            "after-spike current"),
        Multisynapse.receptors(lengths.get(Multisynapse.TAU_SYN)));
  }

  @Override
  public NeuronDescription description() {
    return description;
  }

  @Override
  public NeuronModel withLists(Map<String, Integer> lengths) {
    return new GlifPsc(lengths);
  }

  @Override
  public double initialValue(int variable, ParameterSet parameters) {
    int current = variable - VARIABLES.size();
    return current >= 0 && current < parameters.list("asc_init").length
        ? parameters.list("asc_init")[current]
        : NeuronModel.super.initialValue(variable, parameters);
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    boolean spikes = parameters.is("spike_dependent_threshold");
    boolean currents = parameters.is("after_spike_currents");
    if (parameters.is("adapting_threshold") && !(spikes && currents)) {
      return Optional.of(
          "adapting_threshold goes together with spike_dependent_threshold and"
              + " after_spike_currents");
    }
    return NeuronModel.super
        .conflict(parameters)
        .or(() -> Lists.unequal(parameters, "asc_decay", "asc_init", "asc_amps", "asc_r"));
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new Formless("has alpha-shaped currents, of two state variables each");
  }

  @Override
  public Dynamics dynamics() {
    Linear between = new Linear(Glif::motion);
    return new Stepped(Glif::arrays, GlifKernel::new, between::gridOnly, between::eventKernel);
  }
}
