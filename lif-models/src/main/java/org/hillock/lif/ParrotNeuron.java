package org.hillock.lif;

import java.util.List;
import org.hillock.model.EventKernel;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;

/**
 * Fires once in every step in which spikes of positive total weight arrive. Unlike NEST's {@code
 * parrot_neuron} it does not repeat several spikes of one step. So it is a {@link ThresholdUnit}
 * with a theta of 0, whose weights have any unit.
 */
public final class ParrotNeuron extends Sender {

  @Override
  public String name() {
    return "parrot_neuron";
  }

  @Override
  public String description() {
    return "repeats the spikes that it receives";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public int receptors() {
    return 1;
  }

  @Override
  public EventKernel eventKernel(ParameterSet parameters) {
    return new ThresholdUnit.Coincidence(0);
  }

  @Override
  public NeuronKernel kernel(ParameterSet parameters, double step) {
    return new ThresholdUnit.Comparison(0);
  }
}
