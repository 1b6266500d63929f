package org.hillock.model.form;

/**
 * The neuron of Izhikevich (2003, IEEE Trans Neural Netw 14:1569): a quadratic membrane and a
 * recovery variable, defined by the steps of its published update as much as by its equations,
 *
 * <pre>
 *   dV/dt = 0.04 V² + 5 V + 140 - U + I_e + I     [mV, ms; R = 1]
 *   dU/dt = a (b V - U)
 *   V ≥ V_min;   V ≥ V_th: spike, then V = c, U += d
 * </pre>
 *
 * <p>in steps of length h of forward Euler, where a spike that arrives adds its weight to V, or as
 * published: two steps of h/2 for V, then one of h for U with the new V, where a weight is a
 * current that flows for a step. A model of this form calls its state {@link
 * IntegrateAndFire#POTENTIAL} and {@link #RECOVERY}, which begin at {@link #START_V} and {@link
 * #START_U} if nothing else is said.
 *
 * @param a time scale of U [1/ms]
 * @param b how U follows V
 * @param c V after a spike [mV]
 * @param d what a spike adds to U [mV]
 * @param threshold V_th [mV]
 * @param lowest V_min [mV]; minus infinity if there is no bound
 * @param current constant current I_e [pA]
 * @param euler whether steps are those of forward Euler, else as published
 */
public record IzhikevichNeuron(
    double a,
    double b,
    double c,
    double d,
    double threshold,
    double lowest,
    double current,
    boolean euler)
    implements NeuronForm {

  /** Name of U. */
  public static final String RECOVERY = "U_m";

  /** Where 0.04 V² + 5 V + 140 is least [mV]. */
  public static final double VERTEX = -62.5;

  /** Where V begins [mV]. */
  public static final double START_V = -65;

  /** Where U begins [mV]. */
  public static final double START_U = -13;

  @Override
  public String phrase() {
    return "a quadratic neuron with a recovery variable, as Izhikevich has it";
  }

  @Override
  public boolean definedByStep() {
    return true;
  }
}
