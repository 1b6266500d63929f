package org.hillock.loihi.quantise;

import org.hillock.model.ParameterSet;

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
   * @param parameters of iaf_psc_delta or iaf_psc_exp
   * @param constantInput constant current from inputs [pA]
   */
  public static LifNeuron of(ParameterSet parameters, double constantInput) {
    boolean currents = parameters.names().contains("tau_syn_ex");
    return new LifNeuron(
        parameters.get("tau_m"),
        parameters.get("C_m"),
        parameters.get("E_L"),
        parameters.get("V_th"),
        parameters.get("V_reset"),
        parameters.get("t_ref"),
        parameters.get("I_e") + constantInput,
        currents ? parameters.get("tau_syn_ex") : 0,
        currents ? parameters.get("tau_syn_in") : 0);
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
