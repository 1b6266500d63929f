package org.hillock.lif;

import java.util.Arrays;
import java.util.Optional;
import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.Dynamics;
import org.hillock.model.GridTime;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateCarrier;
import org.hillock.model.UnstableStateException;
import org.hillock.solve.StepControl;

/**
 * Advances neurons of {@link AeifPscDeltaClopath} over a step of the grid, in steps of integration
 * that follow the error and go on from one step of the grid to the next: the same that NEST takes.
 * A neuron fires at the end of one of them, so the plasticity that a spike causes depends on which.
 *
 * <p>As in NEST, spikes that arrive in a step of the grid act after the first step of integration
 * in it, and V is released from V_clamp after the first one in the last step of t_clamp. Unlike
 * there, V without a t_clamp is reset at once, and so never stays at V_clamp.
 */
final class ClopathKernel implements NeuronKernel {

  /** How these neurons move. */
  static final Dynamics DYNAMICS =
      new Dynamics() {
        @Override
        public NeuronKernel kernel(BlockParameters parameters, double step) {
          return new ClopathKernel(parameters, step);
        }

        @Override
        public int stateSize(ParameterSet parameters) {
          return ARRAYS;
        }

        @Override
        public double otherBytes(ParameterSet parameters, double step, long steps) {
          return ClopathSignals.bytes(parameters, step) + 2 * Integer.BYTES;
        }

        @Override
        public Optional<String> gridOnly(ParameterSet parameters) {
          return Optional.of(
              "tells its synapses what to follow from step to step, and here there are no steps");
        }
      };

  private static final int LTP = ClopathEquations.STATES;
  private static final int LTD = LTP + 1;

  /** The length that the next step of integration is to have [ms]. */
  private static final int LENGTH = LTD + 1;

  private static final int ARRAYS = LENGTH + 1;

  /** So many neurons are integrated together: their work fits the second cache. */
  private static final int CHUNK = 128;

  /** More steps than this in one of the grid are not worth waiting for. */
  private static final int MOST = 1_000_000;

  private static final int EVENT_NUMBERS = 9;

  private final double step;
  private final ClopathEquations equations;
  private final ClopathSignals signals;
  private final Column peak;
  private final Column sharp;
  private final Column clampAt;
  private final Column clampSteps;
  private final Column reset;
  private final Column refractorySteps;
  private final Column adapts;
  private final Column after;
  private final Column highest;

  /** For how many steps of the grid each neuron is held, the present one included. */
  private final int[] clamped;

  private final int[] refractory;

  /** The neurons of a chunk that have not reached the end of the step, and how far each is [ms]. */
  private final int[] active = new int[CHUNK];

  private final double[] time = new double[CHUNK];
  private final int[] fired = new int[CHUNK];

  private ClopathKernel(BlockParameters parameters, double step) {
    this.step = step;
    this.equations =
        new ClopathEquations(
            parameters.columns(ClopathEquations.NUMBERS, ClopathEquations::numbers), CHUNK);
    this.signals = new ClopathSignals(parameters, step);
    Column[] columns = parameters.columns(EVENT_NUMBERS, of -> numbers(of, step));
    this.peak = columns[0];
    this.sharp = columns[1];
    this.clampAt = columns[2];
    this.clampSteps = columns[3];
    this.reset = columns[4];
    this.refractorySteps = columns[5];
    this.adapts = columns[6];
    this.after = columns[7];
    this.highest = columns[8];
    this.clamped = new int[parameters.size()];
    this.refractory = new int[parameters.size()];
  }

  private static double[] numbers(ParameterSet of, double step) {
    return new double[] {
      of.get("V_peak"),
      of.get("Delta_T") > 0 ? 0 : 1,
      of.get("V_clamp"),
      GridTime.index(of.get("t_clamp"), step),
      of.get("V_reset"),
      GridTime.index(of.get("t_ref"), step),
      of.get("b"),
      of.get("I_sp"),
      of.get("V_th_max")
    };
  }

  @Override
  public int stateArrays() {
    return ARRAYS;
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long now, SpikeSink sink) {
    signals.begin(block);
    for (int begin = from; begin < to; begin += CHUNK) {
      int count = Math.min(CHUNK, to - begin);
      integrate(block, begin, count);
      for (int i = 0; i < count; i++) {
        for (; fired[i] > 0; fired[i]--) {
          sink.fire(begin + i);
        }
      }
    }
    signals.end(block, from, to, now, block.state(LTP), block.state(LTD));
    for (int i = from; i < to; i++) {
      clamped[i] = Math.max(0, clamped[i] - 1);
      refractory[i] = Math.max(0, refractory[i] - 1);
    }
  }

  /** Takes some neurons to the end of the step; what each does depends on itself alone. */
  private void integrate(NeuronBlock block, int from, int count) {
    Arrays.setAll(active, i -> from + i);
    Arrays.fill(time, 0);
    int left = count;
    for (int steps = 0; left > 0; steps++) {
      if (steps == MOST) {
        throw new UnstableStateException(
            active[0],
            "a state that moves so fast that a step of the grid would take more than "
                + MOST
                + " of its own");
      }
      for (int i = 0; i < left; i++) {
        load(block, i, active[i], time[active[i] - from]);
      }
      equations.step(left);
      int kept = 0;
      for (int i = 0; i < left; i++) {
        int neuron = active[i];
        if (!reachesEnd(block, i, neuron, neuron - from)) {
          active[kept++] = neuron;
        }
      }
      left = kept;
    }
  }

  private void load(NeuronBlock block, int i, int neuron, double since) {
    for (int k = 0; k < ClopathEquations.STATES; k++) {
      equations.y[k][i] = block.state(k)[neuron];
    }
    equations.parameters(i, neuron);
    double[] injected = block.current();
    equations.current[i] = injected == null ? 0 : injected[neuron];
    equations.held[i] = clamped[neuron] > 0 || refractory[neuron] > 0;
    equations.heldAt[i] = clamped[neuron] > 0 ? clampAt.at(neuron) : reset.at(neuron);
    equations.still[i] = clamped[neuron] > 0;
    double length = block.state(LENGTH)[neuron];
    equations.h[i] = Math.min(length > 0 ? length : step, step - since);
  }

  /** Takes a step of integration over, if it is good; returns whether it was the last. */
  private boolean reachesEnd(NeuronBlock block, int i, int neuron, int place) {
    double length = equations.h[i];
    double error = equations.worst[i];
    if (Double.isNaN(error)) {
      throw unstable(neuron, Double.NaN);
    }
    double end = length < step - time[place] ? time[place] + length : step;
    double next = StepControl.next(length, error);
    if (StepControl.refuses(error)) {
      double shorter = StepControl.again(length, error);
      if (end + shorter != end) {
        block.state(LENGTH)[neuron] = shorter;
        return false;
      }
      next = length;
    }
    block.state(LENGTH)[neuron] = next;
    for (int k = 0; k < ClopathEquations.STATES; k++) {
      block.state(k)[neuron] = equations.next[k][i];
    }
    event(block, neuron, place, time[place] == 0);
    time[place] = end;
    return !(end < step);
  }

  /** After a step of integration: spikes that arrive, the spike, what follows it. */
  private void event(NeuronBlock block, int neuron, int place, boolean first) {
    double[] v = block.state(ClopathEquations.V);
    if (first && clamped[neuron] == 0 && refractory[neuron] == 0) {
      v[neuron] += block.input(0)[block.inputOffset() + neuron];
    }
    if (!(Math.abs(v[neuron]) <= Double.MAX_VALUE)) {
      throw unstable(neuron, v[neuron]);
    }
    double threshold =
        sharp.at(neuron) == 0 ? peak.at(neuron) : block.state(ClopathEquations.V_TH)[neuron];
    if (v[neuron] >= threshold && clamped[neuron] == 0) {
      block.state(ClopathEquations.W)[neuron] += adapts.at(neuron);
      block.state(ClopathEquations.Z)[neuron] = after.at(neuron);
      block.state(ClopathEquations.V_TH)[neuron] = highest.at(neuron);
      fired[place]++;
      if (clampSteps.at(neuron) > 0) {
        v[neuron] = clampAt.at(neuron);
        clamped[neuron] = (int) clampSteps.at(neuron) + 1;
      } else {
        release(v, neuron);
      }
    } else if (clamped[neuron] == 1) {
      clamped[neuron] = 0;
      release(v, neuron);
    } else if (refractory[neuron] > 0) {
      v[neuron] = reset.at(neuron);
    }
  }

  private void release(double[] v, int neuron) {
    v[neuron] = reset.at(neuron);
    refractory[neuron] = refractorySteps.at(neuron) > 0 ? (int) refractorySteps.at(neuron) + 1 : 0;
  }

  private static UnstableStateException unstable(int neuron, double v) {
    return new UnstableStateException(neuron, "a membrane potential of " + v + " mV");
  }

  @Override
  public void carry(NeuronBlock block, int neuron, long step, StateCarrier carrier) {
    NeuronKernel.super.carry(block, neuron, step, carrier);
    clamped[neuron] = carrier.carry(clamped[neuron]);
    refractory[neuron] = carrier.carry(refractory[neuron]);
    signals.carry(neuron, carrier);
  }

  @Override
  public double read(NeuronBlock block, int variable, int neuron) {
    return block.state(variable)[neuron];
  }

  @Override
  public void write(NeuronBlock block, int variable, int neuron, double value) {
    if (variable < ClopathEquations.STATES) {
      block.state(variable)[neuron] = value;
    }
  }
}
