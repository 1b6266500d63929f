package org.hillock.lif;

import java.util.Arrays;
import org.hillock.model.Column;
import org.hillock.model.ParameterSet;
import org.hillock.model.smooth.Terms;
import org.hillock.solve.Derivative;
import org.hillock.solve.RungeKuttaFehlberg;
import org.hillock.vector.Exp;

/**
 * Room for a few neurons of {@link AeifPscDeltaClopath} while they are integrated, and a step of
 * theirs. For one thread.
 */
final class ClopathEquations implements Derivative {

  static final int V = 0;
  static final int W = 1;
  static final int Z = 2;
  static final int V_TH = 3;
  static final int U_BAR_PLUS = 4;
  static final int U_BAR_MINUS = 5;
  static final int U_BAR_BAR = 6;
  static final int STATES = 7;

  /** How many numbers the equations have. */
  static final int NUMBERS = 15;

  /** So much of a change in a step, and as much of a unit, may be wrong, as in NEST. */
  private static final double TOLERANCE = 1e-6;

  private final RungeKuttaFehlberg method;
  private final double[][] error;
  private final double[][] slope;
  private final Column[] numbers;
  private final double[][] p;

  /** State, and the state that a step leads to. */
  final double[][] y;

  final double[][] next;

  /** Injected current [pA], and length of the step [ms]. */
  final double[] current;

  final double[] h;

  /** Whether V is held and where [mV], and whether w stands still. */
  final boolean[] held;

  final double[] heldAt;
  final boolean[] still;

  /** Error of the step, where 1 is what is allowed; not a number if the step led nowhere. */
  final double[] worst;

  /**
   * @param numbers columns of {@link #numbers}
   * @param capacity most neurons of a step
   */
  ClopathEquations(Column[] numbers, int capacity) {
    this.numbers = numbers;
    this.method = new RungeKuttaFehlberg(STATES, capacity);
    this.y = new double[STATES][capacity];
    this.next = new double[STATES][capacity];
    this.error = new double[STATES][capacity];
    this.slope = new double[STATES][capacity];
    this.p = new double[NUMBERS][capacity];
    this.current = new double[capacity];
    this.h = new double[capacity];
    this.held = new boolean[capacity];
    this.heldAt = new double[capacity];
    this.still = new boolean[capacity];
    this.worst = new double[capacity];
    for (int j = 0; j < NUMBERS; j++) {
      if (numbers[j].stride() == 0) {
        Arrays.fill(p[j], numbers[j].at(0));
      }
    }
  }

  /** The numbers of the equations. */
  static double[] numbers(ParameterSet of) {
    double width = of.get("Delta_T");
    return new double[] {
      1 / of.get("C_m"),
      of.get("g_L"),
      of.get("E_L"),
      width > 0 ? 1 / width : 0,
      of.get("g_L") * width,
      of.get("V_peak"),
      of.get("a"),
      1 / of.get("tau_w"),
      of.get("I_e"),
      1 / of.get("tau_z"),
      1 / of.get("tau_V_th"),
      of.get("V_th_rest"),
      1 / of.get("tau_u_bar_plus"),
      1 / of.get("tau_u_bar_minus"),
      1 / of.get("tau_u_bar_bar")
    };
  }

  /** Takes the parameters of a neuron of the block to a place here. */
  void parameters(int place, int neuron) {
    for (int j = 0; j < NUMBERS; j++) {
      if (numbers[j].stride() != 0) {
        p[j][place] = numbers[j].at(neuron);
      }
    }
  }

  /** Computes a step of the first neurons, and its error. */
  void step(int count) {
    method.step(count, this, y, h, next, error);
    of(RungeKuttaFehlberg.NODES.size(), count, next, slope);
    Arrays.fill(worst, 0, count, 0);
    for (int k = 0; k < STATES; k++) {
      for (int i = 0; i < count; i++) {
        double allowed = TOLERANCE + TOLERANCE * Math.abs(h[i] * slope[k][i]);
        worst[i] = Math.max(worst[i], Math.abs(error[k][i]) / allowed);
      }
    }
  }

  @Override
  public void of(int moment, int count, double[][] x, double[][] dy) {
    double[] v = dy[W];
    double[] into = dy[V];
    Terms.above(count, x[V], p[5], x[V_TH], p[3], v, into);
    for (int i = 0; i < count; i++) {
      v[i] = held[i] ? heldAt[i] : v[i];
    }
    Exp.of(into, into, count);
    Terms.upstroke(count, v, x[W], p[1], p[2], p[4], p[8], current, into);
    for (int i = 0; i < count; i++) {
      into[i] = held[i] ? 0 : (into[i] + x[Z][i]) * p[0][i];
      dy[Z][i] = -x[Z][i] * p[9][i];
      dy[V_TH][i] = (p[11][i] - x[V_TH][i]) * p[10][i];
    }
    for (int i = 0; i < count; i++) {
      dy[U_BAR_PLUS][i] = (v[i] - x[U_BAR_PLUS][i]) * p[12][i];
      dy[U_BAR_MINUS][i] = (v[i] - x[U_BAR_MINUS][i]) * p[13][i];
      dy[U_BAR_BAR][i] = (x[U_BAR_MINUS][i] - x[U_BAR_BAR][i]) * p[14][i];
    }
    Terms.adaptation(count, x[W], p[2], p[6], p[7], dy[W]);
    for (int i = 0; i < count; i++) {
      dy[W][i] = still[i] ? 0 : dy[W][i];
    }
  }
}
