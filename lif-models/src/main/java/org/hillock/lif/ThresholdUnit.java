package org.hillock.lif;

import java.util.Map;
import java.util.Optional;
import org.hillock.model.Column;
import org.hillock.model.Dynamics;
import org.hillock.model.EventBlock;
import org.hillock.model.InputList;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.SpikeTimes;
import org.hillock.model.Stepped;
import org.hillock.model.Unit;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.Threshold;

/**
 * Unit without memory (McCulloch and Pitts 1943, Bull Math Biophys 5:115): fires once in every step
 * in which the weights of the spikes that arrive add up to more than theta. With theta below 0 it
 * fires in steps without input too.
 */
public final class ThresholdUnit implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      Sender.description(
              "threshold_unit",
              "fires if the weights of the spikes of one step add up to more than theta")
          .equations("sum of the weights of a step > theta: spike")
          .source("McCulloch and Pitts 1943, Bull Math Biophys 5:115")
          .parameters(
              Parameter.any("theta", Unit.NONE, 0, "fires if the sum of weights exceeds it"))
          .receptors(Sender.INPUT)
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return new Stepped(
        parameters -> 0,
        (parameters, step) -> new Comparison(parameters.column(set -> set.get("theta"))),
        parameters ->
            parameters.get("theta") < 0
                ? Optional.of("with theta below 0 fires in every step, and here there are none")
                : Optional.empty(),
        parameters -> new Coincidence(parameters.get("theta")));
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new Threshold(parameters.get("theta"));
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    return form instanceof Threshold unit
        ? Optional.of(Map.of("theta", unit.theta()))
        : Optional.empty();
  }

  private record Comparison(Column theta) implements Sender.Kernel {

    @Override
    public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
      double[] input = block.input(0);
      int offset = block.inputOffset();
      for (int i = from; i < to; i++) {
        if (input[offset + i] > theta.at(i)) {
          spikes.fire(i);
        }
      }
    }
  }

  /** In continuous time only spikes of the very same moment add up. */
  private record Coincidence(double theta) implements Sender.Events {

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
        if (sum > theta) {
          spikes.fire(time);
        }
      }
      return Double.POSITIVE_INFINITY;
    }
  }
}
