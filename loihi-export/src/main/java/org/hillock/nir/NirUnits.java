package org.hillock.nir;

import java.util.Arrays;
import org.hillock.format.FormatException;
import org.hillock.model.form.Threshold;
import org.hillock.network.Population;
import org.jspecify.annotations.Nullable;

/**
 * Nodes with a state as populations, see {@link NirImport}.
 *
 * @param population the neurons
 * @param factors what weights onto each of them are multiplied by
 * @param spikes whether they fire at all
 */
record NirUnits(Population population, double[] factors, boolean spikes) {

  /** C_m of a membrane without a leak, so that a current in pA changes V in mV/s [pF]. */
  private static final double ONE_SECOND = 1000;

  /**
   * The population of a node, or null for a node without a state.
   *
   * @param name of the population
   * @param refractory times of the node, one or one each [ms]
   * @param constant what reaches each element besides spikes
   * @param decay how v and currents are stepped
   * @param step dt [ms]
   * @throws FormatException for values that no model takes
   */
  static @Nullable NirUnits of(
      String name,
      NirNode node,
      NirArray refractory,
      double[] constant,
      NirDecay decay,
      double step) {
    Membranes to = new Membranes(constant.length, refractory);
    if (node instanceof NirNode.LIF lif) {
      LeakyUnits leaky = new LeakyUnits("tau", lif.tau(), decay, step);
      leaky.membrane(to, lif.vLeak());
      to.current(i -> lif.r().get(i) * constant[i]);
      to.threshold(lif.vThreshold(), lif.vReset());
      return new NirUnits(to.population(name), leaky.jumps(lif.r()), true);
    } else if (node instanceof NirNode.LI li) {
      LeakyUnits leaky = new LeakyUnits("tau", li.tau(), decay, step);
      leaky.membrane(to, li.vLeak());
      to.current(i -> li.r().get(i) * constant[i]);
      to.never();
      return new NirUnits(to.population(name), leaky.jumps(li.r()), false);
    } else if (node instanceof NirNode.CubaLIF lif) {
      LeakyUnits leaky = new LeakyUnits("tau_mem", lif.tauMem(), decay, step);
      leaky.membrane(to, lif.vLeak());
      to.threshold(lif.vThreshold(), lif.vReset());
      double[] factors =
          leaky.currents(to, lif.tauSyn(), i -> lif.r().get(i) * lif.wIn().get(i), constant);
      return new NirUnits(to.population(name), factors, true);
    } else if (node instanceof NirNode.CubaLI li) {
      LeakyUnits leaky = new LeakyUnits("tau_mem", li.tauMem(), decay, step);
      leaky.membrane(to, li.vLeak());
      to.never();
      double[] factors =
          leaky.currents(to, li.tauSyn(), i -> li.r().get(i) * li.wIn().get(i), constant);
      return new NirUnits(to.population(name), factors, false);
    } else if (node instanceof NirNode.IF unit) {
      to.threshold(unit.vThreshold(), unit.vReset());
      return integrator(to, name, unit.r(), constant, step, true);
    } else if (node instanceof NirNode.I unit) {
      to.never();
      return integrator(to, name, unit.r(), constant, step, false);
    } else if (node instanceof NirNode.Threshold unit) {
      TakenForms taken =
          TakenForms.of(constant.length, i -> new Threshold(unit.threshold().get(i) - constant[i]));
      double[] factors = new double[constant.length];
      Arrays.fill(factors, 1);
      return new NirUnits(
          new Population(name, constant.length, taken.model(), taken.parameters()), factors, true);
    }
    return null;
  }

  /** r dt, in s: what a pulse adds to v. */
  private static NirUnits integrator(
      Membranes to, String name, NirArray r, double[] constant, double step, boolean spikes) {
    to.capacitance(i -> ONE_SECOND);
    to.current(i -> r.get(i) * constant[i]);
    double[] factors = new double[r.size()];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = NirNumbers.factor(r.get(i) * step / 1000);
    }
    return new NirUnits(to.population(name), factors, spikes);
  }
}
