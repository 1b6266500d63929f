package org.hillock.lif;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/**
 * A neuron integrated by the method of Dormand and Prince 8(5,3) of Commons Math, which finds
 * crossings of the threshold itself; V is variable 0.
 */
final class ReferenceNeuron {

  /** The right side as a textbook writes it. */
  interface RightSide {
    void of(double[] y, double current, double[] dy);
  }

  private final RightSide right;
  private final double threshold;
  private final double reset;
  private final double refractory;
  private final Consumer<double[]> atSpike;
  final double[] y;
  final List<Double> spikes = new ArrayList<>();
  private double time;
  private double heldUntil = -1;
  private double current;

  ReferenceNeuron(
      RightSide right,
      double[] start,
      double threshold,
      double reset,
      double refractory,
      Consumer<double[]> atSpike) {
    this.right = right;
    this.y = start.clone();
    this.threshold = threshold;
    this.reset = reset;
    this.refractory = refractory;
    this.atSpike = atSpike;
  }

  /** Another injected current from now on. */
  void inject(double amount) {
    this.current = amount;
  }

  /** Goes on to a time, over all spikes. */
  void to(double end) {
    while (time < end) {
      boolean held = heldUntil > time;
      double stop = held ? Math.min(end, heldUntil) : end;
      time = integrate(stop, held);
      if (!held && y[0] >= threshold - 1e-9 && time < stop) {
        spikes.add(time);
        y[0] = reset;
        atSpike.accept(y);
        heldUntil = refractory > 0 ? time + refractory : -1;
      }
    }
  }

  private double integrate(double stop, boolean held) {
    if (stop - time < 1e-11) {
      return stop;
    }
    DormandPrince853Integrator method = new DormandPrince853Integrator(1e-16, 0.25, 1e-13, 1e-13);
    if (!held) {
      method.addEventHandler(new Crossing(threshold), 0.05, 1e-13, 500);
    }
    return method.integrate(
        new FirstOrderDifferentialEquations() {
          @Override
          public int getDimension() {
            return y.length;
          }

          @Override
          public void computeDerivatives(double t, double[] x, double[] dx) {
            right.of(x, current, dx);
            if (held) {
              dx[0] = 0;
            }
          }
        },
        time,
        y,
        stop,
        y);
  }

  private record Crossing(double threshold) implements EventHandler {
    @Override
    public void init(double t0, double[] y0, double t) {}

    @Override
    public double g(double t, double[] y) {
      return y[0] - threshold;
    }

    @Override
    public Action eventOccurred(double t, double[] y, boolean increasing) {
      return increasing ? Action.STOP : Action.CONTINUE;
    }

    @Override
    public void resetState(double t, double[] y) {}
  }
}
