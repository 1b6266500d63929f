package org.hillock.lif.eprop;

import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.Decay;
import org.hillock.model.GridTime;
import org.hillock.model.ParameterSet;

/**
 * What a step needs of the parameters of neurons that fire besides those of the membrane, a column
 * each.
 */
final class RecurrentNumbers extends MembraneNumbers {

  private static final int COUNT = 8;

  private final Column[] columns;

  RecurrentNumbers(BlockParameters parameters, double step) {
    super(parameters, step);
    this.columns = parameters.columns(COUNT, of -> numbers(of, step));
  }

  private static double[] numbers(ParameterSet of, double step) {
    boolean adapts = of.names().contains("adapt_tau");
    return new double[] {
      of.get("V_th") - of.get("E_L"),
      GridTime.index(of.get("t_ref"), step),
      of.get("surrogate_gradient_height"),
      of.get("surrogate_gradient_width"),
      of.get("c_reg"),
      of.get("f_target") / 1000,
      adapts ? of.get("adapt_beta") : 0,
      adapts ? Decay.exp(-step / of.get("adapt_tau")) : 0
    };
  }

  /** V_th, relative to E_L [mV]. */
  double threshold(int neuron) {
    return columns[0].at(neuron);
  }

  /** t_ref [steps]. */
  double refractory(int neuron) {
    return columns[1].at(neuron);
  }

  /** Height of the surrogate gradient [1/mV]. */
  double height(int neuron) {
    return columns[2].at(neuron);
  }

  /** Its width [mV]. */
  double width(int neuron) {
    return columns[3].at(neuron);
  }

  /** c_reg. */
  double regularisation(int neuron) {
    return columns[4].at(neuron);
  }

  /** f_target [spikes/ms]. */
  double target(int neuron) {
    return columns[5].at(neuron);
  }

  /** adapt_beta [mV]; 0 without adaptation. */
  double adaptation(int neuron) {
    return columns[6].at(neuron);
  }

  /** What is left of the adaptation after a step. */
  double adaptationDecay(int neuron) {
    return columns[7].at(neuron);
  }
}
