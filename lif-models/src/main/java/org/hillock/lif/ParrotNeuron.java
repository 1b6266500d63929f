package org.hillock.lif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.InputList;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.SpikeTimes;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.Relay;

/**
 * Repeats every spike that reaches it, whatever the weight of its synapse: several in one step as
 * several. NEST's {@code parrot_neuron}.
 */
public final class ParrotNeuron extends Sender {

  @Override
  public String name() {
    return "parrot_neuron";
  }

  @Override
  public String description() {
    return "repeats the spikes that it receives, whatever their weights";
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
  public boolean countsSpikes() {
    return true;
  }

  @Override
  public EventKernel eventKernel(ParameterSet parameters) {
    return new Repetition();
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new Relay();
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    return form instanceof Relay ? Optional.of(Map.of()) : Optional.empty();
  }

  @Override
  public NeuronKernel kernel(ParameterSet parameters, double step) {
    return new Count();
  }

  private record Count() implements Kernel {

    @Override
    public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
      double[] input = block.input(0);
      int offset = block.inputOffset();
      for (int i = from; i < to; i++) {
        for (double left = input[offset + i]; left > 0; left--) {
          spikes.fire(i);
        }
      }
    }
  }

  private record Repetition() implements Events {

    @Override
    public int stateSize() {
      return 0;
    }

    @Override
    public double advance(
        EventBlock block, int neuron, InputList inputs, int from, double until, SpikeTimes spikes) {
      for (int i = from; i < inputs.size(); i++) {
        spikes.fire(inputs.times()[i]);
      }
      return Double.POSITIVE_INFINITY;
    }
  }
}
