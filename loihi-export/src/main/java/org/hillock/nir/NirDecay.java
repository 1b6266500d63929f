package org.hillock.nir;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hillock.format.FormatException;

/**
 * How a framework steps tau dx/dt = -x + S over dt, in which S is constant:
 *
 * <pre>
 *   EXACT   x ← x e^(-dt/tau) + S (1 - e^(-dt/tau))     the solution
 *   EULER   x ← x (1 - dt/tau) + S dt/tau               forward Euler
 * </pre>
 *
 * <p>Both keep a part k of x and add a part 1 - k of S, so that a constant S ends at S. The
 * simulator steps exactly; with the time constant dt/ln(1/k) it keeps the same part of x as Euler
 * does, and so gives Euler's numbers.
 */
public enum NirDecay {
  /** The solution of the equation. */
  EXACT,
  /** Forward Euler, as many networks were trained. */
  EULER;

  /** Of what is 0 after a step, e^-600 is left: no double that it is added to sees it. */
  private static final double GONE = 600;

  /** The name in options and in metadata. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this name. */
  public static Optional<NirDecay> of(String text) {
    return Arrays.stream(values()).filter(decay -> decay.text().equals(text)).findFirst();
  }

  /** Part of S that is added in a step, 1 - k. */
  double gain(double tau, double step) {
    return this == EULER ? step / tau : -StrictMath.expm1(-step / tau);
  }

  /**
   * The time constant with which the simulator does the same [ms].
   *
   * @param name of the dataset, for complaints
   * @param tau of the node [ms], above 0
   * @param step dt [ms]
   * @throws FormatException if Euler's steps would swing about the solution
   */
  double simulated(String name, double tau, double step) {
    if (this == EXACT) {
      return tau;
    }
    double part = step / tau;
    if (part > 1 + 1e-9) {
      throw new FormatException(
          "dataset '" + name + "'",
          "found "
              + tau
              + " ms, less than a step of "
              + step
              + " ms: forward Euler, 1 - dt/tau, changes the sign in every step",
          "--decay exact, or a shorter --step");
    }
    return part > 1 - 1e-9 ? step / GONE : NirNumbers.clean(-step / StrictMath.log1p(-part));
  }

  /** The time constant of a node that does in this way what the simulator does with one [ms]. */
  double written(double tau, double step) {
    return this == EXACT ? tau : step / -StrictMath.expm1(-step / tau);
  }

  /**
   * Part of a synaptic current at the start of a step that is in v at its end, in the simulator:
   *
   * <pre>
   *   1/C ∫_0^h e^(-(h-s)/tau_m) e^(-s/tau_s) ds = (e^(-h/tau_m) - e^(-h/tau_s)) / (C (1/tau_s - 1/tau_m))
   * </pre>
   *
   * @return [mV/pA]
   */
  static double transferred(double tauM, double tauS, double capacitance, double step) {
    double slow = Math.max(tauM, tauS);
    double fast = Math.min(tauM, tauS);
    double x = step * (slow - fast) / (slow * fast);
    double ratio = x == 0 ? 1 : -StrictMath.expm1(-x) / x;
    return step / capacitance * StrictMath.exp(-step / slow) * ratio;
  }
}
