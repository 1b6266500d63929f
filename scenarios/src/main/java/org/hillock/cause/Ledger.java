package org.hillock.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hillock.engine.run.OutsideHistory;
import org.hillock.model.linear.LinearDynamics;
import org.hillock.model.linear.Sensitivity;

/**
 * Accounts for the potential of one neuron at a moment: goes back from it to the beginning of the
 * run, and asks at everything that happened what it makes of the potential.
 */
final class Ledger {

  /** Times that differ by less are the same [ms]. */
  private static final double SAME = 1e-9;

  /**
   * A spike that arrived.
   *
   * @param time [ms]
   * @param receptor at which
   * @param weight in the unit of the model
   * @param index by which it is known to who asks
   */
  record Arrival(double time, int receptor, double weight, int index) {}

  /**
   * The account.
   *
   * @param arrivals what each arrival made, by its index [mV]
   * @param currents what the current of each input made, by its number [mV]
   * @param constant what the current made that always flows [mV]
   * @param beginning what the values at the beginning of the run made [mV]
   * @param resets what spikes of the neuron itself made [mV]
   */
  record Account(
      double[] arrivals,
      Map<Integer, Double> currents,
      double constant,
      double beginning,
      double resets) {

    double sum() {
      return Arrays.stream(arrivals).sum()
          + currents.values().stream().mapToDouble(Double::doubleValue).sum()
          + constant
          + beginning
          + resets;
    }
  }

  private final LinearDynamics dynamics;
  private final double held;
  private final double[] initial;
  private final List<Arrival> arrivals;
  private final List<OutsideHistory.Current> currents;
  private final double[] ownSpikes;

  /**
   * @param dynamics of the neuron
   * @param held how long V is held after a spike [ms]
   * @param initial values of its state variables
   * @param arrivals in order of time
   * @param currents from outside
   * @param ownSpikes when it fired, ascending [ms]
   */
  Ledger(
      LinearDynamics dynamics,
      double held,
      double[] initial,
      List<Arrival> arrivals,
      List<OutsideHistory.Current> currents,
      double[] ownSpikes) {
    this.dynamics = dynamics;
    this.held = held;
    this.initial = initial;
    this.arrivals = arrivals;
    this.currents = currents;
    this.ownSpikes = ownSpikes;
  }

  /**
   * The account of a moment; of one at which the neuron fires, before that spike.
   *
   * @param end the moment [ms]
   */
  Account at(double end) {
    Sensitivity sensitivity = new Sensitivity(dynamics);
    double[] made = new double[arrivals.size()];
    Map<Integer, Double> ofCurrents = new LinkedHashMap<>();
    double constant = 0;
    double resets = 0;
    double now = end;
    int next = arrivals.size() - 1;
    while (next >= 0 && arrivals.get(next).time() > end + SAME) {
      next--;
    }
    int own = before(end);
    for (double moment : moments(end).descendingSet()) {
      if (moment < now - SAME) {
        boolean holds = own >= 0 && now <= ownSpikes[own] + held + SAME;
        double ofCurrent = sensitivity.back(now - moment, holds);
        constant += ofCurrent * dynamics.constantCurrent();
        double middle = (now + moment) / 2;
        for (OutsideHistory.Current current : currents) {
          if (current.begin() < middle && middle <= current.end()) {
            ofCurrents.merge(current.input(), ofCurrent * current.amplitude(), Double::sum);
          }
        }
        now = moment;
      }
      if (own >= 0 && Math.abs(ownSpikes[own] - moment) <= SAME && moment < end - SAME) {
        resets += sensitivity.ofOwnSpike();
        own--;
      }
      boolean holds = own >= 0 && moment <= ownSpikes[own] + held + SAME;
      for (; next >= 0 && arrivals.get(next).time() >= moment - SAME; next--) {
        Arrival arrival = arrivals.get(next);
        made[next] = arrival.weight() * sensitivity.ofArrival(arrival.receptor(), holds);
      }
    }
    return new Account(made, ofCurrents, constant, sensitivity.ofState(initial), resets);
  }

  /** The last spike of the neuron before a moment; -1 without one. */
  private int before(double end) {
    int last = ownSpikes.length - 1;
    while (last >= 0 && ownSpikes[last] >= end - SAME) {
      last--;
    }
    return last;
  }

  /** Where something begins, ends or happens, from the beginning of the run to a moment. */
  private TreeSet<Double> moments(double end) {
    List<Double> all = new ArrayList<>(List.of(0.0));
    arrivals.forEach(arrival -> all.add(arrival.time()));
    for (OutsideHistory.Current current : currents) {
      all.add(current.begin());
      all.add(current.end());
    }
    for (double spike : ownSpikes) {
      all.add(spike);
      all.add(spike + held);
    }
    TreeSet<Double> moments = new TreeSet<>();
    all.stream().filter(moment -> moment <= end + SAME).forEach(moments::add);
    return moments;
  }
}
