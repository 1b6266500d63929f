package org.hillock.nir;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.hillock.format.FormatException;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.network.Distribution;
import org.hillock.network.Population;
import org.jspecify.annotations.Nullable;

/** The neurons of a node that integrate, while they are being collected; one entry an element. */
final class Membranes {

  /** No membrane gets there: the threshold of what does not fire [mV]. */
  static final double NEVER = 1e300;

  private final int size;
  private final double[] tauM;
  private final double[] capacitance;
  private final double[] rest;
  private final double[] threshold;
  private final double[] reset;
  private final double[] refractory;
  private final double[] current;
  private double @Nullable [] tauSyn;
  private final Map<String, Distribution> initial = new HashMap<>();

  /**
   * Membranes that do not leak, yet.
   *
   * @param refractory times, one or one each [ms]
   */
  Membranes(int size, NirArray refractory) {
    this.size = size;
    this.tauM = filled(i -> Double.POSITIVE_INFINITY);
    this.capacitance = new double[size];
    this.rest = new double[size];
    this.threshold = new double[size];
    this.reset = new double[size];
    this.refractory = filled(i -> refractory.dimensions() == 0 ? 0 : refractory.get(i));
    this.current = new double[size];
  }

  private double[] filled(IntToDoubleFunction value) {
    double[] each = new double[size];
    Arrays.setAll(each, value);
    return each;
  }

  /** C_m [pF]. */
  void capacitance(IntToDoubleFunction value) {
    Arrays.setAll(capacitance, value);
  }

  /** A leak; C_m is the number of tau_m, so that tau_m/C_m is 1 mV/pA, and V begins at 0. */
  void leak(IntToDoubleFunction tau, IntToDoubleFunction resting) {
    Arrays.setAll(tauM, tau);
    Arrays.setAll(capacitance, tau);
    Arrays.setAll(rest, resting);
    initial.put(IntegrateAndFire.POTENTIAL, Distribution.of(0));
  }

  /** I_e [pA]. */
  void current(IntToDoubleFunction value) {
    Arrays.setAll(current, value);
  }

  /** Synaptic currents of these time constants [ms], and what flows at the start [pA]. */
  void synapses(IntToDoubleFunction tau, IntToDoubleFunction start) {
    tauSyn = filled(tau);
    initial.put(IntegrateAndFire.Currents.EXCITATORY, TakenForms.column(filled(start)));
  }

  /** NIR fires above the threshold, the simulator at it: the next number is the first above. */
  void threshold(NirArray above, NirArray to) {
    for (int i = 0; i < size; i++) {
      if (!(to.get(i) <= above.get(i))) {
        throw new FormatException(
            "dataset 'v_reset'",
            "found "
                + to.get(i)
                + " above v_threshold, "
                + above.get(i)
                + ": such a neuron never stops firing",
            "v_reset below v_threshold");
      }
      threshold[i] = Math.nextUp(above.get(i));
      reset[i] = to.get(i);
    }
  }

  /** A threshold that is never reached. */
  void never() {
    Arrays.fill(threshold, NEVER);
  }

  /** The population of a model that can be these neurons. */
  Population population(String name) {
    TakenForms taken = TakenForms.of(size, this::form);
    Map<String, Distribution> parameters = new HashMap<>(taken.parameters());
    parameters.putAll(initial);
    return new Population(name, size, taken.model(), parameters);
  }

  private IntegrateAndFire form(int i) {
    return new IntegrateAndFire(
        tauM[i],
        capacitance[i],
        rest[i],
        threshold[i],
        reset[i],
        refractory[i],
        current[i],
        Double.NEGATIVE_INFINITY,
        tauSyn == null
            ? new IntegrateAndFire.Jump()
            : new IntegrateAndFire.Currents(tauSyn[i], tauSyn[i]));
  }
}
