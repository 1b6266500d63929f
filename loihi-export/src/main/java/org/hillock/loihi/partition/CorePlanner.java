package org.hillock.loihi.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.quantise.ChipPopulation;
import org.hillock.loihi.quantise.Compartment;
import org.hillock.loihi.quantise.WeightFormat;
import org.hillock.loihi.wiring.Numbering;

/**
 * Works out what a set of neurons would take of a core, and how its synapse memory would be
 * written.
 *
 * <p>Axons with the same synapses share one block of the memory: the synapse maps of both point to
 * it. Of what is left, each section (the synapses of one format onto one population) is sparse or
 * dense, whatever takes fewer words. The cost is proportional to the synapses. Reused; not
 * thread-safe.
 */
final class CorePlanner {

  private final SynapseTable table;
  private final Numbering numbering;
  private final Map<Integer, ? extends ChipPopulation> populations;
  private final ChipProfile profile;
  private final SynapseMemory memory;
  private final int[] axonOf;

  CorePlanner(
      SynapseTable table,
      Numbering numbering,
      Map<Integer, ? extends ChipPopulation> populations,
      ChipProfile profile) {
    this.table = table;
    this.numbering = numbering;
    this.populations = populations;
    this.profile = profile;
    this.memory = new SynapseMemory(profile);
    this.axonOf = new int[numbering.sources()];
    Arrays.fill(axonOf, -1);
  }

  /**
   * Plans a core.
   *
   * @param places of its neurons, ascending
   */
  CorePlan plan(int[] places) {
    int[] sources = sources(places);
    for (int i = 0; i < sources.length; i++) {
      axonOf[sources[i]] = i;
    }
    Sorting sorting = new Sorting(places, sources.length);
    for (int source : sources) {
      axonOf[source] = -1;
    }
    int[] blockOf = sorting.blocks();
    List<CorePlan.Section> sections = sorting.encode(blockOf);
    Map<Limit, Long> used = new EnumMap<>(Limit.class);
    used.put(Limit.COMPARTMENTS, (long) places.length);
    used.put(Limit.INPUT_AXONS, (long) sources.length);
    used.put(Limit.SYNAPSE_MEMORY, sorting.words);
    used.put(Limit.SYNAPSE_FORMATS, (long) sorting.formats(sections));
    tables(places, used);
    used.put(Limit.DENDRITE_ACCUMULATORS, (long) sorting.delaySlots() * places.length);
    return new CorePlan(
        new CoreFill(places, sources, used),
        sections,
        sorting.axonStart,
        sorting.synapses,
        sorting.compartments,
        sorting.sectionOf,
        blockOf);
  }

  private ChipPopulation populationAt(int place) {
    return Objects.requireNonNull(populations.get(numbering.populationAt(place)));
  }

  /** The different sources of some neurons, ascending. */
  int[] sources(int[] places) {
    int[] found = new int[256];
    int size = 0;
    for (int place : places) {
      for (int i = table.start(place); i < table.end(place); i++) {
        int source = table.source(i);
        if (axonOf[source] < 0) {
          axonOf[source] = 0;
          if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
          }
          found[size++] = source;
        }
      }
    }
    for (int i = 0; i < size; i++) {
      axonOf[found[i]] = -1;
    }
    int[] sources = Arrays.copyOf(found, size);
    Arrays.sort(sources);
    return sources;
  }

  private void tables(int[] places, Map<Limit, Long> used) {
    Set<Compartment.Profile> profiles = new HashSet<>();
    Set<Integer> thresholds = new HashSet<>();
    for (int place : places) {
      Compartment compartment = populationAt(place).compartment(numbering.neuronAt(place));
      profiles.add(compartment.dynamics());
      thresholds.add(compartment.threshold());
    }
    used.put(Limit.COMPARTMENT_PROFILES, (long) profiles.size());
    used.put(Limit.THRESHOLD_PROFILES, (long) thresholds.size());
  }

  /** The synapses of one core while they are sorted and given their encodings. */
  private final class Sorting {

    final int[] axonStart;
    final int[] synapses;
    final int[] compartments;
    final int[] sectionOf;
    final int neurons;
    long words;
    private final List<WeightFormat> weights = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();

    Sorting(int[] places, int axons) {
      this.neurons = places.length;
      this.axonStart = new int[axons + 1];
      for (int place : places) {
        for (int i = table.start(place); i < table.end(place); i++) {
          axonStart[axonOf[table.source(i)] + 1]++;
        }
      }
      for (int i = 0; i < axons; i++) {
        axonStart[i + 1] = Math.addExact(axonStart[i + 1], axonStart[i]);
      }
      this.synapses = new int[axonStart[axons]];
      this.compartments = new int[axonStart[axons]];
      this.sectionOf = new int[axonStart[axons]];
      int[] next = Arrays.copyOf(axonStart, axons);
      int population = -1;
      int[] sectionOfFormat = new int[0];
      for (int c = 0; c < neurons; c++) {
        if (numbering.populationAt(places[c]) != population) {
          population = numbering.populationAt(places[c]);
          sectionOfFormat = new int[populationAt(places[c]).formats().size()];
          Arrays.fill(sectionOfFormat, -1);
          firstOfPopulation = c;
        }
        for (int i = table.start(places[c]); i < table.end(places[c]); i++) {
          int format = table.format(i);
          if (sectionOfFormat[format] < 0) {
            sectionOfFormat[format] = weights.size();
            weights.add(populationAt(places[c]).formats().get(format));
            firsts.add(firstOfPopulation);
          }
          int at = next[axonOf[table.source(i)]]++;
          synapses[at] = i;
          compartments[at] = c;
          sectionOf[at] = sectionOfFormat[format];
        }
      }
      for (int axon = 0; axon < axons; axon++) {
        gatherSections(axonStart[axon], axonStart[axon + 1]);
      }
    }

    private int firstOfPopulation;

    /** Sorts a run, in which compartments ascend, by section, and leaves equals in their order. */
    private void gatherSections(int from, int to) {
      boolean sorted = true;
      for (int i = from + 1; i < to; i++) {
        sorted &= sectionOf[i] >= sectionOf[i - 1];
      }
      if (sorted) {
        return;
      }
      long[] keys = new long[to - from];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = (long) sectionOf[from + i] << 32 | i;
      }
      Arrays.sort(keys);
      int[] oldSynapses = Arrays.copyOfRange(synapses, from, to);
      int[] oldCompartments = Arrays.copyOfRange(compartments, from, to);
      for (int i = 0; i < keys.length; i++) {
        synapses[from + i] = oldSynapses[(int) keys[i]];
        compartments[from + i] = oldCompartments[(int) keys[i]];
        sectionOf[from + i] = (int) (keys[i] >>> 32);
      }
    }

    /** For each axon the first one that has the same synapses. */
    int[] blocks() {
      int axons = axonStart.length - 1;
      int[] blockOf = new int[axons];
      Map<Long, Integer> known = new HashMap<>();
      for (int axon = 0; axon < axons; axon++) {
        long hash = axonStart[axon + 1] - axonStart[axon];
        for (int i = axonStart[axon]; i < axonStart[axon + 1]; i++) {
          hash = hash * 0x9E3779B97F4A7C15L + compartments[i];
          hash = (hash ^ hash >>> 29) * 31 + table.mantissa(synapses[i]);
          hash = hash * 31 + sectionOf[i] * 64L + table.delay(synapses[i]);
        }
        Integer other = known.putIfAbsent(hash, axon);
        blockOf[axon] = other != null && same(axon, other) ? other : axon;
      }
      return blockOf;
    }

    private boolean same(int a, int b) {
      int length = axonStart[a + 1] - axonStart[a];
      boolean same = length == axonStart[b + 1] - axonStart[b];
      for (int i = 0; same && i < length; i++) {
        int x = axonStart[a] + i;
        int y = axonStart[b] + i;
        same =
            compartments[x] == compartments[y]
                && sectionOf[x] == sectionOf[y]
                && table.mantissa(synapses[x]) == table.mantissa(synapses[y])
                && table.delay(synapses[x]) == table.delay(synapses[y]);
      }
      return same;
    }

    /** Makes each section sparse or dense, and counts the words. */
    List<CorePlan.Section> encode(int[] blockOf) {
      long[] sparse = new long[weights.size()];
      long[] dense = new long[weights.size()];
      boolean[] repeated = new boolean[weights.size()];
      for (int axon = 0; axon < blockOf.length; axon++) {
        for (int from = axonStart[axon]; blockOf[axon] == axon && from < axonStart[axon + 1]; ) {
          int section = sectionOf[from];
          int to = from + 1;
          while (to < axonStart[axon + 1] && sectionOf[to] == section) {
            repeated[section] |= compartments[to] == compartments[to - 1];
            to++;
          }
          WeightFormat format = weights.get(section);
          int reach = compartments[to - 1] - firsts.get(section) + 1;
          sparse[section] += memory.words(to - from, memory.sparseBits(format, neurons));
          dense[section] += memory.words(reach, memory.denseBits(format));
          from = to;
        }
      }
      boolean[] isDense = new boolean[weights.size()];
      for (int s = 0; s < weights.size(); s++) {
        isDense[s] = !repeated[s] && dense[s] < sparse[s];
      }
      while (formats(isDense) > profile.core().synapseFormats()
          && giveUpDense(isDense, sparse, dense)) {
        // One dense section less a round, the one that saves least.
      }
      words = 0;
      List<CorePlan.Section> sections = new ArrayList<>();
      for (int s = 0; s < weights.size(); s++) {
        sections.add(new CorePlan.Section(weights.get(s), firsts.get(s), isDense[s]));
        words += isDense[s] ? dense[s] : sparse[s];
      }
      return sections;
    }

    /** Makes the dense section that saves least sparse; says whether there was one. */
    private boolean giveUpDense(boolean[] isDense, long[] sparse, long[] dense) {
      int least = -1;
      for (int s = 0; s < isDense.length; s++) {
        if (isDense[s] && (least < 0 || sparse[s] - dense[s] < sparse[least] - dense[least])) {
          least = s;
        }
      }
      if (least >= 0) {
        isDense[least] = false;
      }
      return least >= 0;
    }

    /**
     * How many formats the sections take: sparse ones with the same fields share one, dense ones do
     * not, since theirs begin at compartments of their own.
     */
    private int formats(boolean[] isDense) {
      Set<WeightFormat> shared = new HashSet<>();
      int dense = 0;
      for (int s = 0; s < isDense.length; s++) {
        if (isDense[s]) {
          dense++;
        } else {
          shared.add(weights.get(s).written());
        }
      }
      return dense + shared.size();
    }

    int formats(List<CorePlan.Section> sections) {
      boolean[] isDense = new boolean[sections.size()];
      for (int s = 0; s < isDense.length; s++) {
        isDense[s] = sections.get(s).dense();
      }
      return formats(isDense);
    }

    int delaySlots() {
      return weights.stream().mapToInt(WeightFormat::delaySlots).max().orElse(8);
    }
  }
}
