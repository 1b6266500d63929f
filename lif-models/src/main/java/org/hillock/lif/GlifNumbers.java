package org.hillock.lif;

import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hillock.model.GridTime;
import org.hillock.model.ParameterSet;
import org.hillock.model.linear.LinearDynamics;
import org.hillock.model.linear.Propagators;

/**
 * The numbers of a {@link GlifKernel}, in the order in which it takes them: single ones, those of
 * each receptor, those of each after-spike current.
 *
 * @param places how the states are numbered
 * @param step of the grid [ms]
 */
record GlifNumbers(Glif places, double step) {

  private static final int SINGLE = 14;
  private static final int A_RECEPTOR = 5;
  private static final int A_CURRENT = 4;

  int count() {
    return SINGLE + A_RECEPTOR * places.receptors() + A_CURRENT * places.currents();
  }

  double[] of(ParameterSet set) {
    Propagators over = Glif.motion(set).over(step);
    int v = LinearDynamics.V;
    int ofSpikes = places.ofSpikes();
    int ofVoltage = places.ofVoltage();
    double resting = set.get("E_L");
    double refractory = set.get("t_ref");
    boolean keeps = set.is("spike_dependent_threshold");
    DoubleStream single =
        DoubleStream.of(
            resting,
            set.get("V_th") - resting,
            over.of(v, v),
            over.ofCurrent(v),
            over.of(ofSpikes, ofSpikes),
            keeps ? StrictMath.exp(-set.get("th_spike_decay") * refractory) : 1,
            keeps ? set.get("th_spike_add") : 0,
            over.of(ofVoltage, ofVoltage),
            over.of(ofVoltage, v),
            over.ofCurrent(ofVoltage),
            keeps ? set.get("voltage_reset_fraction") : 0,
            keeps ? set.get("voltage_reset_add") : set.get("V_reset") - resting,
            GridTime.index(refractory, step),
            set.get("after_spike_currents"));
    double[] tau = set.list(Multisynapse.TAU_SYN);
    DoubleStream receptors =
        join(DoubleStream.empty(), tau.length, r -> over.of(Glif.rise(r), Glif.rise(r)));
    receptors = join(receptors, tau.length, r -> over.of(Glif.synaptic(r), Glif.rise(r)));
    receptors = join(receptors, tau.length, r -> over.of(v, Glif.synaptic(r)));
    receptors = join(receptors, tau.length, r -> over.of(v, Glif.rise(r)));
    receptors = join(receptors, tau.length, r -> Math.E / tau[r]);
    return DoubleStream.concat(DoubleStream.concat(single, receptors), currents(set, over))
        .toArray();
  }

  private DoubleStream currents(ParameterSet set, Propagators over) {
    double[] decay = set.list("asc_decay");
    double[] share = set.list("asc_r");
    double[] add = set.list("asc_amps");
    double refractory = set.get("t_ref");
    int n = decay.length;
    DoubleStream all = DoubleStream.empty();
    all = join(all, n, j -> over.of(places.afterSpike(j), places.afterSpike(j)));
    all = join(all, n, j -> mean(decay[j] * step));
    all = join(all, n, j -> share[j] * StrictMath.exp(-decay[j] * refractory));
    return join(all, n, j -> add[j]);
  }

  private static DoubleStream join(DoubleStream first, int count, IntToDoubleFunction next) {
    return DoubleStream.concat(first, IntStream.range(0, count).mapToDouble(next));
  }

  /** The mean of e^(-s) for s from 0 to x. */
  private static double mean(double x) {
    return -StrictMath.expm1(-x) / x;
  }
}
