package org.hillock.lif;

import java.util.List;
import java.util.Map;
import org.hillock.model.NeuronDescription;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Receptor;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.linear.LinearDynamics;

/** What the neurons share that have a synaptic current for each value of the list tau_syn. */
final class Multisynapse {

  /** The list that makes the receptors. */
  static final String TAU_SYN = "tau_syn";

  /** Time constants, one a receptor. */
  static final Parameter TIMES =
      Parameter.positive(
              TAU_SYN, Unit.MILLISECOND, 2, "time constant of the currents, one for each receptor")
          .list(2.0);

  /** The sum of the currents of all receptors. */
  static final StateVariable I_SYN =
      StateVariable.derived("I_syn", Unit.PICOAMPERE, "synaptic current of all receptors");

  private Multisynapse() {}

  /** A model whose variables end with one current a receptor. */
  static NeuronDescription shape(
      NeuronDescription model, List<StateVariable> variables, Map<String, Integer> lengths) {
    int receptors = lengths.get(TAU_SYN);
    return model.with(
        Lists.single(model, lengths),
        Lists.variables(
            variables, receptors, "I_syn", Unit.PICOAMPERE, "synaptic current of receptor"),
        receptors(receptors));
  }

  /** The same as it is listed: with lists, and the variables and receptors of their defaults. */
  static NeuronDescription listed(NeuronDescription model, List<StateVariable> variables) {
    NeuronDescription one = shape(model, variables, Lists.lengths(model));
    return model.with(model.parameters(), one.stateVariables(), one.receptors());
  }

  /** Receptors for currents. */
  static List<Receptor> receptors(int count) {
    return Lists.receptors(count, Unit.PICOAMPERE, "current with time constant");
  }

  /** Adds exponentially decaying currents, and returns their states. */
  static int[] exponential(LinearDynamics.Builder neuron, ParameterSet parameters) {
    double[] tau = parameters.list(TAU_SYN);
    int[] currents = new int[tau.length];
    for (int i = 0; i < tau.length; i++) {
      currents[i] = neuron.exponentialCurrent(i, tau[i]);
    }
    return currents;
  }

  /** Adds alpha-shaped currents, and returns their states. */
  static int[] alpha(LinearDynamics.Builder neuron, ParameterSet parameters) {
    double[] tau = parameters.list(TAU_SYN);
    int[] currents = new int[tau.length];
    for (int i = 0; i < tau.length; i++) {
      currents[i] = neuron.alphaCurrent(i, tau[i]);
    }
    return currents;
  }

  /** Shows the sum of currents, and each. */
  static LinearDynamics.Builder show(LinearDynamics.Builder neuron, int[] currents) {
    neuron.showSum(0, currents);
    for (int current : currents) {
      neuron.show(0, current);
    }
    return neuron;
  }
}
