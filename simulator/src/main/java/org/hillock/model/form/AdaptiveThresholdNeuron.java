package org.hillock.model.form;

import java.util.List;

/**
 * A leaky membrane that is not reset: each spike raises the threshold by parts that decay.
 *
 * <pre>
 *   dV/dt  = -(V - E_L)/tau_m + (I_syn + I_e + I)/C_m
 *   dI/dt  = -I/tau_syn,   I += w at each spike that arrives
 *   θ_k    : dθ_k/dt = -θ_k/tau_k
 *   V ≥ omega + Σ θ_k, and t_ref is over: spike, θ_k += alpha_k; V goes on
 * </pre>
 *
 * <p>A model of this form calls its state as {@link IntegrateAndFire} says, the threshold {@link
 * #THRESHOLD} and the k-th part of it {@link #part}; parts begin at 0 if nothing else is said.
 *
 * @param tauM membrane time constant [ms]
 * @param capacitance C_m [pF]
 * @param rest E_L [mV]
 * @param threshold omega, the threshold without spikes [mV]
 * @param refractory t_ref, in which there is no second spike [ms]
 * @param current constant current I_e [pA]
 * @param parts of the threshold
 * @param arrival the currents that a spike which arrives sets off
 */
public record AdaptiveThresholdNeuron(
    double tauM,
    double capacitance,
    double rest,
    double threshold,
    double refractory,
    double current,
    List<Part> parts,
    IntegrateAndFire.Currents arrival)
    implements NeuronForm {

  /** Name of the threshold, all parts together. */
  public static final String THRESHOLD = "V_th";

  /**
   * A part of the threshold.
   *
   * @param step alpha, by which a spike raises it [mV]
   * @param tau with which it decays [ms]
   */
  public record Part(double step, double tau) {}

  /** Copies the list. */
  public AdaptiveThresholdNeuron {
    parts = List.copyOf(parts);
  }

  /**
   * Name of a part.
   *
   * @param k from 0
   */
  public static String part(int k) {
    return "V_th_alpha_" + (k + 1);
  }

  /** The membrane alone, as one that is reset to rest. */
  public IntegrateAndFire membrane() {
    return new IntegrateAndFire(
        tauM,
        capacitance,
        rest,
        threshold,
        rest,
        refractory,
        current,
        Double.NEGATIVE_INFINITY,
        arrival);
  }

  @Override
  public boolean hasCurrents() {
    return true;
  }

  @Override
  public String phrase() {
    return "a leaky integrate-and-fire neuron whose threshold adapts";
  }
}
