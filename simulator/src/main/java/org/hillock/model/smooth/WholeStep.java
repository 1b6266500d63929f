package org.hillock.model.smooth;

/**
 * A step of {@link org.hillock.solve.RungeKuttaFehlberg} with certain equations, written out for
 * speed: it gives the bits that the method gives with {@link SmoothEquations#derivative}.
 */
public interface WholeStep {

  /**
   * Computes a step. Where neurons do not fill the last vector, what comes after them in the arrays
   * is computed too, and means nothing.
   *
   * @param count how many neurons
   * @param y their states
   * @param p numbers of the equations
   * @param current what is injected
   * @param free 0 where V is held, else 1
   * @param h length of the step of each [ms]
   * @param keep {@code keep[d][m]} is what is left of decay d at moment m + 1, for all neurons
   * @param tolerance error allowed in potentials [mV]
   * @param next takes the states
   * @param worst takes the error, where 1 is what is allowed
   */
  void step(
      int count,
      double[][] y,
      double[][] p,
      double[][] current,
      double[] free,
      double[] h,
      double[][] keep,
      double tolerance,
      double[][] next,
      double[] worst);
}
