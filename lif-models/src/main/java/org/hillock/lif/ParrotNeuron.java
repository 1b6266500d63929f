package org.hillock.lif;

import java.util.List;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;

/**
 * Fires once in every step in which spikes of positive total weight arrive. Unlike NEST's {@code
 * parrot_neuron} it does not repeat several spikes of one step.
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
  public NeuronKernel kernel(ParameterSet parameters, double step) {
    return new Repeater();
  }

  private record Repeater() implements Kernel {

    @Override
    public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
      double[] input = block.input(0);
      int offset = block.inputOffset();
      for (int i = from; i < to; i++) {
        if (input[offset + i] > 0) {
          spikes.fire(i);
        }
      }
    }
  }
}
