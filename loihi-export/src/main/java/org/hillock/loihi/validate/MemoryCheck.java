package org.hillock.loihi.validate;

import java.util.HashSet;
import java.util.Set;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappedCore;

/**
 * The words of the synapse memory of a core, bit by bit: an entry has a header of 4 + 6 bits and
 * begins at a new word (nengo-loihi's {@code bits_per_axon}); each synapse in it fits its format.
 */
final class MemoryCheck {

  private final ChipProfile chip;
  private final MappedCore core;
  private final CoreTables tables;
  private final Complaints complaints;
  private final String where;
  private long words;

  MemoryCheck(ChipProfile chip, MappedCore core, CoreTables tables, Complaints complaints) {
    this.chip = chip;
    this.core = core;
    this.tables = tables;
    this.complaints = complaints;
    this.where = core.name();
  }

  /** Words that all blocks take. */
  long words() {
    return words;
  }

  void check() {
    for (MappedCore.Block block : core.blocks()) {
      String own = where + ": block at " + block.pointer();
      complaints.equal(own, "synapsePtr", words, block.pointer());
      long sum = 0;
      for (MappedCore.Entry entry : block.entries()) {
        sum += entry(own, entry);
      }
      complaints.equal(own, "words of the block", sum, block.words());
      words += sum;
    }
    Set<Integer> learning = new HashSet<>();
    for (int axon = 0; axon < core.axons().size(); axon++) {
      MappedCore.Axon map = core.axons().get(axon);
      MappedCore.Block block = tables.block(map);
      if (block == null || block.words() != map.words()) {
        complaints.add("%s: input axon %d leads to no block", where, axon);
        continue;
      }
      String own = where + ": input axon " + axon;
      complaints.range(own, "cxBase", map.base(), 0, chip.synapse().baseMax());
      for (MappedCore.Entry entry : block.entries()) {
        for (int i = 0; map.base() > 0 && i < entry.targets().length; i++) {
          complaints.most(own, "target", map.target(entry, i), core.compartments().size() - 1L);
        }
      }
      if (tables.learns(block) && !learning.add(block.pointer())) {
        complaints.add("%s: input axon %d shares weights that learn", where, axon);
      }
    }
  }

  /** Checks the synapses of an entry, and counts its words. */
  private long entry(String own, MappedCore.Entry entry) {
    MappedCore.Format format = tables.format(entry);
    if (format == null) {
      complaints.add("%s: there is no synapse format %d", own, entry.format());
      return 0;
    }
    ChipProfile.Synapse fields = chip.synapse();
    int n = entry.weights().length;
    complaints.range(
        own,
        "synapses of an entry",
        n,
        1,
        Math.min(fields.entrySynapses(), format.numSynapses() + 1L));
    long slots = CoreUtilisation.delaySlots(core.delayBits()) - 2;
    int compartments = core.compartments().size();
    for (int i = 0; i < n; i++) {
      if (!fits(entry.weights()[i], format)) {
        complaints.add("%s: weight %d does not fit %s", own, entry.weights()[i], format);
      }
      int delay = entry.delay(i);
      complaints.range(own, "delay", delay, 0, fields.delayMax());
      complaints.most(own, "delay, for its bits", delay, most(format.dlyBits()));
      complaints.most(own, "delay, for the accumulators", delay, slots);
      int target = entry.targets()[i];
      complaints.range(own, "target", target, 0, compartments - 1L);
      if (!format.dense()) {
        complaints.most(own, "target, for its bits", target, most(format.idxBits()));
      }
    }
    long perSynapse = (long) format.wgtBits() + format.dlyBits() + format.tagBits();
    perSynapse += format.dense() ? 0 : format.idxBits();
    long bits = fields.entryHeaderBits() + n * Math.max(0, perSynapse);
    return (bits + chip.core().wordBits() - 1) / chip.core().wordBits();
  }

  /** The largest number of so many bits. */
  private static long most(int bits) {
    return (1L << Math.max(0, Math.min(Integer.SIZE, bits))) - 1;
  }

  /**
   * Whether a mantissa has the sign, the size and the zeros at its end that its format asks for.
   */
  private boolean fits(int mantissa, MappedCore.Format format) {
    ChipProfile.Synapse fields = chip.synapse();
    int full = 1 << fields.fullWeightBits();
    boolean sign =
        format.fanoutType() == 2 && mantissa < 0 || format.fanoutType() == 3 && mantissa > 0;
    boolean level = fields.weightNoise() > 0 || mantissa % (1 << fields.levelBits()) == 0;
    boolean something = format.dense() || format.holds(mantissa);
    return !sign
        && level
        && something
        && mantissa % grain(format, fields) == 0
        && mantissa < full
        && mantissa >= -full;
  }

  /** The step between mantissas of a format: MIXED costs a bit. */
  private static int grain(MappedCore.Format format, ChipProfile.Synapse fields) {
    int lost = fields.fullWeightBits() - format.wgtBits() + (format.fanoutType() == 1 ? 1 : 0);
    return 1 << Math.max(0, Math.min(fields.fullWeightBits() + 1, lost));
  }
}
