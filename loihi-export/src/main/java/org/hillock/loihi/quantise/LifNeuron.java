package org.hillock.loihi.quantise;

import org.hillock.model.form.IntegrateAndFire;

/**
 * The physical neuron that a compartment stands for.
 *
 * @param tauM membrane time constant [ms]
 * @param capacitance C_m [pF]
 * @param rest E_L [mV]
 * @param threshold V_th [mV]
 * @param reset V_reset [mV]
 * @param refractory t_ref [ms]
 * @param current constant current, I_e and constant inputs together [pA]
 * @param tauExcitatory decay time of excitatory currents [ms]; 0 where spikes are jumps of V
 * @param tauInhibitory decay time of inhibitory currents [ms]; 0 where spikes are jumps of V
 */
public record LifNeuron(
    double tauM,
    double capacitance,
    double rest,
    double threshold,
    double reset,
    double refractory,
    double current,
    double tauExcitatory,
    double tauInhibitory) {

  /**
   * @param unit of a form that has compartments
   * @param constantInput constant current from inputs [pA]
   */
  public static LifNeuron of(IntegrateAndFire unit, double constantInput) {
    double excitatory = 0;
    double inhibitory = 0;
    if (unit.arrival() instanceof IntegrateAndFire.Currents currents) {
      excitatory = currents.tauExcitatory();
      inhibitory = currents.tauInhibitory();
    }
    return new LifNeuron(
        unit.tauM(),
        unit.capacitance(),
        unit.rest(),
        unit.threshold(),
        unit.reset(),
        unit.refractory(),
        unit.current() + constantInput,
        excitatory,
        inhibitory);
  }

  /** The same with more current: what moves V by so much where there are no spikes [mV]. */
  public LifNeuron with(double millivolts) {
    return new LifNeuron(
        tauM,
        capacitance,
        rest,
        threshold,
        reset,
        refractory,
        current + millivolts * capacitance / tauM,
        tauExcitatory,
        tauInhibitory);
  }

  /** Whether spikes are currents, and not jumps of V. */
  public boolean hasCurrents() {
    return tauExcitatory > 0;
  }

  /** Threshold above reset, where v = 0 on the chip [mV]; more than 0. */
  public double range() {
    return threshold - reset;
  }

  /** Where V goes without spikes: E_L + R I, above reset [mV]. */
  public double asymptote() {
    return rest - reset + tauM / capacitance * current;
  }
}
