package org.hillock.lif;

import java.util.function.Function;
import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.ParameterSet;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateCarrier;
import org.hillock.model.linear.LinearDynamics;
import org.hillock.model.linear.Propagators;

/**
 * {@link Gif} neurons with exponentially decaying currents on a grid. The current that spikes leave
 * is held in a step. NEST lets synaptic currents act on V in one model before the spikes of the
 * step are added and in another one after; here is either.
 *
 * <p>State: V, the synaptic currents, then those of {@link GifSpikes}.
 */
final class GifCurrents implements NeuronKernel {

  private final int receptors;
  private final boolean spikesFirst;
  private final Column leak;
  private final Column charge;
  private final Column resting;
  private final Column constant;
  private final Column[] decay;
  private final Column[] action;
  private final GifSpikes spikes;
  private final int arrays;
  private final int[] synaptic;

  /**
   * @param motion the same in continuous time, whose states 1, 2 … are the synaptic currents
   * @param receptors how many there are
   * @param spikesFirst whether spikes of a step act on V in it
   * @param synaptic what the variables behind V_m, E_sfa and I_stc are: the current of a receptor,
   *     by its number from 0 on, or -1 for their sum
   */
  GifCurrents(
      BlockParameters parameters,
      Function<ParameterSet, LinearDynamics> motion,
      int receptors,
      boolean spikesFirst,
      int[] synaptic,
      double step) {
    this.receptors = receptors;
    this.spikesFirst = spikesFirst;
    this.synaptic = synaptic.clone();
    Column[] columns =
        parameters.columns(
            2 + 2 * receptors,
            set -> {
              Propagators neuron = motion.apply(set).over(step);
              double[] numbers = new double[2 + 2 * receptors];
              numbers[0] = neuron.of(LinearDynamics.V, LinearDynamics.V);
              numbers[1] = neuron.ofCurrent(LinearDynamics.V);
              for (int r = 0; r < receptors; r++) {
                numbers[2 + r] = neuron.of(r + 1, r + 1);
                numbers[2 + receptors + r] = neuron.of(LinearDynamics.V, r + 1);
              }
              return numbers;
            });
    this.leak = columns[0];
    this.charge = columns[1];
    this.decay = new Column[receptors];
    this.action = new Column[receptors];
    System.arraycopy(columns, 2, decay, 0, receptors);
    System.arraycopy(columns, 2 + receptors, action, 0, receptors);
    this.resting = parameters.column(set -> set.get("E_L"));
    this.constant = parameters.column(set -> set.get("I_e"));
    this.spikes = new GifSpikes(parameters, 1 + receptors, step);
    this.arrays = arrays(parameters.of().apply(0), receptors);
  }

  /** How many numbers of state a neuron has. */
  static int arrays(ParameterSet parameters, int receptors) {
    return 1 + receptors + GifSpikes.arrays(parameters);
  }

  @Override
  public int stateArrays() {
    return arrays;
  }

  @Override
  public void update(NeuronBlock block, int from, int to, long now, SpikeSink sink) {
    double[] v = block.state(0);
    double[] injected = block.current();
    spikes.begin(block, from, to);
    double[] left = spikes.currents(block);
    for (int i = from; i < to; i++) {
      double current = (injected == null ? 0 : injected[i]) + constant.at(i) - left[i];
      v[i] = resting.at(i) + (v[i] - resting.at(i)) * leak.at(i) + current * charge.at(i);
    }
    for (int r = 0; r < receptors; r++) {
      advance(block, v, r, from, to);
    }
    spikes.end(block, v, from, to, now, sink);
  }

  private void advance(NeuronBlock block, double[] v, int receptor, int from, int to) {
    double[] current = block.state(1 + receptor);
    double[] input = block.input(receptor);
    int offset = block.inputOffset();
    for (int i = from; i < to; i++) {
      double before = current[i];
      current[i] = before * decay[receptor].at(i) + input[offset + i];
      v[i] += (spikesFirst ? current[i] : before) * action[receptor].at(i);
    }
  }

  @Override
  public void carry(NeuronBlock block, int neuron, long step, StateCarrier carrier) {
    NeuronKernel.super.carry(block, neuron, step, carrier);
    spikes.carry(neuron, step, carrier);
  }

  @Override
  public double read(NeuronBlock block, int variable, int neuron) {
    if (variable == 0) {
      return block.state(0)[neuron];
    }
    if (variable <= 2) {
      return spikes.read(block, variable - 1, neuron);
    }
    int receptor = synaptic[variable - 3];
    double sum = 0;
    for (int r = 0; r < receptors; r++) {
      sum += receptor == r || receptor < 0 ? block.state(1 + r)[neuron] : 0;
    }
    return sum;
  }

  @Override
  public void write(NeuronBlock block, int variable, int neuron, double value) {
    if (variable == 0) {
      block.state(0)[neuron] = value;
    } else if (variable > 2 && synaptic[variable - 3] >= 0) {
      block.state(1 + synaptic[variable - 3])[neuron] = value;
    }
  }
}
