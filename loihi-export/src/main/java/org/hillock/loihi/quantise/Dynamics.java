package org.hillock.loihi.quantise;

import java.util.Locale;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.wiring.ChipTime;

/**
 * The decays of a compartment, and how much a spike must add to u.
 *
 * <p>Per step of length h, exactly (Rotter and Diesmann 1999) and on the chip,
 *
 * <pre>
 *   V ← e^(-h/tau_m) V + P I,  then I ← e^(-h/tau_s) I + w
 *   u ← (1 - (decayU+1)/4096) u + w',  then v ← (1 - decayV/4096) v + u
 *   P = 1/C ∫_0^h e^(-(h-x)/tau_m) e^(-x/tau_s) dx
 * </pre>
 *
 * <p>With u = P I the two are the same recursion, except that v hears of a spike one step earlier,
 * which one more step of synaptic delay makes up for. So a weight of w is w' = P w, in mV, if the
 * decays were exact. They are rounded to 12 bits, so w' is corrected such that the area of the
 * postsynaptic potential, and with it the mean of V under many spikes, stays what it was:
 *
 * <pre>
 *   w' = g w,   g = P area(exact decays)/area(chip decays)
 *   area(a, b) = Σ_n Σ_k&lt;=n a^k b^(n-k) = 1/((1 - a)(1 - b))
 * </pre>
 *
 * <p>Where spikes are jumps of V, u has no memory (decayU + 1 = 4096) and g = 1.
 *
 * @param decayV voltage decay field
 * @param decayUExcitatory current decay field for the excitatory time constant
 * @param decayUInhibitory current decay field for the inhibitory time constant
 * @param gainExcitatory g for positive weights [mV/pA], or 1
 * @param gainInhibitory g for negative weights [mV/pA], or 1
 */
public record Dynamics(
    int decayV,
    int decayUExcitatory,
    int decayUInhibitory,
    double gainExcitatory,
    double gainInhibitory) {

  /**
   * The dynamics of a neuron. A time constant of currents that is too long for the decay field is
   * cut to the longest there is; {@link #checkCurrents} refuses it if it is in use.
   *
   * @throws MappingException if the membrane time constant is too long for the decay field
   */
  public static Dynamics of(LifNeuron neuron, ChipTime time, ChipProfile profile, String where) {
    int one = profile.neuron().decayOne();
    double step = time.step();
    int decayV = decay("tau_m", neuron.tauM(), step, one, where);
    decayV = Math.min(decayV, one - 1);
    if (!neuron.hasCurrents()) {
      return new Dynamics(decayV, one - 1, one - 1, 1, 1);
    }
    int excitatory = Math.max(1, (int) Math.rint(exact(neuron.tauExcitatory(), step, one)));
    int inhibitory = Math.max(1, (int) Math.rint(exact(neuron.tauInhibitory(), step, one)));
    double keepV = 1 - (double) decayV / one;
    return new Dynamics(
        decayV,
        excitatory - 1,
        inhibitory - 1,
        gain(neuron, neuron.tauExcitatory(), step, keepV, 1 - (double) excitatory / one),
        gain(neuron, neuron.tauInhibitory(), step, keepV, 1 - (double) inhibitory / one));
  }

  /**
   * Checks the time constants of those currents that a neuron receives.
   *
   * @throws MappingException if one is too long for the decay field
   */
  public static void checkCurrents(
      PhysicalNeuron neuron,
      ChipTime time,
      ChipProfile profile,
      String where,
      boolean excitatory,
      boolean inhibitory) {
    int one = profile.neuron().decayOne();
    if (neuron.hasCurrents() && excitatory) {
      decay("tau_syn_ex", neuron.tauExcitatory(), time.step(), one, where);
    }
    if (neuron.hasCurrents() && inhibitory) {
      decay("tau_syn_in", neuron.tauInhibitory(), time.step(), one, where);
    }
  }

  private static double exact(double tau, double step, int one) {
    return -one * StrictMath.expm1(-step / tau);
  }

  /** What a step takes away of a quantity with this time constant, in units of 1/one. */
  private static int decay(String name, double tau, double step, int one, String where) {
    double exact = exact(tau, step, one);
    int decay = (int) Math.rint(exact);
    if (decay == 0) {
      throw new MappingException(
          where + "." + name,
          "decay field",
          String.format(
              Locale.ROOT, "a decay of %.3f/%d per step of %s", exact, one, ChipTime.text(step)),
          "whole steps of 1/" + one,
          "a coarser --chip-step, or a shorter time constant");
    }
    return decay;
  }

  /** How long a decay lasts on the chip [ms]; 0 if there is no memory at all. */
  public static double timeConstant(int decay, double step, int one) {
    return decay >= one ? 0 : -step / StrictMath.log1p(-(double) decay / one);
  }

  private static double gain(
      LifNeuron neuron, double tauSyn, double step, double keepV, double keepU) {
    double area = StrictMath.expm1(-step / neuron.tauM()) * StrictMath.expm1(-step / tauSyn);
    return propagator(neuron, tauSyn, step) * (1 - keepV) * (1 - keepU) / area;
  }

  /**
   * P of the class comment [mV/pA], in a form that holds for equal time constants too: what the
   * slower of the two leaves, and less of it as they part.
   */
  private static double propagator(LifNeuron neuron, double tauSyn, double step) {
    double slow = Math.max(neuron.tauM(), tauSyn);
    double x = Math.abs(step * (1 / neuron.tauM() - 1 / tauSyn));
    double ratio = x == 0 ? 1 : -StrictMath.expm1(-x) / x;
    return step / neuron.capacitance() * StrictMath.exp(-step / slow) * ratio;
  }
}
