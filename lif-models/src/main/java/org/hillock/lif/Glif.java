package org.hillock.lif;

import org.hillock.model.ParameterSet;
import org.hillock.model.linear.LinearDynamics;

/**
 * The equations of {@link GlifPsc} and how its states are numbered: V, then the synaptic currents
 * with their rises, the after-spike currents, and the parts of the threshold.
 *
 * @param receptors how many
 * @param currents how many are left by spikes
 */
record Glif(int receptors, int currents) {

  static Glif of(ParameterSet parameters) {
    return new Glif(
        parameters.list(Multisynapse.TAU_SYN).length, parameters.list("asc_decay").length);
  }

  /** Place of a synaptic current. */
  static int synaptic(int receptor) {
    return 1 + 2 * receptor;
  }

  /** Place of its rise. */
  static int rise(int receptor) {
    return 2 + 2 * receptor;
  }

  /** Place of an after-spike current. */
  int afterSpike(int current) {
    return 1 + 2 * receptors + current;
  }

  /** Place of the part of the threshold that spikes raise. */
  int ofSpikes() {
    return afterSpike(currents);
  }

  /** Place of the part that follows V. */
  int ofVoltage() {
    return ofSpikes() + 1;
  }

  /** On a grid, place of the sum of after-spike currents that acted in the step. */
  int meanAfterSpike() {
    return ofVoltage() + 1;
  }

  /** On a grid, place of the sum of synaptic currents that acted in the step. */
  int sumSynaptic() {
    return meanAfterSpike() + 1;
  }

  /** How many numbers of state a neuron has on a grid. */
  static int arrays(ParameterSet parameters) {
    return of(parameters).sumSynaptic() + 1;
  }

  /** Between events. */
  static LinearDynamics motion(ParameterSet of) {
    Glif places = of(of);
    double resting = of.get("E_L");
    double refractory = of.get("t_ref");
    boolean keeps = of.is("spike_dependent_threshold");
    LinearDynamics.Builder neuron =
        LinearDynamics.membrane(of.get("C_m") / of.get("g"), of.get("C_m"), resting)
            .threshold(of.get("V_th") - resting)
            .keepAndHold(
                keeps ? of.get("voltage_reset_fraction") : 0,
                keeps ? of.get("voltage_reset_add") : of.get("V_reset") - resting,
                refractory);
    int[] synaptic = Multisynapse.alpha(neuron, of);
    int[] afterSpike = afterSpike(neuron, of);
    int ofSpikes = neuron.state(1 / of.get("th_spike_decay"));
    int ofVoltage = neuron.state(1 / of.get("th_voltage_decay"));
    neuron
        .raiseThreshold(ofSpikes)
        .raiseThreshold(ofVoltage)
        .couple(
            ofVoltage,
            LinearDynamics.V,
            of.is("adapting_threshold") ? of.get("th_voltage_index") : 0)
        .keepAtSpike(
            ofSpikes,
            keeps ? StrictMath.exp(-of.get("th_spike_decay") * refractory) : 1,
            keeps ? of.get("th_spike_add") : 0)
        .freeze(ofSpikes)
        .freeze(ofVoltage)
        .showSum(0, of.is("after_spike_currents") ? afterSpike : new int[0])
        .showSum(0, synaptic)
        .showSum(of.get("V_th"), ofSpikes, ofVoltage)
        .show(0, ofSpikes)
        .show(0, ofVoltage);
    for (int j = 0; j < places.currents; j++) {
      neuron.show(0, afterSpike[j]);
    }
    return neuron.build();
  }

  private static int[] afterSpike(LinearDynamics.Builder neuron, ParameterSet of) {
    double[] decay = of.list("asc_decay");
    double[] add = of.list("asc_amps");
    double[] share = of.list("asc_r");
    boolean some = of.is("after_spike_currents");
    int[] states = new int[decay.length];
    for (int j = 0; j < states.length; j++) {
      states[j] = neuron.state(1 / decay[j]);
      neuron
          .couple(LinearDynamics.V, states[j], some ? 1 / of.get("C_m") : 0)
          .keepAtSpike(
              states[j],
              some ? share[j] * StrictMath.exp(-decay[j] * of.get("t_ref")) : 1,
              some ? add[j] : 0)
          .freeze(states[j]);
    }
    return states;
  }
}
