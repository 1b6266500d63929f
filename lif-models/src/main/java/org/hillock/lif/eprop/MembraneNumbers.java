package org.hillock.lif.eprop;

import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.Decay;
import org.hillock.model.ParameterSet;

/** What a step needs of the parameters of a membrane, a column each. */
class MembraneNumbers {

  private static final int COUNT = 6;

  private final Column[] columns;

  MembraneNumbers(BlockParameters parameters, double step) {
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

  /**
   * V after a step, relative to E_L [mV]. As in NEST, the constant current flows from the second
   * step on.
   *
   * @param v before, relative to E_L [mV]
   * @param current that is injected [pA]
   * @param arrived weights of the spikes of the step
   */
  final double moved(int neuron, double v, double current, double arrived, long step) {
    double drive = current + (step > 1 ? constant(neuron) : 0);
    return resistance(neuron) * drive + jump(neuron) * arrived + decay(neuron) * v;
  }

  /** What is left of V after a step. */
  final double decay(int neuron) {
    return columns[0].at(neuron);
  }

  /** What a current adds to V in a step [mV/pA]. */
  final double resistance(int neuron) {
    return columns[1].at(neuron);
  }

  /** What a spike adds to V, relative to its weight. */
  final double jump(int neuron) {
    return columns[2].at(neuron);
  }

  /** E_L [mV]. */
  final double resting(int neuron) {
    return columns[3].at(neuron);
  }

  /** I_e [pA]. */
  final double constant(int neuron) {
    return columns[4].at(neuron);
  }

  /** V_min, relative to E_L [mV]. */
  final double lowest(int neuron) {
    return columns[5].at(neuron);
  }
}
