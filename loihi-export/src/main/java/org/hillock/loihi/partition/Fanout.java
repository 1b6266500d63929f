package org.hillock.loihi.partition;

/**
 * Who hears a source: the rows of a {@link SynapseTable}, transposed. A target hears it once a
 * synapse.
 */
final class Fanout {

  private final int[] start;
  private final int[] targets;

  Fanout(SynapseTable table, int sources) {
    start = new int[sources + 1];
    for (int i = 0; i < table.size(); i++) {
      start[table.source(i) + 1]++;
    }
    for (int i = 0; i < sources; i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    targets = new int[table.size()];
    for (int place = 0; place < table.places(); place++) {
      for (int i = table.start(place); i < table.end(place); i++) {
        targets[next[table.source(i)]++] = place;
      }
    }
  }

  /** Index of the first target of a source. */
  int start(int source) {
    return start[source];
  }

  /** One past the index of its last target. */
  int end(int source) {
    return start[source + 1];
  }

  /** The place of a target. */
  int target(int index) {
    return targets[index];
  }
}
