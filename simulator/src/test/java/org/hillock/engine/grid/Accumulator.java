package org.hillock.engine.grid;

import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.Receptor;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateVariable;
import org.hillock.model.Stepped;
import org.hillock.model.Unit;

/**
 * The simplest neuron there is, to test the engine with: it adds up its input and fires, back at 0,
 * when the sum reaches a threshold. The current is added as it is in every step.
 */
public final class Accumulator implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of("accumulator", Family.CURRENT_BASED, "adds up its input")
          .parameters(Parameter.positive("threshold", Unit.NONE, 1, "fires at or above it"))
          .variables(
              new StateVariable("sum", Unit.NONE, "sum of input"),
              new StateVariable("arrived", Unit.NONE, "input of the last step"))
          .receptors(
              Receptor.of("ex", Unit.NONE, "adds"), Receptor.of("in", Unit.NONE, "takes away"))
          .bySign()
          .current()
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return Stepped.everywhere(
        2, Accumulator::kernel, set -> new AccumulatorEvents(set.get("threshold")));
  }

  private static NeuronKernel kernel(BlockParameters parameters, double step) {
    Column threshold = parameters.column(set -> set.get("threshold"));
    return new NeuronKernel() {
      @Override
      public int stateArrays() {
        return 2;
      }

      @Override
      public void update(NeuronBlock block, int from, int to, long now, SpikeSink spikes) {
        for (int i = from; i < to; i++) {
          int at = block.inputOffset() + i;
          double[] current = block.current();
          double arrived =
              block.input(0)[at] + block.input(1)[at] + (current == null ? 0 : current[i]);
          block.state(1)[i] = arrived;
          block.state(0)[i] += arrived;
          if (block.state(0)[i] >= threshold.at(i)) {
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
}
