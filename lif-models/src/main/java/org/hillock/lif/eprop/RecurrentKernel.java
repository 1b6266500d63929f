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

/**
 * Advances neurons that fire by a step, as NEST's {@code eprop_iaf_bsshslm_2020} and {@code
 * eprop_iaf_adapt_bsshslm_2020} do; the former has an adaptation of 0.
 */
final class RecurrentKernel implements NeuronKernel {

  static final Dynamics DYNAMICS =
      new Dynamics() {
        @Override
        public NeuronKernel kernel(BlockParameters parameters, double step) {
          return new RecurrentKernel(parameters, step);
        }

        @Override
        public int stateSize(ParameterSet parameters) {
          return ARRAYS;
        }

        @Override
        public double otherBytes(ParameterSet parameters, double step, long steps) {
          return RecurrentHistory.bytes(
              EpropParameters.intervals(parameters, RecurrentHistory.FIRST, step), steps);
        }

        @Override
        public Optional<String> gridOnly(ParameterSet parameters) {
          return Optional.of("learns from step to step, and here there are no steps");
        }
      };

  /** Places of the state variables that can be recorded. */
  private static final int V = 0;

  private static final int PSI = 1;
  private static final int LEARNING = 2;
  private static final int ADAPTATION = 3;
  private static final int THRESHOLD = 4;

  /** Whether the neuron has fired in the step before, for how long it is refractory, its spikes. */
  private static final int FIRED = 5;

  private static final int REFRACTORY = 6;
  private static final int SPIKES = 7;
  private static final int ARRAYS = 8;

  private final RecurrentNumbers numbers;
  private final SurrogateGradient shape;
  private final UpdateIntervals intervals;
  private final boolean resets;
  private final RecurrentHistory history;

  private RecurrentKernel(BlockParameters parameters, double step) {
    ParameterSet common = parameters.of().apply(0);
    this.numbers = new RecurrentNumbers(parameters, step);
    this.shape = SurrogateGradient.values()[(int) common.get("surrogate_gradient_function")];
    this.intervals = EpropParameters.intervals(common, RecurrentHistory.FIRST, step);
    this.resets = common.is(UpdateIntervals.RESET);
    this.history =
        new RecurrentHistory(
            numbers, intervals, EpropParameters.window(common, step), step, parameters.size());
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
  public void hear(NeuronBlock block, long step) {
    double[] heard = block.signal(0);
    for (int i = 0; i < block.size(); i++) {
      history.heard(i, step, heard[i]);
    }
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes) {
    double[] v = block.state(V);
    double[] adaptation = block.state(ADAPTATION);
    double[] threshold = block.state(THRESHOLD);
    double[] fired = block.state(FIRED);
    double[] refractory = block.state(REFRACTORY);
    double[] count = block.state(SPIKES);
    double[] psi = block.state(PSI);
    double[] learning = block.state(LEARNING);
    double[] arrived = block.input(0);
    double[] current = block.current();
    boolean begins = resets && intervals.begins(step);
    boolean ends = intervals.ends(step);
    for (int i = from; i < to; i++) {
      if (begins) {
        v[i] = 0;
        adaptation[i] = 0;
        refractory[i] = 0;
        fired[i] = 0;
      }
      refractory[i] = Math.max(0, refractory[i] - 1);
      double injected = current == null ? 0 : current[i];
      double moved = numbers.moved(i, v[i], injected, arrived[block.inputOffset() + i], step);
      v[i] = Math.max(moved - numbers.threshold(i) * fired[i], numbers.lowest(i));
      adaptation[i] = numbers.adaptationDecay(i) * adaptation[i] + fired[i];
      threshold[i] = numbers.threshold(i) + numbers.adaptation(i) * adaptation[i];
      if (!Double.isFinite(v[i] + threshold[i])) {
        throw new UnstableStateException(
            i, "V_m = " + v[i] + " mV, V_th = " + threshold[i] + " mV");
      }
      boolean rests = refractory[i] == 0;
      psi[i] =
          rests
              ? numbers.height(i) * shape.at(Math.abs(v[i] - threshold[i]) / numbers.width(i))
              : 0;
      boolean fires = rests && v[i] >= threshold[i];
      fired[i] = fires ? 1 : 0;
      if (fires) {
        spikes.fire(i);
        count[i] += 1;
        refractory[i] = numbers.refractory(i);
      }
      history.surrogate(i, step, psi[i]);
      learning[i] = block.signal(0)[i];
      if (ends) {
        history.fired(i, step, count[i]);
        count[i] = 0;
      }
    }
  }

  @Override
  public void carry(NeuronBlock block, int neuron, long step, StateCarrier carrier) {
    NeuronKernel.super.carry(block, neuron, step, carrier);
    history.carry(neuron, carrier);
  }

  @Override
  public double read(NeuronBlock block, int variable, int neuron) {
    double value = block.state(variable)[neuron];
    return variable == V || variable == THRESHOLD ? value + numbers.resting(neuron) : value;
  }

  @Override
  public void write(NeuronBlock block, int variable, int neuron, double value) {
    if (variable == V) {
      block.state(V)[neuron] = value - numbers.resting(neuron);
    } else if (variable == ADAPTATION) {
      block.state(ADAPTATION)[neuron] = value;
      block.state(THRESHOLD)[neuron] =
          numbers.threshold(neuron) + numbers.adaptation(neuron) * value;
    }
  }
}
