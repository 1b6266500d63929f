package org.hillock.loihi.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.loihi.chip.ChipForm;
import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.emulate.Emulation;
import org.hillock.model.form.AdaptiveThresholdNeuron;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.IzhikevichNeuron;
import org.hillock.model.form.NeuronForm;

/** What of a neuron of the chip can be recorded, under the names of its model, in mV. */
final class ChipVariables {

  /**
   * A variable: registers of the chip, and what they count from.
   *
   * @param raw what a neuron of the image has, in units of v
   * @param zero what 0 of it stands for in a neuron [mV]
   */
  record Variable(Raw raw, Zero zero) {}

  /** What a neuron has now. */
  interface Raw {
    long of(Emulation emulation, int neuron);
  }

  /** What 0 stands for. */
  interface Zero {
    double of(NeuronForm form);
  }

  private ChipVariables() {}

  /** Those of neurons of a form. */
  static Map<String, Variable> of(ChipForm form) {
    Map<String, Variable> variables = new LinkedHashMap<>();
    switch (form) {
      case LIF_JUMPS, LIF_CURRENTS ->
          variables.put(
              IntegrateAndFire.POTENTIAL,
              new Variable(Emulation::v, one -> ((IntegrateAndFire) one).reset()));
      case ADAPTIVE_THRESHOLD -> {
        variables.put(
            IntegrateAndFire.POTENTIAL,
            new Variable(Emulation::v, one -> ((AdaptiveThresholdNeuron) one).rest()));
        variables.put(
            AdaptiveThresholdNeuron.THRESHOLD,
            new Variable(
                ChipVariables::raised, one -> ((AdaptiveThresholdNeuron) one).threshold()));
        for (int k = 0; k < Programme.ADAPTIVE_THRESHOLD.states().size(); k++) {
          int part = k;
          variables.put(
              AdaptiveThresholdNeuron.part(k),
              new Variable((emulation, neuron) -> emulation.state(neuron, part), one -> 0));
        }
      }
      case IZHIKEVICH -> {
        variables.put(
            IntegrateAndFire.POTENTIAL, new Variable(Emulation::v, one -> IzhikevichNeuron.VERTEX));
        variables.put(
            IzhikevichNeuron.RECOVERY,
            new Variable(
                (emulation, neuron) -> emulation.state(neuron, 0),
                one -> IzhikevichNeuron.VERTEX * ((IzhikevichNeuron) one).b()));
      }
    }
    return variables;
  }

  private static long raised(Emulation emulation, int neuron) {
    long sum = 0;
    for (int k = 0; k < Programme.ADAPTIVE_THRESHOLD.states().size(); k++) {
      sum += emulation.state(neuron, k);
    }
    return sum;
  }
}
