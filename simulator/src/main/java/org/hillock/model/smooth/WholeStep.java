package org.hillock.model.smooth;

/**
 * A step of {@link org.hillock.solve.RungeKuttaFehlberg} with certain equations, written out for
 * speed: it gives the bits that the method gives with {@link SmoothEquations#derivative}.
 */
public interface WholeStep {

  /**
   * Computes a step, for all of the last vector too.
   *
   * @param count how many neurons
   * @param y their states
   * @param p numbers of the equations
   * @param current what is injected
   * @param free 0 where V is held, else 1
   * @param h length of the step of each [ms]
   * @param keep {@code keep[d][m]} is what is left of decay d at moment m + 1, for all neurons
   * @param scale 1/tolerance
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
      double scale,
      double[][] next,
      double[] worst);
}
