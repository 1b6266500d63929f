package org.hillock.model.linear;

import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.GridTime;
import org.hillock.model.InputList;
import org.hillock.model.SpikeTimes;
import org.hillock.model.UnstableStateException;
import org.hillock.network.InvalidNetworkException;
import org.hillock.random.Purpose;

/**
 * Any {@link LinearDynamics} from event to event: the states follow their closed form, {@link
 * Margin} finds the first crossing of the threshold with certainty.
 *
 * <p>With escape noise spikes are drawn by thinning (Lewis and Shedler 1979, Naval Res Logist
 * 26:403), which is exact: candidates come at a rate that is no less than that of the neuron, and
 * each is taken with the ratio of the two. Candidates belong to the neuron's last event, and their
 * random numbers are keyed by how many have been drawn, so results do not depend on when the neuron
 * is looked at.
 */
final class GeneralEvents implements EventKernel {

  private static final int TIME = 0;
  private static final int HELD = 1;
  private static final int MUTE = 2;
  private static final int INJECTED = 3;
  private static final int DRAWN = 4;
  private static final int CANDIDATE = 5;
  private static final int RATE = 6;
  private static final int STATES = 7;

  /** Steps towards a crossing shorter than this, relative to the time, are its rounding. */
  private static final double NARROW = 1e-14;

  /** Candidates are drawn for so long at most, so that the bound on their rate is close [ms]. */
  private static final double LONGEST = 20;

  /** A million spikes a millisecond are a mistake [ms]. */
  private static final double SHORTEST = 1e-6;

  /** With a rate that grows in proportion, its bound is close for so much at least [mV]. */
  private static final double SMALL_RISE = 1;

  /** No membrane rises by more [mV]. */
  private static final double LARGE_RISE = 1e6;

  /** A rate that costs few candidates [1/ms]. */
  private static final double SELDOM = 0.05;

  private final LinearDynamics dynamics;
  private final double seldom;
  private final Flow flow;
  private final Margin margin;
  private final Ceiling ceiling;
  private final double[] x;
  private final double[] moved;
  private final double[] probe;

  GeneralEvents(LinearDynamics dynamics) {
    this.dynamics = dynamics;
    this.seldom =
        dynamics.rho > 0 && dynamics.delta < Double.POSITIVE_INFINITY
            ? dynamics.delta * StrictMath.log(SELDOM / dynamics.rho)
            : LARGE_RISE;
    Paths paths = new Paths(dynamics);
    this.flow = new Flow(paths, dynamics.states());
    this.margin = new Margin(dynamics, paths.order());
    this.ceiling = new Ceiling(dynamics, paths);
    this.x = new double[dynamics.states()];
    this.moved = new double[dynamics.states()];
    this.probe = new double[dynamics.states()];
  }

  @Override
  public int stateSize() {
    return STATES + x.length;
  }

  @Override
  public void start(EventBlock block, int neuron, double[] initial) {
    set(block, neuron, initial);
    double[] state = block.state();
    int at = block.at(neuron);
    state[at + HELD] = Double.NEGATIVE_INFINITY;
    state[at + MUTE] = dynamics.silentAtStart;
    state[at + CANDIDATE] = Double.NaN;
  }

  @Override
  public void set(EventBlock block, int neuron, double[] values) {
    double[] state = block.state();
    int at = block.at(neuron);
    for (int variable = 0; variable < values.length; variable++) {
      LinearDynamics.Shown shown = dynamics.shown.get(variable);
      if (shown.settable()) {
        double others = shown.offset();
        for (LinearDynamics.Raise part : shown.sum().subList(1, shown.sum().size())) {
          others += state[at + STATES + part.state()];
        }
        state[at + STATES + shown.sum().get(0).state()] = values[variable] - others;
      }
    }
    state[at + CANDIDATE] = Double.NaN;
  }

  @Override
  public double advance(
      EventBlock block, int neuron, InputList inputs, int from, double until, SpikeTimes spikes) {
    double[] state = block.state();
    int at = block.at(neuron);
    System.arraycopy(state, at + STATES, x, 0, x.length);
    int next = from;
    double wake;
    while (true) {
      boolean arrives = next < inputs.size();
      double end = arrives ? inputs.times()[next] : until;
      double event = dynamics.escapes() ? candidate(block, neuron) : crossing(block, neuron, end);
      if (event <= end) {
        moveTo(state, at, event);
        if (!dynamics.escapes() || accepted(block, neuron)) {
          fire(state, at, spikes);
        }
        continue;
      }
      if (!arrives) {
        wake = Math.max(Math.nextUp(until), dynamics.escapes() ? event : quiet(state, at, until));
        break;
      }
      moveTo(state, at, end);
      while (next < inputs.size() && inputs.times()[next] == end) {
        receive(state, at, inputs, next++);
      }
      state[at + CANDIDATE] = Double.NaN;
    }
    System.arraycopy(x, 0, state, at + STATES, x.length);
    return wake;
  }

  private double current(double[] state, int at) {
    return dynamics.constantCurrent + state[at + INJECTED];
  }

  /** The states at a time that is not before the last event. */
  private void at(double[] state, int at, double time, double[] into) {
    double begin = state[at + TIME];
    double held = Math.min(time, state[at + HELD]);
    if (held > begin) {
      flow.after(x, current(state, at), held - begin, probe);
      for (int i = 0; i < x.length; i++) {
        probe[i] = dynamics.frozen[i] ? x[i] : probe[i];
      }
      flow.after(probe, current(state, at), time - held, into);
    } else {
      flow.after(x, current(state, at), time - begin, into);
    }
  }

  private void moveTo(double[] state, int at, double time) {
    at(state, at, time, moved);
    System.arraycopy(moved, 0, x, 0, x.length);
    state[at + TIME] = time;
  }

  /** What acts on V while it is held is lost, also exactly at the end. */
  private void receive(double[] state, int at, InputList inputs, int input) {
    boolean held = state[at + TIME] <= state[at + HELD] + GridTime.SAME_MOMENT;
    int receptor = inputs.receptors()[input];
    for (LinearDynamics.Jump jump : dynamics.jumps) {
      if (jump.receptor() == receptor && !(held && jump.to() == LinearDynamics.V)) {
        x[jump.to()] += jump.factor() * inputs.weights()[input];
      }
    }
  }

  private void fire(double[] state, int at, SpikeTimes spikes) {
    double time = state[at + TIME];
    spikes.fire(time);
    for (LinearDynamics.Reset reset : dynamics.resets) {
      x[reset.state()] = x[reset.state()] * reset.keep() + reset.add();
    }
    state[at + HELD] = dynamics.held > 0 ? time + dynamics.held : Double.NEGATIVE_INFINITY;
    state[at + MUTE] = dynamics.mute > 0 ? time + dynamics.mute : 0;
    state[at + CANDIDATE] = Double.NaN;
    double above = margin.value(0, x, current(state, at));
    boolean again = dynamics.escapes() ? rate(above) * SHORTEST > 1 : above >= 0;
    if (dynamics.mute < SHORTEST && again) {
      throw new InvalidNetworkException(
          "neurons",
          "no interval between its spikes",
          "a reset that takes V below the threshold, or a longer t_ref");
    }
  }

  /** When the threshold is reached first, if that is not after {@code end}; else infinity. */
  private double crossing(EventBlock block, int neuron, double end) {
    double[] state = block.state();
    int at = block.at(neuron);
    double begin = Math.max(state[at + TIME], state[at + MUTE]);
    double current = current(state, at);
    double time = begin;
    while (time <= end) {
      at(state, at, time, moved);
      double below = -margin.value(0, moved, current);
      if (!(Math.abs(below) <= Double.MAX_VALUE)) {
        throw new UnstableStateException(neuron, "a state that is not a finite number");
      }
      if (below <= 0) {
        return time;
      }
      double slope = margin.value(1, moved, current);
      double bend = margin.curvature(moved, current, end - time);
      double reach = Margin.reach(below, slope, bend);
      if (reach <= NARROW * Math.max(1, time)) {
        return time + reach;
      }
      time += reach;
    }
    return Double.POSITIVE_INFINITY;
  }

  /** A time before which the neuron does not fire, seen from one at which it is below. */
  private double quiet(double[] state, int at, double until) {
    double begin = Math.max(until, state[at + MUTE]);
    double current = current(state, at);
    at(state, at, begin, moved);
    if (ceiling.of(moved, current) < 0) {
      return Double.POSITIVE_INFINITY;
    }
    double below = -margin.value(0, moved, current);
    double slope = margin.value(1, moved, current);
    double bend = margin.curvature(moved, current, Double.POSITIVE_INFINITY);
    return below > 0 && bend < Double.POSITIVE_INFINITY
        ? begin + Margin.reach(below, slope, bend)
        : begin;
  }

  /** The next candidate of escape noise; drawn if there is none yet. */
  private double candidate(EventBlock block, int neuron) {
    double[] state = block.state();
    int at = block.at(neuron);
    if (!Double.isNaN(state[at + CANDIDATE])) {
      return state[at + CANDIDATE];
    }
    double begin = Math.max(state[at + TIME], state[at + MUTE]);
    double current = current(state, at);
    at(state, at, begin, moved);
    double highest = ceiling.of(moved, current);
    double slope = Math.max(0, margin.value(1, moved, current));
    double bend = margin.curvature(moved, current, LONGEST);
    double now = margin.value(0, moved, current);
    if (!(Math.abs(now) <= Double.MAX_VALUE)) {
      throw new UnstableStateException(neuron, "a state that is not a finite number");
    }
    // So long that the margin rises by the width of the noise at most, or stays where the neuron
    // fires next to never.
    double rise =
        dynamics.slope > 0
            ? Math.min(dynamics.delta, Math.max(SMALL_RISE, Math.abs(now)))
            : Math.min(LARGE_RISE, Math.max(dynamics.delta, seldom - now));
    double length = Math.min(LONGEST, Margin.reach(rise, slope, bend));
    double most = now + rise;
    if (highest <= most) {
      most = highest;
      length = Double.POSITIVE_INFINITY;
    }
    double rate = Math.max(0, rate(most));
    double wait = -StrictMath.log(uniform(block, neuron)) / rate;
    state[at + RATE] = wait > length ? 0 : rate;
    state[at + CANDIDATE] = begin + Math.min(wait, length);
    return state[at + CANDIDATE];
  }

  /** The escape rate [1/ms]; not above 0 where the neuron does not fire. */
  private double rate(double above) {
    return dynamics.rho * StrictMath.exp(above / dynamics.delta) + dynamics.slope * above;
  }

  /** Whether the candidate at which the neuron stands is a spike. */
  private boolean accepted(EventBlock block, int neuron) {
    double[] state = block.state();
    int at = block.at(neuron);
    double bound = state[at + RATE];
    state[at + CANDIDATE] = Double.NaN;
    if (bound == 0) {
      return false;
    }
    double above = margin.value(0, x, current(state, at));
    // A rate beyond all numbers leaves no doubt.
    return bound == Double.POSITIVE_INFINITY
        ? rate(above) * SHORTEST > 1
        : uniform(block, neuron) * bound < rate(above);
  }

  private double uniform(EventBlock block, int neuron) {
    long number = (long) block.state()[block.at(neuron) + DRAWN]++;
    return block
        .random()
        .at(Purpose.NEURON, block.population(), block.firstNeuron() + neuron)
        .skipTo(2 * number)
        .nextOpenDouble();
  }

  @Override
  public void inject(EventBlock block, int neuron, double time, double current) {
    double[] state = block.state();
    int at = block.at(neuron);
    System.arraycopy(state, at + STATES, x, 0, x.length);
    moveTo(state, at, time);
    System.arraycopy(x, 0, state, at + STATES, x.length);
    state[at + INJECTED] = current;
    state[at + CANDIDATE] = Double.NaN;
  }

  @Override
  public double read(EventBlock block, int neuron, int variable, double time) {
    double[] state = block.state();
    int at = block.at(neuron);
    System.arraycopy(state, at + STATES, x, 0, x.length);
    at(state, at, time, moved);
    LinearDynamics.Shown shown = dynamics.shown.get(variable);
    double value = 0;
    for (LinearDynamics.Raise part : shown.sum()) {
      value += moved[part.state()];
    }
    return value + shown.offset();
  }
}
