package org.hillock.loihi.validate;

import org.hillock.model.NeuronValues;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
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
   * @throws InvalidNetworkException if it is no neuron that has a compartment
   */
  static ExpectedNeuron of(Population population, NeuronValues values, int neuron, double current) {
    if (!(values.form(neuron) instanceof IntegrateAndFire unit)) {
      throw new InvalidNetworkException(
          "neurons." + population.name() + ".model",
          population.model(),
          "a model of integrate-and-fire neurons on the chip");
    }
    double excitatory = 0;
    double inhibitory = 0;
    double startExcitatory = 0;
    double startInhibitory = 0;
    if (unit.arrival() instanceof IntegrateAndFire.Currents currents) {
      excitatory = currents.tauExcitatory();
      inhibitory = currents.tauInhibitory();
      startExcitatory = values.initial(IntegrateAndFire.Currents.EXCITATORY, neuron, 0);
      startInhibitory = values.initial(IntegrateAndFire.Currents.INHIBITORY, neuron, 0);
    }
    return new ExpectedNeuron(
        unit.tauM(),
        unit.capacitance(),
        unit.threshold() - unit.reset(),
        unit.refractory(),
        unit.rest() - unit.reset() + unit.tauM() / unit.capacitance() * (unit.current() + current),
        excitatory,
        inhibitory,
        values.initial(IntegrateAndFire.POTENTIAL, neuron, unit.rest()) - unit.reset(),
        startExcitatory,
        startInhibitory);
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
