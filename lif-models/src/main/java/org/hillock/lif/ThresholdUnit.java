package org.hillock.lif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.InputList;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.SpikeTimes;
import org.hillock.model.Unit;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.Threshold;

/**
 * Unit without memory (McCulloch and Pitts 1943, Bull Math Biophys 5:115): fires once in every step
 * in which the weights of the spikes that arrive add up to more than theta. With theta below 0 it
 * fires in steps without input too.
 */
public final class ThresholdUnit extends Sender {

  private static final List<Parameter> PARAMETERS =
      List.of(Parameter.any("theta", Unit.NONE, 0, "fires if the sum of weights exceeds it"));

  @Override
  public String name() {
    return "threshold_unit";
  }

  @Override
  public String description() {
    return "fires if the weights of the spikes of one step add up to more than theta";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public int receptors() {
    return 1;
  }

  @Override
  public Optional<String> gridOnly(ParameterSet parameters) {
    return parameters.get("theta") < 0
        ? Optional.of("with theta below 0 fires in every step, and here there are none")
        : Optional.empty();
  }

  @Override
  public EventKernel eventKernel(ParameterSet parameters) {
    return new Coincidence(parameters.get("theta"));
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

  @Override
  public NeuronKernel kernel(ParameterSet parameters, double step) {
    return new Comparison(Column.of(1, neuron -> parameters.get("theta")));
  }

  @Override
  public Optional<NeuronKernel> kernelOfEach(
      int size, IntFunction<ParameterSet> parameters, double step) {
    return Optional.of(
        new Comparison(Column.of(size, neuron -> parameters.apply(neuron).get("theta"))));
  }

  private record Comparison(Column theta) implements Kernel {

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
  private record Coincidence(double theta) implements Events {

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
