package org.hillock.loihi.validate;

import org.hillock.loihi.chip.ChipForm;
import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.read.MappingFile;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.AdaptiveThresholdNeuron;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.IzhikevichNeuron;
import org.hillock.model.form.NeuronForm;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;

/** A neuron as the network has it, and what that asks of the fields of its compartment. */
interface ExpectedNeuron {

  /** What the compartment should do. */
  Programme programme();

  /** Sum of the membrane potential over sum of v, for one unit of a weight of 0 and above. */
  double excitatoryGain(MappingFile file);

  /** The same for a weight below 0. */
  double inhibitoryGain(MappingFile file);

  /** Complains of each field that rounding cannot explain. */
  void check(NeuronFields fields);

  /**
   * Draws a neuron of a population as the simulator does.
   *
   * @param current constant current from inputs [pA]
   * @throws InvalidNetworkException if it is no neuron that has a compartment
   */
  static ExpectedNeuron of(Population population, NeuronValues values, int neuron, double current) {
    NeuronForm form = values.form(neuron);
    ChipForm kind =
        ChipForm.of(form)
            .orElseThrow(
                () ->
                    new InvalidNetworkException(
                        "neurons." + population.name() + ".model",
                        population.model(),
                        "a model whose neurons are compartments of the chip"));
    return switch (kind) {
      case LIF_JUMPS, LIF_CURRENTS ->
          ExpectedMembrane.of((IntegrateAndFire) form, values, neuron, current);
      case ADAPTIVE_THRESHOLD ->
          ExpectedThreshold.of((AdaptiveThresholdNeuron) form, values, neuron, current);
      case IZHIKEVICH -> ExpectedQuadratic.of((IzhikevichNeuron) form, values, neuron, current);
    };
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
}
