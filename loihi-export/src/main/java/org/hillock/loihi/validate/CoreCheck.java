package org.hillock.loihi.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappedCore;
import org.jspecify.annotations.Nullable;

/**
 * Whether one core is within its limits: counts of everything, widths of all fields, and the words
 * of the synapse memory, bit by bit: an entry has a header of 4 + 6 bits and begins at a new word.
 */
final class CoreCheck {

  private final ChipProfile chip;
  private final Complaints complaints;
  private final MappedCore core;
  private final String where;
  private final Map<Integer, MappedCore.Format> formats = new HashMap<>();
  private final Map<Integer, MappedCore.Block> blocks = new HashMap<>();

  CoreCheck(ChipProfile chip, MappedCore core, Complaints complaints) {
    this.chip = chip;
    this.complaints = complaints;
    this.core = core;
    this.where = core.name();
  }

  void check() {
    ChipProfile.Core limits = chip.core();
    most("compartments", core.compartments().size(), limits.compartments());
    most("output axons", core.routes().length, limits.outputAxons());
    most("compartment profiles", core.profiles().size(), limits.compartmentProfiles());
    most("threshold profiles", core.thresholds().length, limits.thresholdProfiles());
    most("synapse formats", core.formats().size(), limits.synapseFormats());
    most(
        "dendrite accumulators",
        (1L << core.delayBits()) * core.compartments().size(),
        limits.dendriteAccumulators());
    most("cores of a chip", core.core() + 1L, chip.coresPerChip());
    most("chips", core.chip() + 1L, chip.chips());
    slices();
    compartments();
    for (MappedCore.Format format : core.formats()) {
      format(format);
    }
    memory();
    crossbar();
  }

  private void most(String what, long found, long most) {
    complaints.most(where, what, found, most);
  }

  private void slices() {
    int next = 0;
    for (MappedCore.Slice slice : core.slices()) {
      complaints.equal(where, "first compartment of a slice", next, slice.firstCompartment());
      next += slice.count();
    }
    complaints.equal(where, "compartments of all slices", core.compartments().size(), next);
  }

  private void compartments() {
    ChipProfile.Neuron fields = chip.neuron();
    long least = -(1L << core.negVmLimit()) + 1;
    long greatest = (1L << 9 + 2 * core.posVmLimit()) - 1;
    for (MappedCore.Compartment one : core.compartments()) {
      most("bias", Math.abs(one.bias()), (1L << fields.biasMantissaBits()) - 1);
      most("bias exponent", one.biasExp(), fields.biasExponentMax());
      most("place of a compartment profile", one.profile(), core.profiles().size() - 1L);
      most("place of a threshold profile", one.threshold(), core.thresholds().length - 1L);
      most("u at the start", Math.abs(one.u0()), fields.stateMax());
      most("v at the start", one.v0(), greatest);
      most("-v at the start", -one.v0(), -least);
    }
    int one = 1 << fields.decayBits();
    for (MappedCore.Profile profile : core.profiles()) {
      most("decayU", profile.decayU(), one - 1L);
      most("decayV", profile.decayV(), one);
      most("refractDelay", profile.refractDelay(), fields.refractoryMax());
      most("no decay is below 0", Math.max(-profile.decayU(), -profile.decayV()), 0);
      most("refractDelay is at least 1", 1, profile.refractDelay());
    }
    for (int threshold : core.thresholds()) {
      most("threshold", threshold, (1L << fields.thresholdMantissaBits()) - 1);
      most("v at threshold", (long) threshold << fields.thresholdExponent(), greatest);
    }
  }

  private void format(MappedCore.Format format) {
    ChipProfile.Synapse fields = chip.synapse();
    if (format.id() < 1 || formats.put(format.id(), format) != null) {
      complaints.add("%s: synapse format %d: 0, or twice", where, format.id());
    }
    if (!fields.weightBits().contains(format.wgtBits())) {
      complaints.add("%s: the chip cannot write weights of %d bits", where, format.wgtBits());
    }
    if (!format.dense() && !fields.indexBits().contains(format.idxBits())) {
      complaints.add("%s: the chip cannot write indices of %d bits", where, format.idxBits());
    }
    most("weight exponent", format.wgtExp(), fields.weightExponentMax());
    most("place of a learning profile", format.stdpProfile(), core.learning().size() - 1L);
    most("-weight exponent", -format.wgtExp(), -fields.weightExponentMin());
  }

  private void memory() {
    long words = 0;
    for (MappedCore.Block block : core.blocks()) {
      complaints.equal(where, "first word of a block", words, block.pointer());
      long own = 0;
      for (MappedCore.Entry entry : block.entries()) {
        own += entry(entry);
      }
      complaints.equal(where, "words of the block at " + block.pointer(), own, block.words());
      blocks.put(block.pointer(), block);
      words += own;
    }
    most("words of synapse memory", words, chip.core().synapseWords());
    long entries = 0;
    for (int axon = 0; axon < core.axons().size(); axon++) {
      MappedCore.Axon map = core.axons().get(axon);
      MappedCore.Block block = blocks.get(map.pointer());
      if (block == null || block.words() != map.words()) {
        complaints.add("%s: input axon %d leads to no block", where, axon);
      } else {
        most("base of an input axon", map.base(), chip.synapse().baseMax());
        entries += block.entries().stream().anyMatch(this::learns) ? 2 : 1;
      }
    }
    most("input axons", entries, chip.core().inputAxons());
  }

  /** What a crossbar, types of axons and a limit of routes ask for. */
  private void crossbar() {
    int[] routes = new int[core.compartments().size()];
    for (int source : core.sourceCompartments()) {
      int most = chip.core().routesPerNeuron();
      if (source >= 0 && source < routes.length && ++routes[source] > most && most > 0) {
        complaints.add("%s: compartment %d reaches more than %d cores", where, source, most);
      }
    }
    Map<Long, Long> weightOf = new HashMap<>();
    for (int number = 0; number < core.axons().size(); number++) {
      MappedCore.Axon axon = core.axons().get(number);
      int types = chip.synapse().axonTypes();
      boolean known = types == 0 ? axon.type() == -1 : axon.type() >= 0 && axon.type() < types;
      if (!known) {
        complaints.add("%s: input axon %d is of type %d", where, number, axon.type());
      }
      MappedCore.Block block = blocks.get(axon.pointer());
      if (block != null) {
        crossings(number, axon, block, weightOf);
      }
    }
  }

  private void crossings(
      int number, MappedCore.Axon axon, MappedCore.Block block, Map<Long, Long> weightOf) {
    Set<Integer> met = new HashSet<>();
    Set<Integer> delays = new HashSet<>();
    for (MappedCore.Entry entry : block.entries()) {
      MappedCore.Format format = formats.get(entry.format());
      for (int i = 0; i < entry.weights().length; i++) {
        int target = axon.target(entry, i);
        if (format == null || !format.holds(entry.weights()[i])) {
          continue;
        }
        delays.add(entry.delay(i));
        if (!met.add(target) && chip.synapse().crossbar()) {
          complaints.add("%s: input axon %d meets compartment %d twice", where, number, target);
        }
        long weight = (long) entry.weights()[i] << 8 + format.wgtExp();
        Long other = weightOf.putIfAbsent((long) axon.type() << 32 | target, weight);
        if (other != null && other != weight && chip.synapse().axonTypes() > 0) {
          complaints.add(
              "%s: compartment %d has two weights for axons of type %d",
              where, target, axon.type());
        }
      }
    }
    if (delays.size() > 1 && chip.synapse().crossbar()) {
      complaints.add("%s: input axon %d has %d delays", where, number, delays.size());
    }
  }

  /** Whether the synapses of an entry learn: their axon takes two entries of the synapse map. */
  private boolean learns(MappedCore.Entry entry) {
    MappedCore.Format format = formats.get(entry.format());
    return format != null && format.stdpProfile() >= 0;
  }

  /** Checks the synapses of an entry, and counts its words. */
  private long entry(MappedCore.Entry entry) {
    MappedCore.Format format = formats.get(entry.format());
    if (format == null) {
      complaints.add("%s: there is no synapse format %d", where, entry.format());
      return 0;
    }
    ChipProfile.Synapse fields = chip.synapse();
    int n = entry.weights().length;
    most("synapses of an entry", n, fields.entrySynapses());
    int full = 1 << fields.fullWeightBits();
    long slots = (1L << core.delayBits()) - 2;
    for (int i = 0; i < n; i++) {
      int mantissa = entry.weights()[i];
      boolean sign =
          format.fanoutType() == 2 && mantissa < 0 || format.fanoutType() == 3 && mantissa > 0;
      if (sign
          || mantissa % grain(format, fields) != 0
          || fields.weightNoise() == 0 && mantissa % (1 << fields.levelBits()) != 0
          || mantissa >= full
          || mantissa < -full
          || !format.dense() && !format.holds(mantissa)) {
        complaints.add("%s: weight %d does not fit %s", where, mantissa, format);
      }
      most("delay", entry.delay(i), fields.delayMax());
      most("delay, for its bits", entry.delay(i), (1L << format.dlyBits()) - 1);
      most("delay, for the accumulators", entry.delay(i), slots);
      most("target", entry.targets()[i], core.compartments().size() - 1L);
      if (!format.dense()) {
        most("target, for its bits", entry.targets()[i], (1L << format.idxBits()) - 1);
      }
    }
    int perSynapse = format.wgtBits() + format.dlyBits() + format.tagBits();
    perSynapse += format.dense() ? 0 : format.idxBits();
    long bits = fields.entryHeaderBits() + (long) n * perSynapse;
    return (bits + chip.core().wordBits() - 1) / chip.core().wordBits();
  }

  /** The step between mantissas of a format: MIXED costs a bit. */
  static int grain(MappedCore.Format format, ChipProfile.Synapse fields) {
    int lost = fields.fullWeightBits() - format.wgtBits() + (format.fanoutType() == 1 ? 1 : 0);
    return 1 << lost;
  }

  /** The block of an axon, or null if there is none. */
  MappedCore.@Nullable Block block(MappedCore.Axon axon) {
    return blocks.get(axon.pointer());
  }

  /** The format of an entry. */
  MappedCore.@Nullable Format format(MappedCore.Entry entry) {
    return formats.get(entry.format());
  }

  /** The compartments of the core as sources, in their order. */
  static int[] sources(MappedCore core, SourceNames names) {
    List<MappedCore.Slice> slices = core.slices();
    int[] sources = new int[slices.stream().mapToInt(MappedCore.Slice::count).sum()];
    int next = 0;
    for (MappedCore.Slice slice : slices) {
      for (int i = 0; i < slice.count(); i++) {
        sources[next++] = names.of(slice.population(), slice.firstNeuron() + i);
      }
    }
    return sources;
  }
}
