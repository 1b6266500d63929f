package org.hillock.model.linear;

import org.hillock.model.CellKernel;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.InputList;
import org.hillock.model.SpikeTimes;
import org.hillock.model.UnstableStateException;
import org.jspecify.annotations.Nullable;

/**
 * A leaky integrate-and-fire neuron with synaptic currents, from event to event.
 *
 * <p>State of a neuron: the time of its last event, V then, until when it is refractory, the
 * injected current, and its synaptic currents. While it is refractory V is held at V_reset and the
 * currents go on; that ends without an event. {@link ThresholdSearch} says why no spike is missed.
 */
final class SynapticEvents implements EventKernel {

  private static final int TIME = 0;
  private static final int V = 1;
  private static final int READY = 2;
  private static final int INJECTED = 3;
  private static final int CURRENTS = 4;

  private final FreeMotion motion;
  private final ContinuousMembrane membrane;

  SynapticEvents(FreeMotion motion) {
    this.motion = motion;
    this.membrane = motion.membrane;
  }

  @Override
  public int stateSize() {
    return CURRENTS + motion.currents();
  }

  @Override
  public boolean hearsReceptors() {
    return false;
  }

  @Override
  public void start(EventBlock block, int neuron, double[] initial) {
    double[] state = block.state();
    int at = block.at(neuron);
    state[at + V] = initial[0] - membrane.restingPotential();
    state[at + CURRENTS] = initial[1];
    state[at + CURRENTS + 1] = initial[2];
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
    double ready = state[at + READY];
    motion.workIn(block);
    motion.v = state[at + V];
    motion.drive = membrane.drive(state[at + INJECTED]);
    motion.load(state, at + CURRENTS);
    int next = from;
    while (next < end) {
      double arrival = times[next];
      if (ready > time) {
        double held = Math.min(ready, arrival);
        motion.decay(held - time);
        time = held;
        while (next < end && times[next] == time) {
          motion.receive(weights[next++]);
        }
        continue;
      }
      int passed = motion.pass(time, times, weights, next, end);
      if (passed > next) {
        time = times[passed - 1];
        next = passed;
      }
      if (next < end) {
        time = fire(time, motion.found(), times[next], spikes);
        ready = time + membrane.refractory();
      }
    }
    // From the last event on the neuron is only moved by spikes of its own.
    while (true) {
      save(state, at, time);
      state[at + READY] = ready;
      checkFinite(state, at, neuron);
      double free = Math.max(time, ready);
      if (free > time) {
        motion.decay(free - time);
      }
      double wake = free + motion.quiet();
      if (wake > until) {
        return wake;
      }
      if (free >= until) {
        return Math.nextUp(until);
      }
      double crossing = motion.crossing(until - free);
      if (crossing == Double.POSITIVE_INFINITY) {
        motion.move(until - free);
        return Math.max(until + motion.quiet(), Math.nextUp(until));
      }
      time = fire(free, crossing, until, spikes);
      ready = time + membrane.refractory();
    }
  }

  void checkFinite(double[] state, int at, int neuron) {
    double sum = Math.abs(state[at + V]);
    for (int i = 0; i < motion.currents(); i++) {
      sum += Math.abs(state[at + CURRENTS + i]);
    }
    if (!(sum <= Double.MAX_VALUE)) {
      throw new UnstableStateException(neuron, "a state that is not a finite number");
    }
  }

  /** Moves to a spike, fires it, and returns its time. */
  private double fire(double time, double crossing, double atMost, SpikeTimes spikes) {
    membrane.checkPace(motion.v, crossing);
    motion.decay(crossing);
    motion.v = membrane.reset();
    double fired = Math.min(time + crossing, atMost);
    spikes.fire(fired);
    return fired;
  }

  @Override
  public @Nullable CellKernel inCells(double width) {
    return motion instanceof ExponentialCurrents currents
        ? ExponentialCells.of(this, currents, width)
        : null;
  }

  /** Writes where the motion stands as the state of a neuron. */
  void save(double[] state, int at, double time) {
    state[at + TIME] = time;
    state[at + V] = motion.v;
    motion.store(state, at + CURRENTS);
  }

  /** Until when a neuron is refractory [ms]. */
  double ready(double[] state, int at) {
    return state[at + READY];
  }

  @Override
  public void inject(EventBlock block, int neuron, double time, double current) {
    double[] state = block.state();
    int at = block.at(neuron);
    moveTo(state, at, time);
    save(state, at, time);
    state[at + INJECTED] = current;
  }

  @Override
  public double read(EventBlock block, int neuron, int variable, double time) {
    moveTo(block.state(), block.at(neuron), time);
    return variable == 0 ? motion.v + membrane.restingPotential() : motion.current(variable);
  }

  /** Loads a neuron as it is at a time, before which it does not fire. */
  void moveTo(double[] state, int at, double time) {
    motion.v = state[at + V];
    motion.drive = membrane.drive(state[at + INJECTED]);
    motion.load(state, at + CURRENTS);
    double held = Math.max(state[at + TIME], Math.min(state[at + READY], time));
    if (held > state[at + TIME]) {
      motion.decay(held - state[at + TIME]);
    }
    if (time > held) {
      motion.move(time - held);
    }
  }
}
