package org.hillock.lif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A reference neuron that shares nothing with the models but their differential equations: they are
 * integrated by power series, in steps of a fraction of the shortest time constant,
 *
 * <pre>
 *   V' = (drive - V)/tau_m + (I_ex + I_in)/C_m,   I' = D - I/tau,   D' = -D/tau
 * </pre>
 *
 * and every step is scanned for maxima of V, so that two crossings within a step are seen. There is
 * no closed form of an exponential anywhere, hence no case of equal time constants.
 */
final class PowerSeriesNeuron {

  /** Order of the series: (1/4)^17/17! is below 1e-24. */
  private static final int ORDER = 16;

  private static final double STEPS_A_TIME_CONSTANT = 4;
  private static final int SCANS_A_STEP = 16;

  /** A maximum this near the threshold may lie on either side for want of digits [mV]. */
  private static final double TANGENT = 1e-9;

  /** How spikes act. */
  enum Kind {
    DELTA,
    EXP,
    ALPHA
  }

  private final Kind kind;
  private final double[] tau;
  private final double tauM;
  private final double capacitance;
  private final double constantCurrent;
  private final double threshold;
  private final double reset;
  private final double refractory;
  private final double step;

  private double v;
  private double injected;
  private final double[] i = new double[2];
  private final double[] d = new double[2];
  private final double[] series = new double[ORDER + 1];

  /** Spikes [ms]. */
  final List<Double> spikes = new ArrayList<>();

  /** Whether V came so near the threshold that no answer is wrong. */
  boolean tangent;

  /** Spikes after which V would have fallen back below the threshold before the next input. */
  int fleeting;

  /** The largest V - E_L in any part of the motion that was free, and when [mV, ms]. */
  double highest = Double.NEGATIVE_INFINITY;

  double highestAt;

  PowerSeriesNeuron(Kind kind, Map<String, Double> parameters) {
    this.kind = kind;
    this.tauM = parameters.get("tau_m");
    this.tau =
        kind == Kind.DELTA
            ? new double[] {tauM, tauM}
            : new double[] {parameters.get("tau_syn_ex"), parameters.get("tau_syn_in")};
    this.capacitance = parameters.get("C_m");
    this.constantCurrent = parameters.get("I_e");
    double resting = parameters.get("E_L");
    this.threshold = parameters.get("V_th") - resting;
    this.reset = parameters.get("V_reset") - resting;
    this.refractory = parameters.get("t_ref");
    this.step = Math.min(tauM, Math.min(tau[0], tau[1])) / STEPS_A_TIME_CONSTANT;
  }

  /**
   * Runs from rest.
   *
   * @param times of inputs, ascending [ms]
   * @param weights of inputs [mV or pA]
   * @param changes when the injected current changes, ascending [ms]
   * @param currents what it changes to [pA]
   * @param end [ms]
   */
  void run(double[] times, double[] weights, double[] changes, double[] currents, double end) {
    double now = 0;
    double ready = 0;
    int input = 0;
    int change = 0;
    while (now < end) {
      double next = end;
      next = input < times.length ? Math.min(next, times[input]) : next;
      next = change < changes.length ? Math.min(next, changes[change]) : next;
      if (ready > now) {
        double held = Math.min(ready, next);
        boolean free = held == ready && ready < next;
        decay(held - now);
        now = held;
        if (free) {
          continue;
        }
      } else {
        double spike = freely(now, next);
        if (spike < Double.POSITIVE_INFINITY) {
          spikes.add(spike);
          v = reset;
          now = spike;
          ready = spike + refractory;
          continue;
        }
        now = next;
      }
      double jump = 0;
      while (input < times.length && times[input] == now) {
        double weight = weights[input++];
        int which = weight < 0 ? 1 : 0;
        switch (kind) {
          case DELTA -> jump += ready >= now && ready > 0 && now <= ready ? 0 : weight;
          case EXP -> i[which] += weight;
          case ALPHA -> d[which] += weight * Math.E / tau[which];
        }
      }
      v += jump;
      if (kind == Kind.DELTA && jump != 0) {
        tangent |= Math.abs(v - threshold) < TANGENT;
        if (v >= threshold) {
          spikes.add(now);
          v = reset;
          ready = now + refractory;
        }
      }
      while (change < changes.length && changes[change] == now) {
        injected = currents[change++];
      }
    }
  }

  /** Moves the synaptic currents only. */
  private void decay(double time) {
    double left = time;
    while (left > 0) {
      double h = Math.min(step, left);
      currents(h, new double[ORDER + 1]);
      left = left - h;
    }
  }

  /** Moves to a time, or to the first spike before it, which is returned. */
  private double freely(double from, double to) {
    double length = to - from;
    int steps = (int) Math.ceil(length / step);
    for (int k = 0; k < steps; k++) {
      double begin = length * k / steps;
      double h = length / steps;
      double[] iBefore = i.clone();
      double[] dBefore = d.clone();
      double[] synaptic = new double[ORDER + 1];
      currents(h, synaptic);
      expand(h, synaptic);
      double crossing = crossing(from + begin, h);
      if (crossing < Double.POSITIVE_INFINITY) {
        fleeting += fallsBack(k, steps, h) ? 1 : 0;
        System.arraycopy(iBefore, 0, i, 0, 2);
        System.arraycopy(dBefore, 0, d, 0, 2);
        currents(h * crossing, synaptic);
        return from + begin + h * crossing;
      }
      v = value(1);
    }
    tangent |= Math.abs(v - threshold) < TANGENT;
    return Double.POSITIVE_INFINITY;
  }

  /** Whether V is below the threshold at the end of the last step, if it is not reset. */
  private boolean fallsBack(int done, int steps, double h) {
    double[] synaptic = new double[ORDER + 1];
    v = value(1);
    for (int k = done + 1; k < steps; k++) {
      currents(h, synaptic);
      expand(h, synaptic);
      v = value(1);
    }
    return v < threshold;
  }

  /** The series of I_ex + I_in in s = t/h; moves the currents. */
  private void currents(double h, double[] sum) {
    Arrays.fill(sum, 0);
    for (int which = 0; which < 2; which++) {
      double x = h / tau[which];
      double current = i[which];
      double ramp = d[which];
      double iNext = 0;
      double dNext = 0;
      for (int k = 0; k <= ORDER; k++) {
        sum[k] += current;
        iNext += current;
        dNext += ramp;
        current = (-x * current + h * ramp) / (k + 1);
        ramp = -x * ramp / (k + 1);
      }
      i[which] = iNext;
      d[which] = dNext;
    }
  }

  /** The series of V in s = t/h. */
  private void expand(double h, double[] synaptic) {
    double drive = tauM / capacitance * (constantCurrent + injected);
    series[0] = v;
    for (int k = 0; k < ORDER; k++) {
      double constant = k == 0 ? drive : 0;
      series[k + 1] = (h / tauM * (constant - series[k]) + h / capacitance * synaptic[k]) / (k + 1);
    }
  }

  private double value(double s) {
    double sum = 0;
    for (int k = ORDER; k >= 0; k--) {
      sum = sum * s + series[k];
    }
    return sum;
  }

  private double slope(double s) {
    double sum = 0;
    for (int k = ORDER; k >= 1; k--) {
      sum = sum * s + k * series[k];
    }
    return sum;
  }

  /** The first s in a step at which V is at or above the threshold. */
  private double crossing(double at, double h) {
    if (value(0) >= threshold) {
      return 0;
    }
    double left = 0;
    double slopeLeft = slope(0);
    for (int scan = 1; scan <= SCANS_A_STEP; scan++) {
      double right = (double) scan / SCANS_A_STEP;
      double slopeRight = slope(right);
      double top = right;
      if (slopeLeft > 0 && slopeRight < 0) {
        top = bisect(left, right, s -> slope(s) > 0);
        tangent |= Math.abs(value(top) - threshold) < TANGENT;
      }
      if (value(top) > highest) {
        highest = value(top);
        highestAt = at + top * h;
      }
      if (value(top) >= threshold) {
        return bisect(left, top, s -> value(s) < threshold);
      }
      left = right;
      slopeLeft = slopeRight;
    }
    return Double.POSITIVE_INFINITY;
  }

  private interface Before {
    boolean test(double s);
  }

  private static double bisect(double from, double to, Before before) {
    double low = from;
    double high = to;
    while (true) {
      double middle = 0.5 * (low + high);
      if (middle <= low || middle >= high) {
        return high;
      }
      if (before.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }
}
