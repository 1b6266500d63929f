package org.hillock.loihi.validate;

import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappingFile;

/**
 * Whether the fields of a compartment are what the parameters of its neuron ask for: {@link
 * ExpectedNeuron} says what that is for each form, {@link NeuronFields} how far a field may be off.
 */
final class NeuronCheck {

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
    if (!runs(where, wanted.programme(), profile)) {
      return;
    }
    wanted.check(
        new NeuronFields(
            where,
            file,
            profile,
            core.thresholds()[fields.threshold()],
            fields,
            population.scale(),
            declared.calibration(name),
            population.excitatory(neuron),
            population.inhibitory(neuron),
            incoming,
            complaints));
  }

  /** Whether it does what it should; else its fields say something else. */
  private boolean runs(String where, Programme wanted, MappedCore.Profile profile) {
    complaints.equal(where, "programme", wanted.text(), profile.programme().text());
    return wanted == profile.programme();
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
    if (!runs(where, Programme.LIF, profile)) {
      return;
    }
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
}
