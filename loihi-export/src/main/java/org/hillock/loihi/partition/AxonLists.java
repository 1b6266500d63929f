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
  private final int[] lowest;
  private final int[] synapses;
  private final int[] compartments;
  private final int[] sectionOf;
  private final List<WeightFormat> weights = new ArrayList<>();
  private final List<Integer> firsts = new ArrayList<>();
  private final List<Integer> written = new ArrayList<>();

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
    this.lowest = new int[axons];
    for (int axon = 0; axon < axons; axon++) {
      lowest[axon] = compartments[axonStart[axon]];
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
          written.add(sameFormat(weights.size() - 1));
          firsts.add(first);
        }
        int at = next[core.axon(table.source(i))]++;
        synapses[at] = i;
        compartments[at] = c;
        sectionOf[at] = sectionOfFormat[format];
      }
    }
  }

  /** The first section whose synapses are written in the same format. */
  private int sameFormat(int section) {
    int first = 0;
    while (!weights.get(first).written().equals(weights.get(section).written())) {
      first++;
    }
    return first;
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

  /**
   * For each axon one that has the same synapses, but that all targets of the one are those of the
   * other and {@link #base} more; itself, if there is none. Such axons share a block of memory: of
   * those that are a shift apart the one with the lowest targets has the block, and others have it
   * as long as the shift can be written.
   *
   * @param baseMax the greatest shift
   */
  int[] blocks(int baseMax) {
    long[] order = new long[axons()];
    for (int axon = 0; axon < order.length; axon++) {
      order[axon] = (long) lowest[axon] << 32 | axon;
    }
    Arrays.sort(order);
    int[] blockOf = new int[order.length];
    Map<Long, Integer> known = new HashMap<>();
    for (long one : order) {
      int axon = (int) one;
      blockOf[axon] = axon;
      if (learns(axon)) {
        continue; // its weights will differ from those of any other
      }
      long hash = hash(axon);
      Integer other = known.get(hash);
      if (other != null && base(axon, other) <= baseMax && same(axon, other)) {
        blockOf[axon] = other;
      } else {
        known.put(hash, axon);
      }
    }
    return blockOf;
  }

  /** How far the targets of an axon are above those of another, if they are the same else. */
  int base(int axon, int other) {
    return lowest[axon] - lowest[other];
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
      hash = hash * 0x9E3779B97F4A7C15L + compartments[i] - lowest[axon];
      hash = (hash ^ hash >>> 29) * 31 + mantissa(i);
      hash = hash * 31 + written.get(sectionOf[i]) * 64L + delay(i);
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
          compartments[x] - lowest[a] == compartments[y] - lowest[b]
              && written.get(sectionOf[x]).equals(written.get(sectionOf[y]))
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
