package org.hillock.model.form;

/**
 * A membrane that fires at a threshold, with or without a leak:
 *
 * <pre>
 *   dV/dt = -(V - E_L)/tau_m + (I_syn + I_e + I)/C_m,   V ≥ V_min
 *   V ≥ V_th: spike, then V = V_reset for t_ref
 * </pre>
 *
 * <p>A model of this form calls the potential {@link #POTENTIAL} among its state variables, and
 * synaptic currents {@link Currents#EXCITATORY} and {@link Currents#INHIBITORY}; V begins at E_L
 * and currents at 0 if nothing else is said.
 *
 * @param tauM membrane time constant [ms]; infinity without a leak
 * @param capacitance C_m [pF]
 * @param rest E_L [mV]; without a leak only where V begins
 * @param threshold V_th [mV]
 * @param reset V_reset [mV]
 * @param refractory t_ref [ms]
 * @param current constant current I_e [pA]
 * @param lowest V_min [mV]; minus infinity if there is no bound
 * @param arrival what a spike that arrives does
 */
public record IntegrateAndFire(
    double tauM,
    double capacitance,
    double rest,
    double threshold,
    double reset,
    double refractory,
    double current,
    double lowest,
    Arrival arrival)
    implements NeuronForm {

  /** Name of the membrane potential. */
  public static final String POTENTIAL = "V_m";

  /** What a spike that arrives does. */
  public sealed interface Arrival permits Jump, Currents {}

  /** V += w: weights are in mV. What arrives while the neuron is refractory is lost. */
  public record Jump() implements Arrival {}

  /**
   * I += w, and dI/dt = -I/tau: weights are in pA. Weights of 0 and above have their own current,
   * weights below 0 theirs.
   *
   * @param tauExcitatory [ms]
   * @param tauInhibitory [ms]
   */
  public record Currents(double tauExcitatory, double tauInhibitory) implements Arrival {

    /** Name of the current of weights of 0 and above. */
    public static final String EXCITATORY = "I_syn_ex";

    /** Name of the current of weights below 0. */
    public static final String INHIBITORY = "I_syn_in";
  }

  /** Whether V goes back to E_L by itself. */
  public boolean leaks() {
    return tauM < Double.POSITIVE_INFINITY;
  }

  @Override
  public boolean hasCurrents() {
    return arrival instanceof Currents;
  }

  /** Whether V has a lower bound. */
  public boolean bounded() {
    return lowest > Double.NEGATIVE_INFINITY;
  }

  @Override
  public String phrase() {
    return (leaks() ? "a leaky" : "a perfect")
        + " integrate-and-fire neuron whose spikes are "
        + (hasCurrents() ? "exponential currents" : "jumps of V");
  }
}
