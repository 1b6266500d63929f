package org.hillock.lif;

import java.util.Arrays;
import org.hillock.model.BlockParameters;
import org.hillock.model.Column;
import org.hillock.model.Escape;
import org.hillock.model.GridTime;
import org.hillock.model.NeuronBlock;
import org.hillock.model.ParameterSet;
import org.hillock.model.Refractoriness;
import org.hillock.model.SpikeSink;
import org.hillock.model.StateCarrier;

/**
 * Spikes of {@link Gif} neurons on a grid, and what they leave. As in NEST, V keeps its value in
 * the step of the spike and is held at V_reset in those of t_ref; with t_ref = 0 it is not reset.
 */
final class GifSpikes {

  private final int shown;
  private final GifElements threshold;
  private final GifElements current;
  private final Column rest;
  private final Column reset;
  private final Column steps;
  private final Escape escape;
  private final Refractoriness refractory;

  /**
   * @param first state array of the threshold; then comes that of the current, then the elements
   */
  GifSpikes(BlockParameters parameters, int first, double step) {
    this.shown = first;
    this.threshold = GifElements.of(parameters, "sfa", first + 2, step);
    this.current = GifElements.of(parameters, "stc", first + 2 + threshold.count(), step);
    this.rest = parameters.column(set -> set.get("V_T_star"));
    this.reset = parameters.column(set -> set.get("V_reset"));
    this.steps = parameters.column(set -> GridTime.index(set.get("t_ref"), step));
    this.escape =
        Escape.of(
            parameters.column(set -> set.get("lambda_0") / 1000 * step),
            parameters.column(set -> set.get("Delta_V")));
    this.refractory = new Refractoriness(parameters.size());
  }

  /** How many state arrays there are here. */
  static int arrays(ParameterSet parameters) {
    return 2 + parameters.list("tau_sfa").length + parameters.list("tau_stc").length;
  }

  /** Begins a step: threshold and current are those that count in it. */
  void begin(NeuronBlock block, int from, int to) {
    double[] sfa = block.state(shown);
    for (int i = from; i < to; i++) {
      sfa[i] = rest.at(i);
    }
    threshold.step(block, sfa, from, to);
    double[] stc = block.state(shown + 1);
    Arrays.fill(stc, from, to, 0);
    current.step(block, stc, from, to);
  }

  double[] currents(NeuronBlock block) {
    return block.state(shown + 1);
  }

  boolean held(int neuron, long now) {
    return refractory.at(neuron, now);
  }

  /** Ends a step: V is held or the neuron may fire. */
  void end(NeuronBlock block, double[] v, int from, int to, long now, SpikeSink spikes) {
    double[] sfa = block.state(shown);
    for (int i = from; i < to; i++) {
      if (refractory.at(i, now)) {
        v[i] = reset.at(i);
      } else if (escape.spikes(block, i, v[i] - sfa[i], now) > 0) {
        threshold.spike(block, i);
        current.spike(block, i);
        if (steps.at(i) > 0) {
          refractory.begin(i, now + (long) steps.at(i));
        }
        spikes.fire(i);
      }
    }
  }

  /** Carries what is known of a neuron besides its arrays of state. */
  void carry(int neuron, long step, StateCarrier carrier) {
    refractory.carry(neuron, step, carrier);
  }

  /** The threshold or the current. */
  double read(NeuronBlock block, int which, int neuron) {
    return block.state(shown + which)[neuron];
  }
}
