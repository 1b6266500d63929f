package org.hillock.loihi.validate;

import java.util.EnumMap;
import java.util.Map;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.read.MappedCore;

/** Counts what a core takes of each resource, from its tables alone. */
final class CoreUtilisation {

  /** More slots than any chip has; a damaged field could ask for 2^(2^31). */
  private static final int MOST_DELAY_BITS = 30;

  private final MappedCore core;
  private final CoreTables tables;
  private final long words;

  /**
   * @param words of synapse memory, as {@link MemoryCheck} found them
   */
  CoreUtilisation(MappedCore core, CoreTables tables, long words) {
    this.core = core;
    this.tables = tables;
    this.words = words;
  }

  Map<Limit, Long> counts() {
    Map<Limit, Long> counts = new EnumMap<>(Limit.class);
    counts.put(Limit.COMPARTMENTS, (long) core.compartments().size());
    counts.put(Limit.INPUT_AXONS, inputAxons());
    counts.put(Limit.OUTPUT_AXONS, (long) core.routes().length);
    counts.put(Limit.SYNAPSE_MEMORY, words);
    counts.put(Limit.COMPARTMENT_PROFILES, (long) core.profiles().size());
    counts.put(Limit.THRESHOLD_PROFILES, (long) core.thresholds().length);
    counts.put(Limit.SYNAPSE_FORMATS, (long) core.formats().size());
    counts.put(
        Limit.DENDRITE_ACCUMULATORS, delaySlots(core.delayBits()) * core.compartments().size());
    counts.put(Limit.STATE_WORDS, stateWords());
    counts.put(
        Limit.AXON_TYPES, core.axons().stream().map(MappedCore.Axon::type).distinct().count());
    return counts;
  }

  /** A compartment whose profile is not there has none; {@link RegisterCheck} complains. */
  private long stateWords() {
    return core.compartments().stream()
        .filter(one -> one.profile() >= 0 && one.profile() < core.profiles().size())
        .mapToLong(one -> core.profiles().get(one.profile()).programme().words())
        .sum();
  }

  /** Slots for spikes under way of a compartment. */
  static long delaySlots(int delayBits) {
    return 1L << Math.max(0, Math.min(MOST_DELAY_BITS, delayBits));
  }

  /** An axon whose synapses learn takes two consecutive entries of the synapse map. */
  private long inputAxons() {
    long entries = 0;
    for (MappedCore.Axon axon : core.axons()) {
      MappedCore.Block block = tables.block(axon);
      entries += block != null && tables.learns(block) ? 2 : 1;
    }
    return entries;
  }
}
