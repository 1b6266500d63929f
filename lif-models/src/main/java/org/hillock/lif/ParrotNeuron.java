package org.hillock.lif;

import java.util.Map;
import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.EventBlock;
import org.hillock.model.InputList;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.SpikeTimes;
import org.hillock.model.Stepped;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.Relay;

/**
 * Repeats every spike that reaches it, whatever the weight of its synapse: several in one step as
 * several. NEST's {@code parrot_neuron}.
 */
public final class ParrotNeuron implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      Sender.description(
              "parrot_neuron", "repeats the spikes that it receives, whatever their weights")
          .equations("a spike arrives: spike")
          .source("NEST parrot_neuron")
          .receptors(Sender.INPUT)
          .countsSpikes()
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return Stepped.everywhere(0, (parameters, step) -> new Count(), set -> new Repetition());
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new Relay();
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    return form instanceof Relay ? Optional.of(Map.of()) : Optional.empty();
  }

  private record Count() implements Sender.Kernel {

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

  private record Repetition() implements Sender.Events {

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
