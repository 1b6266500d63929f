package org.hillock.model.smooth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A neuron that moves by {@link SmoothEquations} between events, and what happens at events, as
 * data:
 *
 * <pre>
 *   y' = f(y, p, I)               between events
 *   x' = -x/tau                   the same for states that decay by themselves
 *   y_k += factor w               a spike of weight w arrives
 *   V >= threshold: spike         V = reset for a while, other states y := keep y + add
 * </pre>
 *
 * <p>V is state 0. Jumps of V come before the threshold is tested, and are lost while V is held.
 * Immutable.
 */
public final class SmoothDynamics {

  /** Place of the membrane potential among the states. */
  public static final int V = 0;

  /** A spike adds to a state. */
  record Jump(int receptor, int to, double factor) {}

  /** What people see and is no state, but follows from states. */
  @FunctionalInterface
  public interface Reading {
    /**
     * Its value.
     *
     * @param y states of a neuron
     * @param p numbers of its equations
     */
    double of(double[] y, double[] p);
  }

  /**
   * A state that decays by itself, or is fed by another that does; feed is -1 where none does, and
   * the rate is in 1/ms.
   */
  record Decay(int state, int feed, double rate) {}

  /** What a spike of its own does to a state. */
  record Reset(int state, double keep, double add) {}

  final int states;
  final double[] numbers;
  final double threshold;
  final double reset;
  final double refractory;
  final List<Decay> decays;
  final List<Jump> jumps;
  final List<Reset> resets;
  final int[] shown;
  final List<Reading> readings;
  final int[] held;
  final boolean showsHold;

  private SmoothDynamics(Builder builder) {
    this.states = builder.states;
    this.numbers = builder.numbers;
    this.threshold = builder.threshold;
    this.reset = builder.reset;
    this.refractory = builder.refractory;
    this.decays = List.copyOf(builder.decays);
    this.jumps = List.copyOf(builder.jumps);
    this.resets = List.copyOf(builder.resets);
    this.shown = builder.shown.clone();
    this.readings = List.copyOf(builder.readings);
    this.held = builder.held.clone();
    this.showsHold = builder.showsHold;
  }

  /**
   * Begins.
   *
   * @param states how many states a neuron has, V included
   */
  public static Builder of(int states) {
    return new Builder(states);
  }

  /** Whether what people see is the time for which V is held. */
  boolean isHold(int variable) {
    return showsHold && variable == shown.length + readings.size();
  }

  /** Collects the data. */
  public static final class Builder {
    private final int states;
    private double[] numbers = {};
    private double threshold = Double.POSITIVE_INFINITY;
    private double reset;
    private double refractory;
    private final List<Decay> decays = new ArrayList<>();
    private final List<Jump> jumps = new ArrayList<>();
    private final List<Reset> resets = new ArrayList<>();
    private int[] shown = {V};
    private final List<Reading> readings = new ArrayList<>();
    private int[] held = {V};
    private boolean showsHold;

    private Builder(int states) {
      this.states = states;
    }

    /** The numbers of the equations, in the order in which they ask for them. */
    public Builder numbers(double... values) {
      this.numbers = values.clone();
      return this;
    }

    /** The neuron fires as soon as V is at or above this [mV]. */
    public Builder threshold(double potential) {
      this.threshold = potential;
      return this;
    }

    /** V takes this value at a spike, and is held there for a time [mV, ms]. */
    public Builder reset(double potential, double time) {
      this.reset = potential;
      this.refractory = time;
      return this;
    }

    /**
     * A state that decays by itself, x' = -x/tau, whatever else the neuron does. It is moved
     * exactly, and needs no derivative.
     *
     * @param tau its time constant [ms]
     */
    public Builder decay(int state, double tau) {
      decays.add(new Decay(state, -1, 1 / tau));
      return this;
    }

    /**
     * A state that is fed by another and decays, x' = f - x/tau, where f decays by itself. It is
     * moved exactly, and needs no derivative.
     *
     * @param tau its time constant [ms]
     */
    public Builder decay(int state, double tau, int feed) {
      decays.add(new Decay(state, feed, 1 / tau));
      return this;
    }

    /** A spike of weight w at a receptor adds w times a factor to a state. */
    public Builder jump(int receptor, int state, double factor) {
      jumps.add(new Jump(receptor, state, factor));
      return this;
    }

    /** A spike of the neuron adds to a state. */
    public Builder addAtSpike(int state, double value) {
      resets.add(new Reset(state, 1, value));
      return this;
    }

    /** The variables that people see are these states, in order; V alone if nothing is said. */
    public Builder show(int... ofStates) {
      this.shown = ofStates.clone();
      return this;
    }

    /** After these states, people see something that follows from them. */
    public Builder show(Reading more) {
      readings.add(more);
      return this;
    }

    /** Last of all, people see for how much longer V is held [ms]. */
    public Builder showHold() {
      this.showsHold = true;
      return this;
    }

    /** While V is held after a spike, other states stand still too. */
    public Builder hold(int... others) {
      this.held = IntStream.concat(IntStream.of(V), IntStream.of(others)).toArray();
      return this;
    }

    /** The data. */
    public SmoothDynamics build() {
      return new SmoothDynamics(this);
    }
  }
}
