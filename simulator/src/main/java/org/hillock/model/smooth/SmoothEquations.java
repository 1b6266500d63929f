package org.hillock.model.smooth;

import org.jspecify.annotations.Nullable;

/** The right side of the equations of a model, for many neurons at once. */
public interface SmoothEquations {

  /**
   * Computes the derivatives of the states of {@code count} neurons. A plain loop over neurons
   * without calls or cases becomes vector instructions; for the exponential function of many
   * numbers there is {@link org.hillock.vector.Exp}. Variable 0 is the membrane potential; while a
   * neuron is refractory its derivative is not used. Nor are those of states that decay by
   * themselves; their places may be used to work in.
   *
   * @param count how many neurons
   * @param y {@code y[k][i]} is state k of neuron i
   * @param p {@code p[j][i]} is number j of neuron i, see {@link SmoothDynamics.Builder#numbers}
   * @param current {@code current[c][i]} is what is injected at place c [pA]
   * @param dy takes the derivatives [1/ms, times the unit of the state]
   */
  void derivative(int count, double[][] y, double[][] p, double[][] current, double[][] dy);

  /** The same in one go, where it has been written out; null where not. */
  default @Nullable WholeStep wholeStep() {
    return null;
  }
}
