package org.hillock.lif.eprop;

import java.util.Optional;
import org.hillock.model.BlockParameters;
import org.hillock.model.Dynamics;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeGradient;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateCarrier;
import org.hillock.model.UnstableStateException;
import org.hillock.model.UpdateIntervals;
import org.hillock.vector.Exp;

/**
 * Advances readouts by a step, as NEST's {@code eprop_readout_bsshslm_2020} does: the error of a
 * step is that of V at the end of the step before, which the other readouts must know for a
 * softmax.
 */
final class ReadoutKernel implements NeuronKernel {

  static final Dynamics DYNAMICS =
      new Dynamics() {
        @Override
        public NeuronKernel kernel(BlockParameters parameters, double step) {
          return new ReadoutKernel(parameters, step);
        }

        @Override
        public int stateSize(ParameterSet parameters) {
          return ARRAYS;
        }

        @Override
        public double otherBytes(ParameterSet parameters, double step, long steps) {
          return ReadoutHistory.bytes(
              EpropParameters.intervals(parameters, ReadoutHistory.FIRST, step), steps);
        }

        @Override
        public Optional<String> gridOnly(ParameterSet parameters) {
          return Optional.of("learns from step to step, and here there are no steps");
        }
      };

  private static final int V = 0;
  private static final int READOUT = 1;
  private static final int UNNORMALISED = 2;
  private static final int TARGET = 3;
  private static final int ERROR = 4;
  private static final int LOSS = 5;

  /** The loss of the present interval so far. */
  private static final int SUM = 6;

  private static final int ARRAYS = 7;

  /** The place of {@code target_signal} among those for current. */
  private static final int TARGET_PLACE = 1;

  private static final String BEYOND =
      " (a softmax takes exp(V_m/mV), which is infinite from 710 on, and 0 below -746)";

  private final MembraneNumbers numbers;
  private final UpdateIntervals intervals;
  private final int window;
  private final boolean resets;
  private final boolean softmax;
  private final ReadoutHistory history;

  private ReadoutKernel(BlockParameters parameters, double step) {
    ParameterSet common = parameters.of().apply(0);
    this.numbers = new MembraneNumbers(parameters, step);
    this.intervals = EpropParameters.intervals(common, ReadoutHistory.FIRST, step);
    this.window = EpropParameters.window(common, step);
    this.resets = common.is(UpdateIntervals.RESET);
    this.softmax = common.is("loss");
    this.history = new ReadoutHistory(numbers, intervals, window, parameters.size());
  }

  @Override
  public int stateArrays() {
    return ARRAYS;
  }

  @Override
  public Optional<SpikeGradient> gradient() {
    return Optional.of(history);
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    double[] v = block.state(V);
    double[] readout = block.state(READOUT);
    double[] unnormalised = block.state(UNNORMALISED);
    double[] target = block.state(TARGET);
    double[] error = block.state(ERROR);
    double[] arrived = block.input(0);
    double[] current = block.current();
    double[] wanted = block.current(TARGET_PLACE);
    double[] others = block.signal(0);
    boolean begins = resets && intervals.begins(step);
    // The error is of the step before.
    boolean judged =
        step - 1 > intervals.first() && intervals.end(intervals.of(step - 1)) - (step - 1) < window;
    double[] loss = block.state(LOSS);
    double[] sum = block.state(SUM);
    boolean ends = intervals.ends(step - 1);
    for (int i = from; i < to; i++) {
      double before = v[i] + numbers.resting(i);
      if (begins) {
        v[i] = 0;
      }
      double injected = current == null ? 0 : current[i];
      double moved = numbers.moved(i, v[i], injected, arrived[block.inputOffset() + i], step);
      v[i] = Math.max(moved, numbers.lowest(i));
      target[i] = judged && wanted != null ? wanted[i] : 0;
      double norm = softmax ? others[i] + unnormalised[i] : 1;
      readout[i] = judged ? unnormalised[i] / norm : 0;
      error[i] = readout[i] - target[i];
      sum[i] += judged ? loss(readout[i], target[i], before, norm) : 0;
      if (ends) {
        loss[i] = sum[i];
        sum[i] = 0;
      }
      double potential = v[i] + numbers.resting(i);
      unnormalised[i] = softmax ? Exp.of(potential) : potential;
      if (!Double.isFinite(unnormalised[i] + readout[i])) {
        throw new UnstableStateException(
            i,
            "V_m = " + potential + " mV, readout_signal = " + readout[i] + (softmax ? BEYOND : ""));
      }
      history.error(i, step, error[i]);
    }
  }

  /**
   * The loss of a step.
   *
   * @param potential of which the readout was found [mV]
   * @param norm by which it was divided
   */
  private double loss(double readout, double target, double potential, double norm) {
    if (!softmax) {
      double error = readout - target;
      return error * error / 2;
    }
    if (target == 0) {
      return 0;
    }
    // A share that is too small for a double still has a logarithm.
    double log =
        readout >= Double.MIN_NORMAL ? StrictMath.log(readout) : potential - StrictMath.log(norm);
    return -target * log / window;
  }

  @Override
  public void carry(NeuronBlock block, int neuron, long step, StateCarrier carrier) {
    NeuronKernel.super.carry(block, neuron, step, carrier);
    history.carry(neuron, carrier);
  }

  @Override
  public double read(NeuronBlock block, int variable, int neuron) {
    double value = block.state(variable)[neuron];
    return variable == V ? value + numbers.resting(neuron) : value;
  }

  @Override
  public void write(NeuronBlock block, int variable, int neuron, double value) {
    if (variable == V) {
      block.state(V)[neuron] = value - numbers.resting(neuron);
    }
  }
}
