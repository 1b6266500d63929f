package org.hillock.loihi.validate;

import java.util.ArrayList;
import java.util.List;
import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.read.MappingFile;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.AdaptiveThresholdNeuron;

/**
 * A membrane that is not reset, counted from E_L, with a threshold of two parts. Besides those of
 * the membrane,
 *
 * <pre>
 *   decay_k 2^-decayShift_k    1 - e^(-h/tau_k)               1/2 of a mantissa of 16 bits
 *   step_k                     s alpha_k                      1/2
 *   theta_k                    s V_th_alpha_k at the start    1/2, or the largest state
 * </pre>
 *
 * @param membrane with E_L for a reset
 * @param parts of the threshold
 * @param start of each part [mV]
 */
record ExpectedThreshold(
    ExpectedMembrane membrane, List<AdaptiveThresholdNeuron.Part> parts, List<Double> start)
    implements ExpectedNeuron {

  static ExpectedThreshold of(
      AdaptiveThresholdNeuron unit, NeuronValues values, int neuron, double current) {
    List<Double> start = new ArrayList<>();
    for (int k = 0; k < unit.parts().size(); k++) {
      start.add(values.initial(AdaptiveThresholdNeuron.part(k), neuron, 0));
    }
    return new ExpectedThreshold(
        ExpectedMembrane.of(unit.membrane(), values, neuron, current),
        unit.parts(),
        List.copyOf(start));
  }

  @Override
  public Programme programme() {
    return Programme.ADAPTIVE_THRESHOLD;
  }

  @Override
  public double excitatoryGain(MappingFile file) {
    return membrane.excitatoryGain(file);
  }

  @Override
  public double inhibitoryGain(MappingFile file) {
    return membrane.inhibitoryGain(file);
  }

  @Override
  public void check(NeuronFields fields) {
    membrane.check(fields);
    List<Integer> state = fields.compartment().state();
    for (int k = 0; k < state.size(); k++) {
      boolean there = k < parts.size();
      String number = Integer.toString(k + 1);
      double decay = there ? fields.decay(parts.get(k).tau(), 1) : 0;
      fields.factor("decay" + number, decay, "decayShift" + number);
      double step = there ? parts.get(k).step() : 0;
      fields.state("step" + number, step, fields.profile().constant("step" + number));
      fields.state("theta" + number, there ? start.get(k) : 0, state.get(k));
    }
  }
}
