package org.hillock.model.smooth;

import java.util.Arrays;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.GridTime;
import org.hillock.model.InputList;
import org.hillock.model.SpikeTimes;
import org.hillock.model.UnstableStateException;
import org.hillock.network.InvalidNetworkException;

/**
 * Neurons of smooth equations from event to event. Between events they are integrated in steps
 * whose error {@link Tolerance#EXACT} bounds. Where V is beyond the threshold at the end of a step,
 * or may have been within it, the moment is found by taking shorter steps from the same beginning,
 * so it is as exact as the step is.
 *
 * <p>State of a neuron: the time that it has reached, until when V is held, the injected current,
 * the length of the next step, when it fired last, and its states.
 */
final class SmoothEvents implements EventKernel {

  private static final int TIME = 0;
  private static final int HELD = 1;
  private static final int INJECTED = 2;
  private static final int LENGTH = 3;
  private static final int FIRED = 4;
  private static final int STATES = 5;

  /** Crossings are found to this [ms]. */
  private static final double NARROW = 1e-12;

  /** A step shorter than this leads nowhere [ms]. */
  private static final double SHORTEST = 1e-15;

  /** What is over in less is over at once [ms]. */
  private static final double AT_ONCE = 1e-11;

  /** A state beyond this is a mistake, and nothing could follow it. */
  private static final double LARGEST = 1e300;

  private static final double FIRST_STEP = 0.01;
  private static final double SMALL = 1.0 / 64;
  private static final int MOST_ITERATIONS = 200;

  private final SmoothDynamics dynamics;
  private final Systems systems;
  private final double[][] slope;

  SmoothEvents(Smooth smooth, SmoothDynamics dynamics) {
    this(
        dynamics,
        new Systems(smooth, dynamics, 1, Tolerance.EXACT),
        new double[dynamics.states][1]);
  }

  private SmoothEvents(SmoothDynamics dynamics, Systems systems, double[][] slope) {
    this.dynamics = dynamics;
    this.systems = systems;
    this.slope = slope;
  }

  @Override
  public EventKernel sharing(EventKernel other) {
    return other instanceof SmoothEvents its
        ? new SmoothEvents(dynamics, its.systems, its.slope)
        : this;
  }

  @Override
  public int stateSize() {
    return STATES + dynamics.states;
  }

  @Override
  public void start(EventBlock block, int neuron, double[] initial) {
    set(block, neuron, initial);
    double[] state = block.state();
    int at = block.at(neuron);
    state[at + HELD] = Double.NEGATIVE_INFINITY;
    state[at + FIRED] = Double.NEGATIVE_INFINITY;
    state[at + LENGTH] = FIRST_STEP;
  }

  @Override
  public void set(EventBlock block, int neuron, double[] values) {
    double[] state = block.state();
    int at = block.at(neuron);
    for (int variable = 0; variable < dynamics.shown.length; variable++) {
      state[at + STATES + dynamics.shown[variable]] = values[variable];
    }
  }

  @Override
  public double advance(
      EventBlock block, int neuron, InputList inputs, int from, double until, SpikeTimes spikes) {
    double[] state = block.state();
    int at = block.at(neuron);
    load(state, at);
    int next = from;
    while (next < inputs.size()) {
      double arrival = inputs.times()[next];
      moveTo(state, at, neuron, arrival, spikes);
      while (next < inputs.size() && inputs.times()[next] == arrival) {
        receive(state, at, neuron, inputs, next++);
      }
    }
    moveTo(state, at, neuron, until, spikes);
    store(state, at);
    return Math.nextUp(until);
  }

  private void load(double[] state, int at) {
    for (int k = 0; k < dynamics.states; k++) {
      systems.y[k][0] = state[at + STATES + k];
    }
    for (int j = 0; j < dynamics.numbers.length; j++) {
      systems.p[j][0] = dynamics.numbers[j];
    }
    for (int d = 0; d < dynamics.decays.size(); d++) {
      systems.decays.rate[d][0] = dynamics.decays.get(d).rate();
    }
    systems.current[0][0] = state[at + INJECTED];
  }

  private void store(double[] state, int at) {
    for (int k = 0; k < dynamics.states; k++) {
      state[at + STATES + k] = systems.y[k][0];
    }
  }

  private void receive(double[] state, int at, int neuron, InputList inputs, int input) {
    boolean held = state[at + TIME] <= state[at + HELD] + GridTime.SAME_MOMENT;
    for (SmoothDynamics.Jump jump : dynamics.jumps) {
      if (jump.receptor() == inputs.receptors()[input]
          && !(held && jump.to() == SmoothDynamics.V)) {
        systems.y[jump.to()][0] += jump.factor() * inputs.weights()[input];
        if (!(Math.abs(systems.y[jump.to()][0]) < LARGEST)) {
          throw new UnstableStateException(
              neuron,
              "a state of " + (float) systems.y[jump.to()][0] + " after spikes that arrived",
              state[at + TIME]);
        }
      }
    }
  }

  /** Integrates to a time, over all spikes on the way. */
  private void moveTo(double[] state, int at, int neuron, double end, SpikeTimes spikes) {
    for (int steps = 0; ; steps++) {
      double time = state[at + TIME];
      boolean held = state[at + HELD] > time;
      if (!held && systems.y[SmoothDynamics.V][0] >= dynamics.threshold) {
        fire(state, at, spikes);
        continue;
      }
      if (!(time < end)) {
        return;
      }
      if (steps == Substeps.MOST) {
        throw new UnstableStateException(
            neuron,
            "a state that moves so fast that it would take more than "
                + Substeps.MOST
                + " steps of integration until the next event or the end of a window",
            time);
      }
      double stop = held ? Math.min(end, state[at + HELD]) : end;
      systems.free[0] = held ? 0 : 1;
      double length = step(state, at, neuron, stop - time);
      double crossing = held ? Double.POSITIVE_INFINITY : crossing(length);
      if (crossing < length) {
        step(crossing);
        length = crossing;
        systems.next[SmoothDynamics.V][0] =
            Math.max(dynamics.threshold, systems.next[SmoothDynamics.V][0]);
      }
      for (int k = 0; k < dynamics.states; k++) {
        systems.y[k][0] = systems.next[k][0];
      }
      state[at + TIME] = length >= stop - time ? stop : time + length;
    }
  }

  private void step(double length) {
    systems.h[0] = length;
    systems.step(1);
  }

  /** Takes a step whose error is small enough, at most to a limit; returns its length [ms]. */
  private double step(double[] state, int at, int neuron, double limit) {
    double length = Math.min(limit, state[at + LENGTH]);
    step(length);
    while (!(systems.worst[0] <= 1)) {
      length *= 0.5;
      if (length < SHORTEST && length < limit) {
        if (systems.free[0] != 0 && systems.reaches(0, dynamics.threshold, AT_ONCE)) {
          return toThreshold(Math.min(limit, SHORTEST));
        }
        throw unstable(state, at, neuron);
      }
      state[at + LENGTH] = length;
      step(length);
    }
    if (systems.worst[0] < SMALL && length >= state[at + LENGTH]) {
      state[at + LENGTH] = 2 * length;
    }
    return length;
  }

  /** The end of an upstroke; nothing else moves in so short a time. */
  private double toThreshold(double length) {
    for (int k = 0; k < dynamics.states; k++) {
      systems.next[k][0] = systems.y[k][0];
    }
    systems.next[SmoothDynamics.V][0] = dynamics.threshold;
    return length;
  }

  /** When V reaches the threshold in the step that was taken [ms]; infinity if it does not. */
  private double crossing(double length) {
    double end = systems.next[SmoothDynamics.V][0] - dynamics.threshold;
    if (end == 0) {
      return Double.POSITIVE_INFINITY;
    }
    if (end > 0) {
      return crossing(0, systems.y[SmoothDynamics.V][0] - dynamics.threshold, length, end);
    }
    double peak = peak(length);
    if (!(peak > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    step(peak);
    double height = systems.next[SmoothDynamics.V][0] - dynamics.threshold;
    double found =
        height < 0
            ? Double.POSITIVE_INFINITY
            : crossing(0, systems.y[SmoothDynamics.V][0] - dynamics.threshold, peak, height);
    if (found == Double.POSITIVE_INFINITY) {
      step(length);
    }
    return found;
  }

  /** Where in the step V is highest, by a cubic through both ends; 0 if at one of them. */
  private double peak(double length) {
    systems.of(0, 1, systems.y, slope);
    double rise = slope[SmoothDynamics.V][0];
    systems.of(0, 1, systems.next, slope);
    double fall = slope[SmoothDynamics.V][0];
    if (!(rise > 0 && fall < 0)) {
      return 0;
    }
    double mean = (systems.next[SmoothDynamics.V][0] - systems.y[SmoothDynamics.V][0]) / length;
    // The slope of the cubic is rise + 2 b s + 3 a s², s from 0 to 1.
    double b = 3 * mean - 2 * rise - fall;
    double a = rise + fall - 2 * mean;
    double root = Math.sqrt(Math.max(0, b * b - 3 * a * rise));
    double s = -rise / (b - root);
    return s > 0 && s < 1 ? s * length : 0;
  }

  /** The zero of V - threshold between two moments of the step (Illinois variant). */
  private double crossing(double from, double below, double to, double above) {
    double a = from;
    double fa = below;
    double b = to;
    double fb = above;
    for (int i = 0; i < MOST_ITERATIONS && b - a > NARROW; i++) {
      double middle = (a * fb - b * fa) / (fb - fa);
      if (!(middle > a && middle < b) || i % 8 == 7) {
        middle = 0.5 * (a + b);
      }
      step(middle);
      double f = systems.next[SmoothDynamics.V][0] - dynamics.threshold;
      if (f < 0) {
        a = middle;
        fa = f;
        fb *= 0.5;
      } else {
        b = middle;
        fb = f;
        fa *= 0.5;
      }
    }
    return b < to ? b : Math.nextDown(b);
  }

  private void fire(double[] state, int at, SpikeTimes spikes) {
    double time = state[at + TIME];
    if (time - state[at + FIRED] < AT_ONCE) {
      throw new InvalidNetworkException(
          "neurons",
          "no interval between its spikes",
          "less current or conductance, a reset that takes V further below the threshold, or a"
              + " longer t_ref");
    }
    state[at + FIRED] = time;
    spikes.fire(time);
    systems.y[SmoothDynamics.V][0] = dynamics.reset;
    for (SmoothDynamics.Reset reset : dynamics.resets) {
      double[] x = systems.y[reset.state()];
      x[0] = x[0] * reset.keep() + reset.add();
    }
    state[at + HELD] =
        dynamics.refractory > 0 ? time + dynamics.refractory : Double.NEGATIVE_INFINITY;
    state[at + LENGTH] = FIRST_STEP;
  }

  private UnstableStateException unstable(double[] state, int at, int neuron) {
    double v = systems.y[SmoothDynamics.V][0];
    boolean lost = Double.isNaN(systems.worst[0]);
    return new UnstableStateException(
        neuron, "a membrane potential of " + (lost ? Double.NaN : v) + " mV", state[at + TIME]);
  }

  @Override
  public void inject(EventBlock block, int neuron, double time, double current) {
    block.state()[block.at(neuron) + INJECTED] = current;
  }

  @Override
  public double read(EventBlock block, int neuron, int variable, double time) {
    double[] state = block.state();
    if (dynamics.isHold(variable)) {
      return Math.max(0, state[block.at(neuron) + HELD] - time);
    }
    int at = block.at(neuron) + STATES;
    int reading = variable - dynamics.shown.length;
    return reading < 0
        ? state[at + dynamics.shown[variable]]
        : dynamics
            .readings
            .get(reading)
            .of(Arrays.copyOfRange(state, at, at + dynamics.states), dynamics.numbers);
  }
}
