package org.hillock.loihi.partition;

import java.util.HashSet;
import java.util.Set;
import org.hillock.loihi.quantise.WeightFormat;

/**
 * How the sections of a core are written: sparse or dense, whatever takes fewer words. Sparse
 * sections with the same fields share a format, dense ones do not, since theirs begin at
 * compartments of their own; so where formats are short, the dense sections that save least are
 * made sparse.
 */
final class Encoding {

  private final AxonLists lists;
  private final boolean[] dense;
  private final boolean[] used;
  private final long words;

  /**
   * @param lists the synapses
   * @param blockOf whose synapses each axon has, see {@link AxonLists#blocks}
   * @param neurons on the core
   * @param mostFormats of a core
   */
  Encoding(AxonLists lists, int[] blockOf, int neurons, SynapseMemory memory, int mostFormats) {
    this.lists = lists;
    this.dense = new boolean[lists.sections()];
    this.used = new boolean[lists.sections()];
    long[] sparseWords = new long[dense.length];
    long[] denseWords = new long[dense.length];
    boolean[] barred = new boolean[dense.length];
    for (int axon = 0; axon < blockOf.length; axon++) {
      for (int from = lists.start(axon); blockOf[axon] == axon && from < lists.end(axon); ) {
        int section = lists.section(from);
        int to = lists.endOfSection(from, axon);
        used[section] = true;
        for (int i = from + 1; i < to; i++) {
          barred[section] |= lists.compartment(i) == lists.compartment(i - 1);
        }
        WeightFormat format = lists.weights(section);
        int reach = lists.compartment(to - 1) - lists.first(section) + 1;
        // What fills a gap would learn, too.
        barred[section] |= format.learning() != null && reach > to - from;
        sparseWords[section] += memory.words(to - from, memory.sparseBits(format, neurons));
        denseWords[section] += memory.words(reach, memory.denseBits(format));
        from = to;
      }
    }
    for (int s = 0; s < dense.length; s++) {
      dense[s] = !barred[s] && denseWords[s] < sparseWords[s];
    }
    int worst = leastSaving(sparseWords, denseWords);
    while (formats() > mostFormats && worst >= 0) {
      dense[worst] = false;
      worst = leastSaving(sparseWords, denseWords);
    }
    long all = 0;
    for (int s = 0; s < dense.length; s++) {
      all += dense[s] ? denseWords[s] : sparseWords[s];
    }
    this.words = all;
  }

  /** The dense section that saves least, or -1 if none is dense. */
  private int leastSaving(long[] sparseWords, long[] denseWords) {
    int least = -1;
    for (int s = 0; s < dense.length; s++) {
      if (dense[s]
          && (least < 0
              || sparseWords[s] - denseWords[s] < sparseWords[least] - denseWords[least])) {
        least = s;
      }
    }
    return least;
  }

  /** Formats that the sections take. */
  int formats() {
    Set<WeightFormat> shared = new HashSet<>();
    int own = 0;
    for (int s = 0; s < dense.length; s++) {
      if (dense[s]) {
        own++;
      } else if (used[s]) {
        shared.add(lists.weights(s).written());
      }
    }
    return own + shared.size();
  }

  /** Words that all synapses take. */
  long words() {
    return words;
  }

  /** Whether any synapses of a section are written: those of all its axons may be elsewhere. */
  boolean used(int section) {
    return used[section];
  }

  /** Whether targets of a section follow from the place of a synapse. */
  boolean dense(int section) {
    return dense[section];
  }
}
