package org.hillock.model.linear;

/** The exact solution of {@link LinearDynamics} over one and the same time. */
public final class Propagators {

  private final Paths paths;
  private final double time;

  Propagators(LinearDynamics dynamics, double time) {
    this.paths = new Paths(dynamics);
    this.time = time;
  }

  /**
   * How much of a state is in another at the end.
   *
   * @param to number of the other, or the same
   * @param from number of the state
   */
  public double of(int to, int from) {
    return paths.of(to, from, time);
  }

  /** How much of a constant injected current of 1 pA is in a state at the end. */
  public double ofCurrent(int to) {
    return paths.of(to, Path.CURRENT, time);
  }
}
