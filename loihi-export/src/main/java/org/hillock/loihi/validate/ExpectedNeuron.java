package org.hillock.loihi.validate;

import org.hillock.model.NeuronValues;
import org.hillock.model.ParameterSet;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;

/**
 * A neuron as the network has it, counted from V_reset, where v is 0 on the chip.
 *
 * @param tauM membrane time constant [ms]
 * @param capacitance [pF]
 * @param threshold V_th above V_reset [mV]
 * @param refractory t_ref [ms]
 * @param asymptote where V goes without spikes, E_L + tau_m/C_m (I_e + constant inputs), above
 *     V_reset [mV]
 * @param tauExcitatory decay time of excitatory currents [ms]; 0 where spikes are jumps of V
 * @param tauInhibitory decay time of inhibitory currents [ms]; 0 where spikes are jumps of V
 * @param startV V_m at the start, above V_reset [mV]
 * @param startExcitatory excitatory current at the start [pA]
 * @param startInhibitory inhibitory current at the start [pA]
 */
record ExpectedNeuron(
    double tauM,
    double capacitance,
    double threshold,
    double refractory,
    double asymptote,
    double tauExcitatory,
    double tauInhibitory,
    double startV,
    double startExcitatory,
    double startInhibitory) {

  /**
   * Draws a neuron of a population as the simulator does.
   *
   * @param current constant current from inputs [pA]
   */
  static ExpectedNeuron of(NeuronValues values, int neuron, double current) {
    ParameterSet parameters = values.parameters(neuron);
    boolean currents = parameters.names().contains("tau_syn_ex");
    double reset = parameters.get("V_reset");
    double rest = parameters.get("E_L");
    double tauM = parameters.get("tau_m");
    double capacitance = parameters.get("C_m");
    return new ExpectedNeuron(
        tauM,
        capacitance,
        parameters.get("V_th") - reset,
        parameters.get("t_ref"),
        rest - reset + tauM / capacitance * (parameters.get("I_e") + current),
        currents ? parameters.get("tau_syn_ex") : 0,
        currents ? parameters.get("tau_syn_in") : 0,
        values.initial("V_m", neuron, rest) - reset,
        currents ? values.initial("I_syn_ex", neuron, 0) : 0,
        currents ? values.initial("I_syn_in", neuron, 0) : 0);
  }

  /** Constant current from inputs into each neuron of a population [pA]. */
  static double[] constantCurrent(Network network, Population population) {
    double[] current = new double[population.size()];
    for (Input input : network.inputs()) {
      for (NeuronRange range : input.targets()) {
        for (int i = range.from();
            range.population().equals(population.name()) && i < range.to();
            i++) {
          current[i] += input.firstCurrent();
        }
      }
    }
    return current;
  }

  /** Whether spikes are currents, and not jumps of V. */
  boolean hasCurrents() {
    return tauExcitatory > 0;
  }
}
