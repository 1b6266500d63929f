package org.hillock.stdp;

import java.util.ArrayList;
import java.util.List;

/**
 * One synapse with dopamine, computed from one event to the next: by the equations, or in the order
 * in which NEST 3.10 goes through the events.
 *
 * <p>NEST brings all synapses up to the end of every interval of the shortest delay of a network,
 * before it delivers the presynaptic spikes of that interval. A postsynaptic or modulating spike
 * that reaches the synapse in the same interval, after the presynaptic one, is so taken in before
 * it, and again after it, since the synapse is then set back to the time of the presynaptic spike.
 */
final class DopamineByHand {

  private static final double TAU_PAIR = 20;
  private static final double TAU_C = 1000;
  private static final double TAU_N = 200;
  private static final double A_PLUS = 0.2;
  private static final double A_MINUS = 0.1;
  private static final double SAME = 1e-6;
  private static final double MOST = 200;

  private final double[] pre;

  /** When spikes reach the synapse. */
  private final double[] post;

  private final double[] dopamine;
  private double weight = 35;
  private double eligibility;

  /** Right after each presynaptic spike. */
  private final List<Double> eligibilities = new ArrayList<>();

  /** The dopamine at a time, and the presynaptic trace at a time. */
  private double amount;

  private double amountAt;
  private double trace;
  private double now;

  DopamineByHand(double[] pre, double[] post, double[] dopamine) {
    this.pre = pre;
    this.post = post;
    this.dopamine = dopamine;
  }

  /** The weights right after each presynaptic spike, by the equations. */
  List<Double> exactly() {
    List<Double> weights = new ArrayList<>();
    double last = 0;
    for (double spike : pre) {
      takeIn(last, spike);
      arrive(spike, weights);
      last = spike;
    }
    return weights;
  }

  /** The eligibilities right after each presynaptic spike that has been gone through. */
  List<Double> eligibilities() {
    return eligibilities;
  }

  /** The same in NEST's order. */
  List<Double> inIntervals(double interval, double end) {
    List<Double> weights = new ArrayList<>();
    for (double begin = 0; begin < end; begin += interval) {
      for (double spike : pre) {
        if (spike > begin + SAME && spike <= begin + interval + SAME) {
          takeIn(now, begin + interval);
          moveTo(begin + interval);
          takeIn(spike, spike);
          arrive(spike, weights);
        }
      }
      takeIn(now, begin + interval);
      moveTo(begin + interval);
    }
    return weights;
  }

  /** Takes in what reaches the synapse after a time and up to another. */
  private void takeIn(double after, double until) {
    List<double[]> events = new ArrayList<>();
    for (double time : dopamine) {
      events.add(new double[] {time, 0});
    }
    for (double time : post) {
      events.add(new double[] {time, 1});
    }
    events.sort((a, b) -> a[0] == b[0] ? Double.compare(a[1], b[1]) : Double.compare(a[0], b[0]));
    for (double[] event : events) {
      if (event[0] > after + SAME && event[0] <= until + SAME) {
        moveTo(event[0]);
        if (event[1] == 0 && event[0] > amountAt + SAME) {
          amount = amount * Math.exp(-(event[0] - amountAt) / TAU_N) + 1 / TAU_N;
          amountAt = event[0];
        } else if (event[1] == 1) {
          eligibility += A_PLUS * trace;
        }
      }
    }
  }

  private void arrive(double spike, List<Double> weights) {
    moveTo(spike);
    weights.add(weight);
    for (double time : post) {
      eligibility -= time < spike - SAME ? A_MINUS * Math.exp(-(spike - time) / TAU_PAIR) : 0;
    }
    eligibilities.add(eligibility);
    trace += 1;
  }

  /** Moves everything to a time, which may be an earlier one. */
  private void moveTo(double time) {
    double elapsed = time - now;
    double tau = TAU_C * TAU_N / (TAU_C + TAU_N);
    double dopamineNow = amount * Math.exp(-(now - amountAt) / TAU_N);
    weight -= eligibility * dopamineNow * tau * Math.expm1(-elapsed / tau);
    weight = Math.max(0, Math.min(MOST, weight));
    eligibility *= Math.exp(-elapsed / TAU_C);
    trace *= Math.exp(-elapsed / TAU_PAIR);
    now = time;
  }
}
