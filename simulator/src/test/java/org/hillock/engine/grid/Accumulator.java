package org.hillock.engine.grid;

import java.util.List;
import java.util.Optional;
import org.hillock.model.EventKernel;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;

/**
 * The simplest neuron there is, to test the engine with: it adds up its input and fires, back at 0,
 * when the sum reaches a threshold. The current is added as it is in every step.
 */
public final class Accumulator implements NeuronModel {

  @Override
  public String name() {
    return "accumulator";
  }

  @Override
  public String description() {
    return "adds up its input";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.positive("threshold", Unit.NONE, 1, "fires at or above it"));
  }

  @Override
  public List<StateVariable> stateVariables() {
    return List.of(
        new StateVariable("sum", Unit.NONE, "sum of input"),
        new StateVariable("arrived", Unit.NONE, "input of the last step"));
  }

  @Override
  public Unit weightUnit() {
    return Unit.NONE;
  }

  @Override
  public int receptors() {
    return 2;
  }

  @Override
  public int receptorOf(double weight) {
    return weight < 0 ? 1 : 0;
  }

  @Override
  public double initialValue(int variable, ParameterSet parameters) {
    return 0;
  }

  @Override
  public NeuronKernel kernel(ParameterSet parameters, double step) {
    double threshold = parameters.get("threshold");
    return new NeuronKernel() {
      @Override
      public void update(NeuronBlock block, int from, int to, long now, SpikeSink spikes) {
        for (int i = from; i < to; i++) {
          int at = block.inputOffset() + i;
          double[] current = block.current();
          double arrived =
              block.input(0)[at] + block.input(1)[at] + (current == null ? 0 : current[i]);
          block.state(1)[i] = arrived;
          block.state(0)[i] += arrived;
          if (block.state(0)[i] >= threshold) {
            block.state(0)[i] = 0;
            spikes.fire(i);
          }
        }
      }

      @Override
      public double read(NeuronBlock block, int variable, int neuron) {
        return block.state(variable)[neuron];
      }

      @Override
      public void write(NeuronBlock block, int variable, int neuron, double value) {
        block.state(variable)[neuron] = value;
      }
    };
  }

  @Override
  public Optional<String> gridOnly(ParameterSet parameters) {
    return Optional.empty();
  }

  @Override
  public EventKernel eventKernel(ParameterSet parameters) {
    return new AccumulatorEvents(parameters.get("threshold"));
  }

  @Override
  public int stateArrays() {
    return 2;
  }
}
