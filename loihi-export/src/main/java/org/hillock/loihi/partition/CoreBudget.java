package org.hillock.loihi.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.quantise.Compartment;
import org.hillock.loihi.quantise.QuantisedPopulation;
import org.hillock.loihi.quantise.Synapses;
import org.hillock.loihi.quantise.WeightFormat;
import org.hillock.loihi.wiring.Numbering;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the books of one core while neurons are added to it, one by one, and says which limit
 * stands in the way of the next. What is not known yet, the slots for routes to other cores, is not
 * counted here.
 *
 * <p>The cost of a neuron is proportional to its synapses. Reused for core after core.
 */
public final class CoreBudget {

  /** A format of the synapses onto the neurons of one population on this core. */
  private record Section(int population, int format, WeightFormat weights) {}

  private static final int FORMATS = 256;

  /** Sections of a core at most; several sparse ones can share a format of the chip. */
  private static final int SECTIONS = 15;

  private final ChipProfile profile;
  private final SynapseMemory memory;
  private final int[] axonOf;
  private final List<Section> used = new ArrayList<>();
  private final Set<Compartment.Profile> dynamics = new HashSet<>();
  private final Set<Integer> thresholds = new HashSet<>();
  private final long[] sparseWords;
  private final long[] denseWords;
  private final boolean[] repeated;
  private final long[] moreSparse;
  private final long[] moreDense;
  private int[] sources = new int[1024];
  private int[] count = new int[0];
  private int[] reach = new int[0];
  private long[] keys = new long[256];
  private int axons;
  private int compartments;
  private int delaySlots;
  private int population;
  private int slice;
  private long words;
  private int formats;
  private long needed;

  /**
   * @param profile the limits
   * @param sources number of sources, see {@link Numbering}
   */
  public CoreBudget(ChipProfile profile, int sources) {
    this.profile = profile;
    this.memory = new SynapseMemory(profile);
    this.axonOf = new int[sources];
    Arrays.fill(axonOf, -1);
    this.sparseWords = new long[SECTIONS];
    this.denseWords = new long[SECTIONS];
    this.repeated = new boolean[SECTIONS];
    this.moreSparse = new long[SECTIONS];
    this.moreDense = new long[SECTIONS];
    begin();
  }

  /** Starts an empty core. */
  public void begin() {
    for (int i = 0; i < axons; i++) {
      axonOf[sources[i]] = -1;
    }
    Arrays.fill(count, 0, axons * SECTIONS, 0);
    Arrays.fill(reach, 0, axons * SECTIONS, 0);
    Arrays.fill(sparseWords, 0);
    Arrays.fill(denseWords, 0);
    Arrays.fill(repeated, false);
    used.clear();
    dynamics.clear();
    thresholds.clear();
    axons = 0;
    compartments = 0;
    delaySlots = 0;
    population = -1;
    slice = 0;
    words = 0;
    formats = 0;
  }

  /**
   * Adds a neuron if it fits. Neurons of a population must come one after the other.
   *
   * @return the limit that stands in the way, or null if the neuron has been added
   */
  @Nullable Limit add(QuantisedPopulation from, int neuron, Synapses incoming) {
    Compartment compartment = from.compartment(neuron);
    Limit limit = checkTables(compartment);
    if (limit != null) {
      return limit;
    }
    int place = from.index() == population ? slice : 0;
    sort(incoming);
    int before = used.size();
    int slots = delaySlots;
    for (int i = 0; i < incoming.size(); i++) {
      int section = sectionOf(from, format(keys[i]));
      if (section < 0) {
        forgetSections(before);
        return over(Limit.SYNAPSE_FORMATS, SECTIONS + 1);
      }
      slots = Math.max(slots, used.get(section).weights().delaySlots());
    }
    limit = check(incoming.size(), from.index(), slots, place);
    if (limit != null) {
      forgetSections(before);
      return limit;
    }
    commit(incoming.size(), from.index(), place);
    delaySlots = slots;
    dynamics.add(compartment.dynamics());
    thresholds.add(compartment.threshold());
    compartments++;
    population = from.index();
    slice = place + 1;
    return null;
  }

  private @Nullable Limit checkTables(Compartment compartment) {
    ChipProfile.Core core = profile.core();
    if (compartments == core.compartments()) {
      return over(Limit.COMPARTMENTS, compartments + 1);
    }
    if (!dynamics.contains(compartment.dynamics())
        && dynamics.size() == core.compartmentProfiles()) {
      return over(Limit.COMPARTMENT_PROFILES, dynamics.size() + 1);
    }
    if (!thresholds.contains(compartment.threshold())
        && thresholds.size() == core.thresholdProfiles()) {
      return over(Limit.THRESHOLD_PROFILES, thresholds.size() + 1);
    }
    return null;
  }

  private @Nullable Limit check(int synapses, int index, int slots, int place) {
    ChipProfile.Core core = profile.core();
    if ((long) slots * (compartments + 1) > core.dendriteAccumulators()) {
      return over(Limit.DENDRITE_ACCUMULATORS, (long) slots * (compartments + 1));
    }
    if (compartments > 0
        && profile.synapse().indexBitsFor(compartments)
            != profile.synapse().indexBitsFor(compartments + 1)) {
      recount(compartments + 1);
    }
    Arrays.fill(moreSparse, 0);
    Arrays.fill(moreDense, 0);
    boolean[] repeats = new boolean[SECTIONS];
    int newAxons = 0;
    int lastSource = -1;
    for (int i = 0; i < synapses; ) {
      int end = endOfRun(i, synapses);
      int source = source(keys[i]);
      int axon = axonOf[source];
      newAxons += axon < 0 && source != lastSource ? 1 : 0;
      lastSource = source;
      int section = find(index, format(keys[i]));
      WeightFormat format = used.get(section).weights();
      int old = axon < 0 ? 0 : count[axon * SECTIONS + section];
      int oldReach = axon < 0 ? 0 : reach[axon * SECTIONS + section];
      int sparse = memory.sparseBits(format, compartments + 1);
      int denseBits = memory.denseBits(format);
      moreSparse[section] += memory.words(old + end - i, sparse) - memory.words(old, sparse);
      moreDense[section] += memory.words(place + 1, denseBits) - memory.words(oldReach, denseBits);
      repeats[section] |= end - i > 1;
      i = end;
    }
    if (axons + newAxons > core.inputAxons()) {
      return over(Limit.INPUT_AXONS, axons + newAxons);
    }
    long total = 0;
    int dense = 0;
    Set<WeightFormat> sparseFormats = new HashSet<>();
    for (int s = 0; s < used.size(); s++) {
      long sparseTotal = sparseWords[s] + moreSparse[s];
      long denseTotal = denseWords[s] + moreDense[s];
      if (repeated[s] || repeats[s] || sparseTotal <= denseTotal) {
        total += sparseTotal;
        sparseFormats.add(used.get(s).weights().written());
      } else {
        total += denseTotal;
        dense++;
      }
    }
    if (dense + sparseFormats.size() > core.synapseFormats()) {
      return over(Limit.SYNAPSE_FORMATS, dense + sparseFormats.size());
    }
    if (total > core.synapseWords()) {
      return over(Limit.SYNAPSE_MEMORY, total);
    }
    for (int s = 0; s < used.size(); s++) {
      repeated[s] |= repeats[s];
    }
    words = total;
    formats = dense + sparseFormats.size();
    return null;
  }

  private void commit(int synapses, int index, int place) {
    for (int i = 0; i < synapses; ) {
      int end = endOfRun(i, synapses);
      int source = source(keys[i]);
      if (axonOf[source] < 0) {
        axonOf[source] = newAxon(source);
      }
      int at = axonOf[source] * SECTIONS + find(index, format(keys[i]));
      count[at] += end - i;
      reach[at] = place + 1;
      i = end;
    }
    for (int s = 0; s < used.size(); s++) {
      sparseWords[s] += moreSparse[s];
      denseWords[s] += moreDense[s];
    }
  }

  /** Indices have become wider: counts the words of all sparse synapses anew. */
  private void recount(int newCompartments) {
    Arrays.fill(sparseWords, 0);
    for (int axon = 0; axon < axons; axon++) {
      for (int s = 0; s < used.size(); s++) {
        int bits = memory.sparseBits(used.get(s).weights(), newCompartments);
        sparseWords[s] += memory.words(count[axon * SECTIONS + s], bits);
      }
    }
  }

  private int newAxon(int source) {
    if (axons == sources.length) {
      sources = Arrays.copyOf(sources, axons * 2);
    }
    if ((axons + 1) * SECTIONS > count.length) {
      count = Arrays.copyOf(count, (axons + 512) * 2 * SECTIONS);
      reach = Arrays.copyOf(reach, count.length);
    }
    sources[axons] = source;
    return axons++;
  }

  /** Sorts the synapses by source and format, in {@link #keys}. */
  private void sort(Synapses incoming) {
    if (incoming.size() > keys.length) {
      keys = new long[incoming.size() * 2];
    }
    for (int i = 0; i < incoming.size(); i++) {
      keys[i] = (long) incoming.source(i) * FORMATS + incoming.format(i);
    }
    Arrays.sort(keys, 0, incoming.size());
  }

  private int endOfRun(int from, int size) {
    int end = from + 1;
    while (end < size && keys[end] == keys[from]) {
      end++;
    }
    return end;
  }

  private static int source(long key) {
    return (int) (key / FORMATS);
  }

  private static int format(long key) {
    return (int) (key % FORMATS);
  }

  private int find(int index, int format) {
    for (int s = used.size() - 1; s >= 0; s--) {
      if (used.get(s).population() == index && used.get(s).format() == format) {
        return s;
      }
    }
    return -1;
  }

  private int sectionOf(QuantisedPopulation from, int format) {
    int found = find(from.index(), format);
    if (found < 0 && used.size() < SECTIONS) {
      used.add(new Section(from.index(), format, from.formats().get(format)));
      return used.size() - 1;
    }
    return found;
  }

  private void forgetSections(int keep) {
    used.subList(keep, used.size()).clear();
  }

  private Limit over(Limit limit, long amount) {
    needed = amount;
    return limit;
  }

  /** How much of the limit that stood in the way last would have been needed. */
  public long needed() {
    return needed;
  }

  /** Number of neurons so far. */
  public int compartments() {
    return compartments;
  }

  /** What the core holds. */
  public CoreFill fill(int from) {
    int[] sorted = Arrays.copyOf(sources, axons);
    Arrays.sort(sorted);
    return new CoreFill(
        from,
        from + compartments,
        sorted,
        (int) words,
        dynamics.size(),
        thresholds.size(),
        formats,
        Math.max(8, delaySlots));
  }
}
