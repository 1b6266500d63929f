package org.hillock.model.linear;

import org.hillock.model.Decay;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.GridTime;
import org.hillock.model.InputList;
import org.hillock.model.SpikeTimes;
import org.hillock.model.UnstableStateException;

/**
 * A neuron whose membrane jumps, from event to event:
 *
 * <pre>
 *   V(t) = drive + (V(0) - drive) e^(-t/tau_m),  but at least V_min
 * </pre>
 *
 * <p>V is monotone between inputs, so it reaches the threshold either with an input or, if and only
 * if the drive lies above the threshold, at t = tau_m ln((drive - V(0))/(drive - V_th)): nothing
 * can be missed. If the drive lies below V_min, V falls to V_min and stays there, so the bound may
 * be applied to the closed form.
 *
 * <p>What arrives while the neuron is refractory is lost, also exactly t_ref after a spike, as on
 * the grid and in NEST.
 *
 * <p>State of a neuron: the time of its last event, V then, until when it is refractory, and the
 * injected current.
 */
final class JumpEvents implements EventKernel {

  private static final int TIME = 0;
  private static final int V = 1;
  private static final int READY = 2;
  private static final int INJECTED = 3;
  private static final int SIZE = 4;

  private final ContinuousMembrane membrane;
  private final double lowest;
  private final double threshold;
  private final double leakRate;

  /**
   * @param membrane the membrane
   * @param lowest V_min - E_L [mV]
   */
  JumpEvents(ContinuousMembrane membrane, double lowest) {
    this.membrane = membrane;
    this.lowest = lowest;
    this.threshold = membrane.threshold();
    this.leakRate = 1 / membrane.tauM();
  }

  @Override
  public int stateSize() {
    return SIZE;
  }

  @Override
  public boolean hearsReceptors() {
    return false;
  }

  @Override
  public void start(EventBlock block, int neuron, double[] initial) {
    block.state()[block.at(neuron) + V] = initial[0] - membrane.restingPotential();
  }

  @Override
  public double advance(
      EventBlock block, int neuron, InputList inputs, int from, double until, SpikeTimes spikes) {
    double[] state = block.state();
    int at = block.at(neuron);
    double[] times = inputs.times();
    double[] weights = inputs.weights();
    int end = inputs.size();
    double time = state[at + TIME];
    double v = state[at + V];
    double ready = state[at + READY];
    double drive = membrane.drive(state[at + INJECTED]);
    int next = from;
    while (next < end) {
      double arrival = times[next];
      if (arrival <= ready + GridTime.SAME_MOMENT && time < ready) {
        next++;
        continue;
      }
      double free = Math.max(time, ready);
      double crossing = crossing(free, v, drive);
      if (crossing <= arrival) {
        v = membrane.reset();
        time = crossing;
        ready = crossing + membrane.refractory();
        spikes.fire(crossing);
        continue;
      }
      v = moved(v, drive, arrival - free);
      time = arrival;
      double jump = 0;
      while (next < end && times[next] == arrival) {
        jump += weights[next++];
      }
      v = Math.max(lowest, v + jump);
      if (!(Math.abs(v) <= Double.MAX_VALUE)) {
        throw new UnstableStateException(neuron, "a membrane potential of " + v + " mV");
      }
      if (v >= threshold) {
        v = membrane.reset();
        ready = arrival + membrane.refractory();
        spikes.fire(arrival);
      }
    }
    double crossing = crossing(Math.max(time, ready), v, drive);
    while (crossing <= until) {
      spikes.fire(crossing);
      v = membrane.reset();
      time = crossing;
      ready = crossing + membrane.refractory();
      crossing = crossing(ready, v, drive);
    }
    state[at + TIME] = time;
    state[at + V] = v;
    state[at + READY] = ready;
    return crossing;
  }

  /** When the threshold is reached without input; infinity if it is not. */
  private double crossing(double free, double v, double drive) {
    if (v >= threshold) {
      return free;
    }
    if (!(drive > threshold)) {
      return Double.POSITIVE_INFINITY;
    }
    double after = membrane.tauM() * StrictMath.log1p((threshold - v) / (drive - threshold));
    membrane.checkPace(v, after);
    return free + after;
  }

  private double moved(double v, double drive, double time) {
    return Math.max(lowest, v + Decay.expm1(-time * leakRate) * (v - drive));
  }

  @Override
  public void inject(EventBlock block, int neuron, double time, double current) {
    double[] state = block.state();
    int at = block.at(neuron);
    state[at + V] = potential(state, at, time);
    state[at + TIME] = time;
    state[at + INJECTED] = current;
  }

  @Override
  public double read(EventBlock block, int neuron, int variable, double time) {
    return potential(block.state(), block.at(neuron), time) + membrane.restingPotential();
  }

  private double potential(double[] state, int at, double time) {
    double v = state[at + V];
    double free = Math.max(state[at + TIME], state[at + READY]);
    return free >= time ? v : moved(v, membrane.drive(state[at + INJECTED]), time - free);
  }
}
