package org.hillock.loihi.validate;

import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappingFile;

/**
 * Whether the fields of a compartment are what the parameters of its neuron ask for. A step of
 * length h does on the chip, where one is 4096 (nengo-loihi, lava), and in the network, counted
 * from V_reset, where s is the number of units of v per mV that the mapping publishes:
 *
 * <pre>
 *   u ← u (one - 1 - decayU)/one + input          I ← e^(-h/tau_syn) I + input
 *   v ← v (one - decayV)/one + u + bias           V - V∞ ← e^(-h/tau_m) (V - V∞),  V∞ = E_L + R I
 *   fires if v &gt; vth 2^6, then v = 0              fires if V ≥ V_th, then V = V_reset
 *   v stays 0 for refractDelay - 1 steps          V stays V_reset for t_ref
 * </pre>
 *
 * <p>Equating the two gives a real number for each field. A field may differ from it by what its
 * grid of whole numbers forces, and by nothing else:
 *
 * <pre>
 *   decayV           one (1 - e^(-h/tau_m))        1/2, or the largest field
 *   decayU + 1       one (1 - e^(-h/tau_syn))      1/2, at least 1; one where spikes are jumps of V
 *   refractDelay - 1 t_ref/h                       1/2
 *   bias 2^biasExp   s V∞ decayV/one               1/2 2^e, e the least exponent whose mantissas reach it
 *   vth              s (V_th - V_reset)/2^6        from it less 1 up to it, without it: then sums
 *                                                  of weights, multiples of 2^6, fire at ≥
 *   v0               s (V_m - V_reset)             1/2, or the largest state
 *   u0 kept 1 step   s g I_syn                     1/2 of u0, or the largest state
 * </pre>
 *
 * <p>The bias follows the decay that the chip has, not the exact one, since that is what takes v to
 * V∞. The chip lets u decay before it adds it to v, the model lets I act first, so that what is
 * left of u0 after one step counts; where u keeps nothing, u0 is of no effect, and 0.
 */
final class NeuronCheck {

  /** Relative differences that come from the arithmetic of doubles. */
  private static final double DUST = 1e-9;

  private static final double HALF = 0.5 + 1e-6;

  private final MappingFile file;
  private final ChipProfile.Neuron chip;
  private final Declared declared;
  private final Complaints complaints;

  NeuronCheck(MappingFile file, Complaints complaints) {
    this.file = file;
    this.chip = file.chip().neuron();
    this.declared = new Declared(file);
    this.complaints = complaints;
  }

  /**
   * Checks a neuron.
   *
   * @param where the neuron and its place
   * @param name of the population
   * @param neuron of the population
   * @param incoming what arrives at it
   */
  void check(
      String where,
      MappedCore core,
      int compartment,
      String name,
      int neuron,
      ExpectedPopulation population,
      ExpectedPopulation.Incoming incoming) {
    MappedCore.Compartment fields = core.compartments().get(compartment);
    if (!leads(core, fields)) {
      return;
    }
    MappedCore.Profile profile = core.profiles().get(fields.profile());
    ExpectedNeuron wanted = population.neuron(neuron);
    double scale = population.scale();
    int one = chip.decayOne();
    double decayV = Response.exactDecay(wanted.tauM(), file.chipStep(), one);
    complaints.near(where, "decayV", Math.min(decayV, one - 1.0), profile.decayV(), HALF);
    decayU(where, wanted, incoming, profile.decayU());
    double refractory = wanted.refractory() / file.chipStep();
    complaints.near(where, "refractDelay", 1 + refractory, profile.refractDelay(), HALF);
    threshold(where, wanted.threshold() * scale, core.thresholds()[fields.threshold()]);
    double asymptote = wanted.asymptote() + declared.calibration(name);
    bias(where, asymptote * scale * profile.decayV() / one, fields);
    complaints.near(where, "v0", state(wanted.startV() * scale), fields.v0(), HALF);
    double start =
        wanted.startExcitatory() * population.excitatory(neuron)
            + wanted.startInhibitory() * population.inhibitory(neuron);
    double keep = (one - 1.0 - profile.decayU()) / one;
    double u0 = keep > 0 ? state(start / keep) : 0;
    complaints.near(where, "u0", u0, fields.u0(), HALF + DUST * Math.abs(u0));
  }

  /**
   * Checks a relay: one spike makes it fire in the step in which it arrives, and leaves nothing
   * behind that could make it fire again, or keep it from firing.
   *
   * @param weight of the one synapse onto it
   */
  void checkRelay(String where, MappedCore core, int compartment, double weight) {
    MappedCore.Compartment fields = core.compartments().get(compartment);
    if (!leads(core, fields)) {
      return;
    }
    MappedCore.Profile profile = core.profiles().get(fields.profile());
    int most = chip.decayOne() - 1;
    complaints.equal(where, "decayU", most, profile.decayU());
    complaints.equal(where, "decayV", most, profile.decayV());
    complaints.equal(where, "refractDelay", 1, profile.refractDelay());
    complaints.equal(where, "bias", 0, fields.bias());
    complaints.equal(where, "u0", 0, fields.u0());
    complaints.equal(where, "v0", 0, fields.v0());
    double fires =
        Math.scalb((double) core.thresholds()[fields.threshold()], chip.thresholdExponent());
    if (!(weight > fires)) {
      complaints.add(
          "%s: a weight of %.0f does not pass the threshold of %.0f", where, weight, fires);
    }
  }

  /** Whether the profiles of a compartment are there; if not, {@link RegisterCheck} complains. */
  private static boolean leads(MappedCore core, MappedCore.Compartment fields) {
    return fields.profile() >= 0
        && fields.profile() < core.profiles().size()
        && fields.threshold() >= 0
        && fields.threshold() < core.thresholds().length;
  }

  /** There is one decay for currents of both signs, so it must suit those that flow. */
  private void decayU(
      String where, ExpectedNeuron wanted, ExpectedPopulation.Incoming incoming, int field) {
    int one = chip.decayOne();
    if (!wanted.hasCurrents()) {
      complaints.equal(where, "decayU", one - 1, field);
      return;
    }
    double excitatory =
        Math.max(1, Response.exactDecay(wanted.tauExcitatory(), file.chipStep(), one));
    double inhibitory =
        Math.max(1, Response.exactDecay(wanted.tauInhibitory(), file.chipStep(), one));
    boolean positive = incoming.positive() || wanted.startExcitatory() != 0;
    boolean negative = incoming.negative() || wanted.startInhibitory() != 0;
    if (positive) {
      complaints.near(where, "decayU", excitatory - 1, field, HALF);
    }
    if (negative) {
      complaints.near(where, "decayU", inhibitory - 1, field, HALF);
    }
    // Where nothing flows, the decay of either sign will do.
    if (!positive && !negative && !(Math.abs(field + 1 - inhibitory) <= HALF)) {
      complaints.near(where, "decayU", excitatory - 1, field, HALF);
    }
  }

  private void threshold(String where, double wanted, int vth) {
    double least = wanted / (1L << chip.thresholdExponent()) - 1;
    double dust = 1e-6;
    if (!(vth >= least - dust && vth < least + 1 + dust)) {
      complaints.near(where, "vth", Math.ceil(least - dust), vth, 0);
    }
  }

  private void bias(String where, double wanted, MappedCore.Compartment fields) {
    int exponent = 0;
    while (exponent < chip.biasExponentMax()
        && Math.rint(Math.abs(wanted) / (1 << exponent)) > chip.biasMantissaMax()) {
      exponent++;
    }
    double half = 0.5 * (1 << exponent);
    double found = Math.scalb((double) fields.bias(), fields.biasExp());
    complaints.near(where, "bias", wanted, found, half + 1e-6 + DUST * Math.abs(wanted));
  }

  private double state(double value) {
    return Math.max(-chip.stateMax(), Math.min(chip.stateMax(), value));
  }
}
