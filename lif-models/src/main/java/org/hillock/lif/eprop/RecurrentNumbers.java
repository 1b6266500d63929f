package org.hillock.lif.eprop;

import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.Decay;
import org.hillock.model.GridTime;
import org.hillock.model.ParameterSet;

/** What a step needs of the parameters of neurons that fire, a column each. */
final class RecurrentNumbers {

  private static final int COUNT = 14;

  private final Column[] columns;

  RecurrentNumbers(BlockParameters parameters, double step) {
    this.columns = parameters.columns(COUNT, of -> numbers(of, step));
  }

  private static double[] numbers(ParameterSet of, double step) {
    double decay = Decay.exp(-step / of.get("tau_m"));
    boolean adapts = of.names().contains("adapt_tau");
    return new double[] {
      decay,
      of.get("tau_m") / of.get("C_m") * (1 - decay),
      of.is("regular_spike_arrival") ? 1 : 1 - decay,
      of.get("E_L"),
      of.get("I_e"),
      of.get("V_th") - of.get("E_L"),
      of.get("V_min") - of.get("E_L"),
      GridTime.index(of.get("t_ref"), step),
      of.get("surrogate_gradient_height"),
      of.get("surrogate_gradient_width"),
      of.get("c_reg"),
      of.get("f_target") / 1000,
      adapts ? of.get("adapt_beta") : 0,
      adapts ? Decay.exp(-step / of.get("adapt_tau")) : 0
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

  /** V_th, relative to E_L [mV]. */
  double threshold(int neuron) {
    return columns[5].at(neuron);
  }

  /** V_min, relative to E_L [mV]. */
  double lowest(int neuron) {
    return columns[6].at(neuron);
  }

  /** t_ref [steps]. */
  double refractory(int neuron) {
    return columns[7].at(neuron);
  }

  /** Height of the surrogate gradient [1/mV]. */
  double height(int neuron) {
    return columns[8].at(neuron);
  }

  /** Its width [mV]. */
  double width(int neuron) {
    return columns[9].at(neuron);
  }

  /** c_reg. */
  double regularisation(int neuron) {
    return columns[10].at(neuron);
  }

  /** f_target [spikes/ms]. */
  double target(int neuron) {
    return columns[11].at(neuron);
  }

  /** adapt_beta [mV]; 0 without adaptation. */
  double adaptation(int neuron) {
    return columns[12].at(neuron);
  }

  /** What is left of the adaptation after a step. */
  double adaptationDecay(int neuron) {
    return columns[13].at(neuron);
  }
}
