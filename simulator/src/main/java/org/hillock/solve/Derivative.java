package org.hillock.solve;

/** The right side of y' = f(t, y) for many independent systems of the same equations. */
public interface Derivative {

  /**
   * Computes y' of the first {@code count} systems. What it does to one does not depend on the
   * others.
   *
   * @param stage which moment of the step this is, for what depends on time: its number among those
   *     of the method, such as {@link RungeKuttaFehlberg#NODES}
   * @param count how many systems
   * @param y {@code y[k][i]} is variable k of system i
   * @param dy takes the derivatives, in the same layout
   */
  void of(int stage, int count, double[][] y, double[][] dy);
}
