package org.hillock.model.linear;

import java.util.List;

/**
 * How much of what happens to a neuron is in its membrane potential at a later moment: the adjoint
 * of {@link LinearDynamics}, gone through backwards in time.
 *
 * <p>With lambda = dV(end)/dx(now), lambda V = 1 at the end, and before that
 *
 * <pre>
 *   lambda(s) = lambda(t) Phi(t - s)      over a time without events, Phi its propagators
 *   lambda   := keep lambda               at a spike of the neuron, which adds lambda add
 * </pre>
 *
 * <p>A spike of weight w that arrives makes lambda jump w of the potential, a current of I the
 * integral of lambda drive I: since all is linear, what everything makes adds up to the potential
 * itself, relative to rest. Mutable; for one thread.
 */
public final class Sensitivity {

  private final LinearDynamics dynamics;
  private double[] lambda;

  /**
   * Begins at the end, where only V itself is V.
   *
   * @param dynamics of the neuron
   */
  public Sensitivity(LinearDynamics dynamics) {
    this.dynamics = dynamics;
    this.lambda = new double[dynamics.states()];
    lambda[LinearDynamics.V] = 1;
  }

  /**
   * Goes back over a time without events.
   *
   * @param time [ms]
   * @param held whether V, and what else is frozen after a spike, is held in it
   * @return what a current of 1 pA that flows all the time makes of the potential [mV/pA]
   */
  public double back(double time, boolean held) {
    Propagators over = dynamics.over(time);
    double[] before = new double[lambda.length];
    double current = 0;
    for (int to = 0; to < lambda.length; to++) {
      if (held && dynamics.frozen[to]) {
        before[to] += lambda[to];
      } else if (lambda[to] != 0) {
        for (int from = 0; from < lambda.length; from++) {
          before[from] += lambda[to] * over.of(to, from);
        }
        current += lambda[to] * over.ofCurrent(to);
      }
    }
    lambda = before;
    return current;
  }

  /**
   * What a spike of weight 1 that arrives now makes of the potential [mV].
   *
   * @param receptor at which it arrives
   * @param held whether V is held, so that what would add to it is lost
   */
  public double ofArrival(int receptor, boolean held) {
    double sum = 0;
    for (LinearDynamics.Jump jump : dynamics.jumps) {
      if (jump.receptor() == receptor && !(held && jump.to() == LinearDynamics.V)) {
        sum += lambda[jump.to()] * jump.factor();
      }
    }
    return sum;
  }

  /** Goes back through a spike of the neuron; what its reset makes of the potential [mV]. */
  public double ofOwnSpike() {
    double sum = 0;
    for (LinearDynamics.Reset reset : dynamics.resets) {
      sum += lambda[reset.state()] * reset.add();
      lambda[reset.state()] *= reset.keep();
    }
    return sum;
  }

  /**
   * What the values at this moment make of the potential [mV].
   *
   * @param variables of the model, in their order, as people see them
   */
  public double ofState(double[] variables) {
    double[] x = new double[lambda.length];
    for (int i = 0; i < variables.length; i++) {
      LinearDynamics.Shown shown = dynamics.shown.get(i);
      if (shown.settable()) {
        List<LinearDynamics.Raise> sum = shown.sum();
        double others = shown.offset();
        for (LinearDynamics.Raise part : sum.subList(1, sum.size())) {
          others += x[part.state()];
        }
        x[sum.get(0).state()] = variables[i] - others;
      }
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += lambda[i] * x[i];
    }
    return sum;
  }
}
