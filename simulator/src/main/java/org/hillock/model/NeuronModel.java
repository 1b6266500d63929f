package org.hillock.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.model.form.Formless;
import org.hillock.model.form.NeuronForm;

/**
 * A kind of neuron: what it is called and has, and how it moves.
 *
 * <p>Implementations are found through {@link java.util.ServiceLoader}; see {@link Models}. They
 * are immutable.
 */
public interface NeuronModel {

  /** Name, parameters, state variables, receptors. */
  NeuronDescription description();

  /** How the neurons move, on a grid and in continuous time. */
  Dynamics dynamics();

  /**
   * What is wrong with a combination of parameters that are fine one by one, if anything: a V_reset
   * that is not below V_th, where a model has both.
   */
  default Optional<String> conflict(ParameterSet parameters) {
    if (!parameters.names().contains("V_reset") || !parameters.names().contains("V_th")) {
      return Optional.empty();
    }
    double reset = parameters.get("V_reset");
    double threshold = parameters.get("V_th");
    return reset < threshold
        ? Optional.empty()
        : Optional.of("V_reset, " + reset + " mV, is not below V_th, " + threshold + " mV");
  }

  /**
   * The initial value of a state variable where the network gives none: the resting potential E_L
   * for V_m, where a model has both, else 0.
   *
   * @param variable place among the state variables
   * @param parameters checked values
   */
  default double initialValue(int variable, ParameterSet parameters) {
    boolean membrane = stateVariables().get(variable).name().equals("V_m");
    return membrane && parameters.names().contains("E_L") ? parameters.get("E_L") : 0;
  }

  /**
   * The model as a population has it whose parameters are lists of these lengths: one more receptor
   * for each more time constant, for example. Parameters that are lists have become single ones,
   * named as {@link Parameter#element} says.
   *
   * @param lengths for each parameter that {@link Parameter#isList}
   */
  default NeuronModel withLists(Map<String, Integer> lengths) {
    return this;
  }

  /**
   * What a neuron with these parameters is in physical quantities, for chips and for formats in
   * which networks are exchanged. Whether it is a source of spikes, a relay or neither is the same
   * for all parameters of a model.
   *
   * @param parameters checked values
   */
  default NeuronForm form(ParameterSet parameters) {
    return new Formless("has no form that chips and other formats know");
  }

  /**
   * The reverse of {@link #form}: parameters with which a neuron of this model is of a form; those
   * that are left out have their defaults. Empty if the model is not of this form.
   */
  default Optional<Map<String, Double>> taking(NeuronForm form) {
    return Optional.empty();
  }

  /** The field's name, such as {@code iaf_psc_exp}. */
  default String name() {
    return description().name();
  }

  /** All parameters, in the order in which they are listed to people. */
  default List<Parameter> parameters() {
    return description().parameters();
  }

  /** Variables that can be recorded, in the order of {@link NeuronKernel#read}. */
  default List<StateVariable> stateVariables() {
    return description().stateVariables();
  }

  /** Whether rules that descend a gradient can change synapses onto neurons of this model. */
  default boolean hasGradient() {
    return false;
  }

  /**
   * The state variable that each neuron must hear of the others by projections that carry it, for a
   * loss that goes by all of them: a softmax, for example. Empty for most.
   *
   * @param parameters checked values
   */
  default Optional<String> needsOfOthers(ParameterSet parameters) {
    return Optional.empty();
  }

  /**
   * How often a sender fires in one step of time at most; neurons with a membrane fire once.
   *
   * @param parameters checked values
   * @param step the longest step [ms]
   * @return a bound that is practically never exceeded; infinity if there is none
   */
  default double mostSpikes(ParameterSet parameters, double step) {
    return Double.POSITIVE_INFINITY;
  }
}
