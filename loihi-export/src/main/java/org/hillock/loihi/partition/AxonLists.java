package org.hillock.loihi.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.quantise.WeightFormat;

/**
 * The synapses of one core, sorted by axon, then section, then compartment. A section is the
 * synapses of one format onto one population.
 */
final class AxonLists {

  private final SynapseTable table;
  private final int[] axonStart;
  private final int[] synapses;
  private final int[] compartments;
  private final int[] sectionOf;
  private final List<WeightFormat> weights = new ArrayList<>();
  private final List<Integer> firsts = new ArrayList<>();

  /** What the lists need to know of the neurons of a core. */
  interface Core {
    /** How many. */
    int size();

    /** The place of the neuron that is compartment c. */
    int place(int c);

    /** The population of a compartment: those of the same population follow each other. */
    int population(int c);

    /** The formats of the synapses onto a compartment. */
    List<WeightFormat> formats(int c);

    /** The axon of a source. */
    int axon(int source);
  }

  AxonLists(SynapseTable table, Core core, int axons) {
    this.table = table;
    this.axonStart = new int[axons + 1];
    for (int c = 0; c < core.size(); c++) {
      for (int i = table.start(core.place(c)); i < table.end(core.place(c)); i++) {
        axonStart[core.axon(table.source(i)) + 1]++;
      }
    }
    for (int i = 0; i < axons; i++) {
      axonStart[i + 1] = Math.addExact(axonStart[i + 1], axonStart[i]);
    }
    this.synapses = new int[axonStart[axons]];
    this.compartments = new int[axonStart[axons]];
    this.sectionOf = new int[axonStart[axons]];
    fill(core, Arrays.copyOf(axonStart, axons));
    for (int axon = 0; axon < axons; axon++) {
      gatherSections(axonStart[axon], axonStart[axon + 1]);
    }
  }

  private void fill(Core core, int[] next) {
    int first = 0;
    int[] sectionOfFormat = new int[0];
    for (int c = 0; c < core.size(); c++) {
      if (c == 0 || core.population(c) != core.population(c - 1)) {
        sectionOfFormat = new int[core.formats(c).size()];
        Arrays.fill(sectionOfFormat, -1);
        first = c;
      }
      for (int i = table.start(core.place(c)); i < table.end(core.place(c)); i++) {
        int format = table.format(i);
        if (sectionOfFormat[format] < 0) {
          sectionOfFormat[format] = weights.size();
          weights.add(core.formats(c).get(format));
          firsts.add(first);
        }
        int at = next[core.axon(table.source(i))]++;
        synapses[at] = i;
        compartments[at] = c;
        sectionOf[at] = sectionOfFormat[format];
      }
    }
  }

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

  /** For each axon the first one that has the same synapses; itself, if it is the first. */
  int[] blocks() {
    int[] blockOf = new int[axons()];
    Map<Long, Integer> known = new HashMap<>();
    for (int axon = 0; axon < blockOf.length; axon++) {
      Integer other = learns(axon) ? null : known.putIfAbsent(hash(axon), axon);
      blockOf[axon] = other != null && same(axon, other) ? other : axon;
    }
    return blockOf;
  }

  /** Whether a synapse of an axon learns: then it cannot be shared. */
  boolean learns(int axon) {
    for (int from = axonStart[axon]; from < axonStart[axon + 1]; ) {
      if (weights.get(sectionOf[from]).learning() != null) {
        return true;
      }
      from = endOfSection(from, axon);
    }
    return false;
  }

  private long hash(int axon) {
    long hash = axonStart[axon + 1] - axonStart[axon];
    for (int i = axonStart[axon]; i < axonStart[axon + 1]; i++) {
      hash = hash * 0x9E3779B97F4A7C15L + compartments[i];
      hash = (hash ^ hash >>> 29) * 31 + mantissa(i);
      hash = hash * 31 + sectionOf[i] * 64L + delay(i);
    }
    return hash;
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
              && mantissa(x) == mantissa(y)
              && delay(x) == delay(y);
    }
    return same;
  }

  /** Number of axons. */
  int axons() {
    return axonStart.length - 1;
  }

  /** The first synapse of an axon. */
  int start(int axon) {
    return axonStart[axon];
  }

  /** One past its last. */
  int end(int axon) {
    return axonStart[axon + 1];
  }

  /** One past the last synapse of the section that begins at a synapse of an axon. */
  int endOfSection(int from, int axon) {
    int to = from + 1;
    while (to < axonStart[axon + 1] && sectionOf[to] == sectionOf[from]) {
      to++;
    }
    return to;
  }

  int compartment(int i) {
    return compartments[i];
  }

  int mantissa(int i) {
    return table.mantissa(synapses[i]);
  }

  int delay(int i) {
    return table.delay(synapses[i]);
  }

  int section(int i) {
    return sectionOf[i];
  }

  /** Number of sections. */
  int sections() {
    return weights.size();
  }

  /** How the synapses of a section write weights and delays. */
  WeightFormat weights(int section) {
    return weights.get(section);
  }

  /** The first compartment of the population of a section. */
  int first(int section) {
    return firsts.get(section);
  }
}
