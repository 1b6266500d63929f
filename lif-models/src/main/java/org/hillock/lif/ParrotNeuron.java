package org.hillock.lif;

import java.util.List;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.InputList;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.SpikeTimes;

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
  public EventKernel eventKernel(ParameterSet parameters) {
    return new Echo();
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

  /** In continuous time: fires with every spike, and once with several at one moment. */
  private static final class Echo implements Events {

    @Override
    public int stateSize() {
      return 0;
    }

    @Override
    public double advance(
        EventBlock block, int neuron, InputList inputs, int from, double until, SpikeTimes spikes) {
      for (int i = from; i < inputs.size(); ) {
        double time = inputs.times()[i];
        double sum = 0;
        while (i < inputs.size() && inputs.times()[i] == time) {
          sum += inputs.weights()[i++];
        }
        if (sum > 0) {
          spikes.fire(time);
        }
      }
      return Double.POSITIVE_INFINITY;
    }
  }
}
