package org.hillock.model.smooth;

import java.util.ArrayList;
import java.util.List;

/**
 * A neuron that moves by {@link SmoothEquations} between events, and what happens at events, as
 * data:
 *
 * <pre>
 *   y' = f(y, p, I)               between events
 *   y_k += factor w               a spike of weight w arrives
 *   V >= threshold: spike         V = reset for a while, other states y := keep y + add
 * </pre>
 *
 * <p>V is state 0. Immutable.
 */
public final class SmoothDynamics {

  /** Place of the membrane potential among the states. */
  public static final int V = 0;

  /** A spike adds to a state. */
  record Jump(int receptor, int to, double factor) {}

  /** What a spike of its own does to a state. */
  record Reset(int state, double keep, double add) {}

  final int states;
  final double[] numbers;
  final double threshold;
  final double reset;
  final double refractory;
  final List<Jump> jumps;
  final List<Reset> resets;
  final int[] shown;

  private SmoothDynamics(Builder builder) {
    this.states = builder.states;
    this.numbers = builder.numbers;
    this.threshold = builder.threshold;
    this.reset = builder.reset;
    this.refractory = builder.refractory;
    this.jumps = List.copyOf(builder.jumps);
    this.resets = List.copyOf(builder.resets);
    this.shown = builder.shown.clone();
  }

  /**
   * Begins.
   *
   * @param states how many states a neuron has, V included
   */
  public static Builder of(int states) {
    return new Builder(states);
  }

  /** Collects the data. */
  public static final class Builder {
    private final int states;
    private double[] numbers = {};
    private double threshold = Double.POSITIVE_INFINITY;
    private double reset;
    private double refractory;
    private final List<Jump> jumps = new ArrayList<>();
    private final List<Reset> resets = new ArrayList<>();
    private int[] shown = {V};

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

    /** The data. */
    public SmoothDynamics build() {
      return new SmoothDynamics(this);
    }
  }
}
