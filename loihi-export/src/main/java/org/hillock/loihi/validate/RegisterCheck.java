package org.hillock.loihi.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.emulate.learning.LearningRule;
import org.hillock.loihi.read.MappedCore;

/**
 * Whether every register of a core holds a number that it can hold, and every number of a table's
 * row leads to one. The ranges are those of nengo-loihi's validator and discretisation, of which
 * the chip profile holds what differs from chip to chip.
 */
final class RegisterCheck {

  /** Codes of signs: 1 both, 2 positive, 3 negative. */
  private static final int LEAST_FANOUT_TYPE = 1;

  private static final int MOST_FANOUT_TYPE = 3;
  private static final int SPARSE = 0;
  private static final int DENSE = 3;

  /** vmin is -(2^k) + 1 with k from 0 to 31. */
  private static final int MOST_NEG_VM_LIMIT = 31;

  /** vmax is 2^(9 + 2k) - 1; 7 on Loihi, more only on chips of more bits. */
  private static final int MOST_POS_VM_LIMIT = 11;

  /** Epochs of learning have 1 to 64 steps. */
  private static final int LONGEST_EPOCH = 64;

  /** Traces have 7 bits, and impulses 8 bits of fraction. */
  private static final double MOST_IMPULSE = 127 + 255 / 256.0;

  private final ChipProfile chip;
  private final MappedCore core;
  private final Complaints complaints;
  private final String where;

  RegisterCheck(ChipProfile chip, MappedCore core, Complaints complaints) {
    this.chip = chip;
    this.core = core;
    this.complaints = complaints;
    this.where = core.name();
  }

  void check() {
    bounds();
    for (int i = 0; i < core.compartments().size(); i++) {
      compartment(where + ": compartment " + i, core.compartments().get(i));
    }
    for (int i = 0; i < core.profiles().size(); i++) {
      profile(where + ": compartment profile " + i, core.profiles().get(i));
    }
    for (int i = 0; i < core.thresholds().length; i++) {
      threshold(where + ": threshold profile " + i, core.thresholds()[i]);
    }
    for (int i = 0; i < core.learning().size(); i++) {
      learning(where + ": learning profile " + i, core.learning().get(i));
    }
    Set<Integer> met = new HashSet<>();
    for (MappedCore.Format format : core.formats()) {
      if (!met.add(format.id())) {
        complaints.add("%s: synapse format %d is there twice", where, format.id());
      }
      format(where + ": synapse format " + format.id(), format);
    }
  }

  /** Nothing may bound v but the width of the state: the models that are mapped have no bounds. */
  private void bounds() {
    int bits = chip.neuron().stateBits();
    complaints.range(where, "negVmLimit", core.negVmLimit(), bits, MOST_NEG_VM_LIMIT);
    // 9 + 2k bits, which are at least those of the state.
    int least = Math.max(0, (bits - 8) / 2);
    complaints.range(where, "posVmLimit", core.posVmLimit(), least, MOST_POS_VM_LIMIT);
    complaints.range(
        where, "delayBits", core.delayBits(), 0, bitsOf(chip.synapse().delayMax()) + 1);
  }

  private static int bitsOf(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number);
  }

  private void compartment(String own, MappedCore.Compartment one) {
    ChipProfile.Neuron fields = chip.neuron();
    long bias = fields.biasMantissaMax();
    complaints.range(own, "bias", one.bias(), -bias, bias);
    complaints.range(own, "biasExp", one.biasExp(), 0, fields.biasExponentMax());
    complaints.place(own, "cxProfile", one.profile(), core.profiles().size());
    complaints.place(own, "vthProfile", one.threshold(), core.thresholds().length);
    long state = fields.stateMax();
    complaints.range(own, "u0", one.u0(), -state, state);
    complaints.range(own, "v0", one.v0(), -state, state);
    if (one.profile() >= 0 && one.profile() < core.profiles().size()) {
      registers(own, core.profiles().get(one.profile()).programme().states(), one.state());
    }
  }

  private void profile(String own, MappedCore.Profile profile) {
    long decay = chip.neuron().decayOne() - 1L;
    complaints.range(own, "decayU", profile.decayU(), 0, decay);
    complaints.range(own, "decayV", profile.decayV(), 0, decay);
    complaints.range(own, "refractDelay", profile.refractDelay(), 1, chip.neuron().refractoryMax());
    registers(own, profile.programme().constants(), profile.constants());
    if (chip.neuronForms().stream().noneMatch(form -> form.programme() == profile.programme())) {
      complaints.add("%s: programme: the chip has none called %s", own, profile.programme().text());
    }
  }

  private void registers(String own, List<Programme.Register> registers, List<Integer> values) {
    int state = chip.neuron().stateMax();
    for (int i = 0; i < values.size(); i++) {
      Programme.Register register = registers.get(i);
      complaints.range(
          own, register.name(), values.get(i), register.least(state), register.most(state));
    }
  }

  private void threshold(String own, int vth) {
    ChipProfile.Neuron fields = chip.neuron();
    // A v that is greater than the threshold must exist.
    long reached = fields.stateMax() - 1 >> fields.thresholdExponent();
    complaints.range(own, "vth", vth, 0, Math.min(fields.thresholdMax(), reached));
  }

  private void learning(String own, MappedCore.Learning learning) {
    complaints.range(own, "epoch", learning.epoch(), 1, LONGEST_EPOCH);
    traces(own, "x", learning.x());
    traces(own, "y", learning.y());
    try {
      LearningRule.ofWeight(learning.dw());
    } catch (IllegalArgumentException | ArithmeticException e) {
      complaints.add("%s: dw: %s", own, e.getMessage());
    }
  }

  private void traces(String own, String side, List<MappedCore.Trace> traces) {
    for (int i = 0; i < traces.size(); i++) {
      String name = side + (i + 1);
      within(own, name + "Impulse", traces.get(i).impulse(), MOST_IMPULSE);
      within(own, name + "Tau", traces.get(i).tau(), Double.MAX_VALUE);
    }
  }

  private void within(String own, String what, double found, double most) {
    if (!(found >= 0 && found <= most)) {
      complaints.add("%s: %s: %s, but it is from 0 to %.4g", own, what, found, most);
    }
  }

  private void format(String own, MappedCore.Format format) {
    ChipProfile.Synapse fields = chip.synapse();
    // Format 0 stays unused.
    complaints.range(own, "id", format.id(), 1, chip.core().synapseFormats());
    if (!fields.weightBits().contains(format.wgtBits())) {
      complaints.add(
          "%s: wgtBits: the chip cannot write weights of %d bits", own, format.wgtBits());
    }
    if (format.dense()) {
      // Targets follow from the place of a synapse.
      complaints.equal(own, "idxBits", 0, format.idxBits());
    } else if (!fields.indexBits().contains(format.idxBits())) {
      complaints.add(
          "%s: idxBits: the chip cannot write indices of %d bits", own, format.idxBits());
    }
    if (format.compression() != SPARSE && format.compression() != DENSE) {
      complaints.add("%s: compression: %d is neither 0 nor 3", own, format.compression());
    }
    complaints.range(own, "fanoutType", format.fanoutType(), LEAST_FANOUT_TYPE, MOST_FANOUT_TYPE);
    complaints.range(
        own, "wgtExp", format.wgtExp(), fields.weightExponentMin(), fields.weightExponentMax());
    complaints.range(own, "dlyBits", format.dlyBits(), 0, bitsOf(fields.delayMax()));
    // No rule changes tags.
    complaints.range(own, "tagBits", format.tagBits(), 0, 0);
    complaints.range(own, "numSynapses", format.numSynapses(), 0, fields.entrySynapses() - 1L);
    if (format.stdpProfile() != -1) {
      complaints.place(own, "stdpProfile", format.stdpProfile(), core.learning().size());
      // A weight that learns may become any.
      complaints.equal(
          own, "wgtBits of weights that learn", fields.fullWeightBits(), format.wgtBits());
    }
  }
}
