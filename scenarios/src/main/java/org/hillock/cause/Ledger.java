package org.hillock.cause;

import java.util.ArrayList;
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
   * The account.
   *
   * @param perWeight what each arrival made for a weight of 1 [mV]
   * @param currents what the current of each input made, by its number [mV]
   * @param constant what the current made that always flows [mV]
   * @param beginning what the values at the beginning of the run made [mV]
   * @param resets what spikes of the neuron itself made [mV]
   */
  record Account(
      double[] perWeight,
      Map<Integer, Double> currents,
      double constant,
      double beginning,
      double resets) {

    /** All together [mV]. */
    double sum(List<Gathering.Spike> arrived) {
      double sum = constant + beginning + resets;
      for (double made : currents.values()) {
        sum += made;
      }
      for (int i = 0; i < perWeight.length; i++) {
        sum += perWeight[i] * arrived.get(i).weight();
      }
      return sum;
    }
  }

  private final LinearDynamics dynamics;
  private final double held;
  private final double[] initial;
  private final List<OutsideHistory.Current> currents;
  private final double[] ownSpikes;

  /**
   * @param dynamics of the neuron
   * @param held how long V is held after a spike [ms]
   * @param initial values of its state variables
   * @param currents from outside
   * @param ownSpikes when it fired, ascending [ms]
   */
  Ledger(
      LinearDynamics dynamics,
      double held,
      double[] initial,
      List<OutsideHistory.Current> currents,
      double[] ownSpikes) {
    this.dynamics = dynamics;
    this.held = held;
    this.initial = initial;
    this.currents = currents;
    this.ownSpikes = ownSpikes;
  }

  /**
   * The account of a moment; of one at which the neuron fires, before that spike.
   *
   * @param end the moment [ms]
   * @param arrived spikes, in order of time; those after the moment have made nothing
   */
  Account at(double end, List<Gathering.Spike> arrived) {
    Sensitivity sensitivity = new Sensitivity(dynamics);
    double[] made = new double[arrived.size()];
    Map<Integer, Double> ofCurrents = new LinkedHashMap<>();
    double constant = 0;
    double resets = 0;
    double now = end;
    int next = arrived.size() - 1;
    while (next >= 0 && arrived.get(next).arrival() > end + SAME) {
      next--;
    }
    int own = before(end);
    for (double moment : moments(end, arrived).descendingSet()) {
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
      for (; next >= 0 && arrived.get(next).arrival() >= moment - SAME; next--) {
        made[next] = sensitivity.ofArrival(arrived.get(next).receptor(), holds);
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
  private TreeSet<Double> moments(double end, List<Gathering.Spike> arrived) {
    List<Double> all = new ArrayList<>(List.of(0.0));
    arrived.forEach(spike -> all.add(spike.arrival()));
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
