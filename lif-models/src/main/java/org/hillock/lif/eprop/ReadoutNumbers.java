package org.hillock.lif.eprop;

import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.Decay;
import org.hillock.model.ParameterSet;

/** What a step needs of the parameters of readouts, a column each. */
final class ReadoutNumbers {

  private static final int COUNT = 6;

  private final Column[] columns;

  ReadoutNumbers(BlockParameters parameters, double step) {
    this.columns = parameters.columns(COUNT, of -> numbers(of, step));
  }

  private static double[] numbers(ParameterSet of, double step) {
    double decay = Decay.exp(-step / of.get("tau_m"));
    return new double[] {
      decay,
      of.get("tau_m") / of.get("C_m") * (1 - decay),
      of.is("regular_spike_arrival") ? 1 : 1 - decay,
      of.get("E_L"),
      of.get("I_e"),
      of.get("V_min") - of.get("E_L")
    };
  }

  /** What is left of V after a step. */
  double decay(int neuron) {
    return columns[0].at(neuron);
  }

  /** What a current adds to V in a step [mV/pA]. */
  double resistance(int neuron) {
    return columns[1].at(neuron);
  }

  /** What a spike adds to V, relative to its weight. */
  double jump(int neuron) {
    return columns[2].at(neuron);
  }

  /** E_L [mV]. */
  double resting(int neuron) {
    return columns[3].at(neuron);
  }

  /** I_e [pA]. */
  double constant(int neuron) {
    return columns[4].at(neuron);
  }

  /** V_min, relative to E_L [mV]. */
  double lowest(int neuron) {
    return columns[5].at(neuron);
  }
}
