package org.hillock.model.smooth;

import java.util.Arrays;
import org.hillock.solve.Derivative;
import org.hillock.solve.RungeKuttaFehlberg;
import org.jspecify.annotations.Nullable;

/** Room for a few neurons while they are integrated, and their step. For one thread. */
final class Systems implements Derivative {

  private final SmoothEquations equations;
  private final RungeKuttaFehlberg method;
  private final Tolerance tolerance;
  private final int[] held;
  private final int[] integrated;
  private final boolean[] potential;
  private final @Nullable WholeStep wholeStep;

  /** The states that decay by themselves. */
  final Decays decays;

  /** Their factors, where all neurons and steps have the same. */
  private double @Nullable [][] same;

  /** Whether the error of what decays can be too large. */
  private boolean driven = true;

  /** State, and the state that a step leads to. */
  final double[][] y;

  final double[][] next;
  private final double[][] error;

  /** Numbers of the equations, injected currents, and 0 where V is held, else 1. */
  final double[][] p;

  final double[][] current;
  final double[] free;

  /** Length of the step of each [ms]. */
  final double[] h;

  /** Error of the step, where 1 is what is allowed; not a number if the step led nowhere. */
  final double[] worst;

  Systems(Smooth smooth, SmoothDynamics shape, int capacity, Tolerance tolerance) {
    int states = shape.states;
    this.equations = smooth.equations();
    this.integrated = Decays.others(shape.decays, states);
    this.method = new RungeKuttaFehlberg(states, integrated, capacity);
    this.wholeStep = tolerance.time() == 0 ? smooth.equations().wholeStep() : null;
    this.decays = new Decays(shape.decays, capacity);
    this.tolerance = tolerance;
    this.held = shape.held;
    this.y = new double[states][capacity];
    this.next = new double[states][capacity];
    this.error = new double[states][capacity];
    this.p = new double[shape.numbers.length][capacity];
    this.current = new double[smooth.places()][capacity];
    this.free = new double[capacity];
    this.potential = new boolean[states];
    for (int k : held) {
      potential[k] = true;
    }
    this.h = new double[capacity];
    this.worst = new double[capacity];
  }

  @Override
  public void of(int moment, int count, double[][] states, double[][] dy) {
    decays.move(moment, count, y, states);
    equations.derivative(count, states, p, current, dy);
    for (int state : held) {
      hold(count, free, dy[state]);
    }
  }

  private static void hold(int n, double[] free, double[] slope) {
    for (int i = 0; i < n; i++) {
      slope[i] *= free[i];
    }
  }

  /** From now on all rates of decays, and all lengths of steps, are those that are here now. */
  void settle() {
    decays.prepare(h.length, h);
    same = decays.factors();
    driven = !decays.neverTooLarge(tolerance.other());
  }

  /** Computes a step, and its error, of the first neurons. */
  void step(int count) {
    if (wholeStep != null && same != null && !driven) {
      wholeStep.step(count, y, p, current, free, h, same, tolerance.potential(), next, worst);
    } else {
      stepByMoments(count);
    }
  }

  /** The same with any equations. */
  void stepByMoments(int count) {
    if (same == null) {
      decays.prepare(count, h);
    }
    method.step(count, this, y, h, next, error);
    decays.moveToEnd(count, y, next);
    Arrays.fill(worst, 0, count, 0);
    for (int k : integrated) {
      if (potential[k]) {
        tolerance.raiseByPotential(count, error[k], method.slope(k), worst);
      } else {
        tolerance.raise(count, error[k], next[k], method.slope(k), worst);
      }
    }
    if (driven) {
      decays.raise(count, y, next, tolerance, worst);
    }
  }

  /**
   * Whether V, as fast as it rises at the beginning of the step that was computed, is at a
   * threshold within a time that is too short to be told from none. An upstroke that ever gets
   * steeper ends so, where no step is short enough.
   */
  boolean reaches(int place, double threshold, double within) {
    double v = y[SmoothDynamics.V][place];
    return v < threshold && v + method.slope(SmoothDynamics.V)[place] * within >= threshold;
  }

  /** Copies a neuron of other systems here. */
  void take(int place, Systems other, int from) {
    for (int k = 0; k < y.length; k++) {
      y[k][place] = other.y[k][from];
    }
    for (int j = 0; j < p.length; j++) {
      p[j][place] = other.p[j][from];
    }
    for (int c = 0; c < current.length; c++) {
      current[c][place] = other.current[c][from];
    }
    decays.take(place, other.decays, from);
    free[place] = other.free[from];
    h[place] = other.h[from];
  }
}
