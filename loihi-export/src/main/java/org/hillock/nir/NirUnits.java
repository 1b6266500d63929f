package org.hillock.nir;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.hillock.lif.IafPscDelta;
import org.hillock.lif.IafPscExp;
import org.hillock.lif.IfPscDelta;
import org.hillock.lif.ThresholdUnit;
import org.hillock.network.Distribution;
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

  /** No membrane gets there: the threshold of what does not fire [mV]. */
  static final double NEVER = 1e300;

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
   * @throws NirException for values that no model takes
   */
  static @Nullable NirUnits of(
      String name,
      NirNode node,
      NirArray refractory,
      double[] constant,
      NirDecay decay,
      double step) {
    Parameters to = new Parameters(constant.length, refractory);
    if (node instanceof NirNode.LIF lif) {
      LeakyUnits leaky = new LeakyUnits("tau", lif.tau(), decay, step);
      leaky.membrane(to, lif.vLeak());
      to.put("I_e", i -> lif.r().get(i) * constant[i]);
      to.threshold(lif.vThreshold(), lif.vReset());
      return to.units(name, new IafPscDelta().name(), leaky.jumps(lif.r()), true);
    } else if (node instanceof NirNode.LI li) {
      LeakyUnits leaky = new LeakyUnits("tau", li.tau(), decay, step);
      leaky.membrane(to, li.vLeak());
      to.put("I_e", i -> li.r().get(i) * constant[i]);
      to.never();
      return to.units(name, new IafPscDelta().name(), leaky.jumps(li.r()), false);
    } else if (node instanceof NirNode.CubaLIF lif) {
      LeakyUnits leaky = new LeakyUnits("tau_mem", lif.tauMem(), decay, step);
      leaky.membrane(to, lif.vLeak());
      to.threshold(lif.vThreshold(), lif.vReset());
      double[] factors =
          leaky.currents(to, lif.tauSyn(), i -> lif.r().get(i) * lif.wIn().get(i), constant);
      return to.units(name, new IafPscExp().name(), factors, true);
    } else if (node instanceof NirNode.CubaLI li) {
      LeakyUnits leaky = new LeakyUnits("tau_mem", li.tauMem(), decay, step);
      leaky.membrane(to, li.vLeak());
      to.never();
      double[] factors =
          leaky.currents(to, li.tauSyn(), i -> li.r().get(i) * li.wIn().get(i), constant);
      return to.units(name, new IafPscExp().name(), factors, false);
    } else if (node instanceof NirNode.IF unit) {
      to.threshold(unit.vThreshold(), unit.vReset());
      return integrator(to, name, unit.r(), constant, step, true);
    } else if (node instanceof NirNode.I unit) {
      to.never();
      return integrator(to, name, unit.r(), constant, step, false);
    } else if (node instanceof NirNode.Threshold unit) {
      Parameters only = new Parameters(constant.length, null);
      only.put("theta", i -> unit.threshold().get(i) - constant[i]);
      double[] factors = new double[constant.length];
      Arrays.fill(factors, 1);
      return only.units(name, new ThresholdUnit().name(), factors, true);
    }
    return null;
  }

  /** r dt, in s: what a pulse adds to v. */
  private static NirUnits integrator(
      Parameters to, String name, NirArray r, double[] constant, double step, boolean spikes) {
    to.put("C_m", i -> ONE_SECOND);
    to.put("I_e", i -> r.get(i) * constant[i]);
    double[] factors = new double[r.size()];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = NirNumbers.factor(r.get(i) * step / 1000);
    }
    return to.units(name, new IfPscDelta().name(), factors, spikes);
  }

  /** Parameters while they are being collected. */
  static final class Parameters {

    private final int size;
    private final Map<String, Distribution> values = new HashMap<>();

    Parameters(int size, @Nullable NirArray refractory) {
      this.size = size;
      if (refractory != null) {
        put("t_ref", i -> refractory.dimensions() == 0 ? 0 : refractory.get(i));
      }
    }

    void put(String name, IntToDoubleFunction value) {
      double[] each = new double[size];
      boolean same = true;
      for (int i = 0; i < size; i++) {
        each[i] = value.applyAsDouble(i) + 0.0; // no negative zero
        same &= each[i] == each[0];
      }
      if (!same) {
        values.put(name, new Distribution.Listed(each));
      } else {
        values.put(name, Distribution.of(each[0]));
      }
    }

    /** NIR fires above the threshold, the simulator at it: the next number is the first above. */
    void threshold(NirArray threshold, NirArray reset) {
      for (int i = 0; i < size; i++) {
        if (!(reset.get(i) <= threshold.get(i))) {
          throw new NirException(
              "dataset 'v_reset'",
              "found "
                  + reset.get(i)
                  + " above v_threshold, "
                  + threshold.get(i)
                  + ": such a neuron never stops firing",
              "v_reset below v_threshold");
        }
      }
      put("V_th", i -> Math.nextUp(threshold.get(i)));
      put("V_reset", reset::get);
    }

    void never() {
      put("V_th", i -> NEVER);
      put("V_reset", i -> 0);
    }

    NirUnits units(String name, String model, double[] factors, boolean spikes) {
      return new NirUnits(new Population(name, size, model, values), factors, spikes);
    }
  }
}
