package org.hillock.engine.grid;

import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.InputList;
import org.hillock.model.SpikeTimes;

/**
 * The accumulator in continuous time: its sum jumps with each spike, and between spikes it grows by
 * the current in every 0.1 ms, evenly.
 */
record AccumulatorEvents(double threshold) implements EventKernel {

  private static final double PER_MS = 10;

  private static final int TIME = 0;
  private static final int SUM = 1;
  private static final int ARRIVED = 2;
  private static final int CURRENT = 3;

  @Override
  public int stateSize() {
    return 4;
  }

  @Override
  public void start(EventBlock block, int neuron, double[] initial) {
    block.state()[block.at(neuron) + SUM] = initial[0];
  }

  @Override
  public double advance(
      EventBlock block, int neuron, InputList inputs, int from, double until, SpikeTimes spikes) {
    double[] state = block.state();
    int at = block.at(neuron);
    int next = from;
    while (next < inputs.size()) {
      double time = inputs.times()[next];
      drift(state, at, time, spikes);
      double sum = 0;
      while (next < inputs.size() && inputs.times()[next] == time) {
        sum += inputs.weights()[next++];
      }
      state[at + SUM] = sum(state, at, time) + sum;
      state[at + ARRIVED] = sum;
      state[at + TIME] = time;
      if (state[at + SUM] >= threshold) {
        state[at + SUM] = 0;
        spikes.fire(time);
      }
    }
    return drift(state, at, until, spikes);
  }

  /** Fires for as long as the current takes the sum to the threshold; returns when it next does. */
  private double drift(double[] state, int at, double until, SpikeTimes spikes) {
    double slope = state[at + CURRENT] * PER_MS;
    while (slope > 0) {
      double crossing = state[at + TIME] + (threshold - state[at + SUM]) / slope;
      if (crossing > until) {
        return crossing;
      }
      state[at + TIME] = crossing;
      state[at + SUM] = 0;
      state[at + ARRIVED] = 0;
      spikes.fire(crossing);
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double sum(double[] state, int at, double time) {
    return state[at + SUM] + state[at + CURRENT] * PER_MS * (time - state[at + TIME]);
  }

  @Override
  public void inject(EventBlock block, int neuron, double time, double current) {
    double[] state = block.state();
    int at = block.at(neuron);
    state[at + SUM] = sum(state, at, time);
    state[at + TIME] = time;
    state[at + ARRIVED] = 0;
    state[at + CURRENT] = current;
  }

  @Override
  public double read(EventBlock block, int neuron, int variable, double time) {
    double[] state = block.state();
    int at = block.at(neuron);
    if (variable == 0) {
      return sum(state, at, time);
    }
    return (state[at + TIME] == time ? state[at + ARRIVED] : 0) + state[at + CURRENT];
  }
}
