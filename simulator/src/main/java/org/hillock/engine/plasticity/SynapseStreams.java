package org.hillock.engine.plasticity;

import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * The random numbers of the synapses of a table, keyed by source, target, which of several synapses
 * between the two it is, and the number of the source's spike: by nothing that depends on
 * partitions, engines or who asks.
 *
 * <p>A stream has room for one entity and one counter. So source and place among the synapses of a
 * pair choose the key of a stream, by a number drawn for them, and target and spike the place in
 * it.
 */
final class SynapseStreams {

  /** A spike has so many words, as a power of 2. */
  private static final int WORDS_LOG2 = 10;

  private final PlasticTable table;
  private final SynapseKey key;
  private final RandomStream keys;
  private final int @Nullable [] repetitions;
  private RandomStream stream;
  private int source = -1;
  private int repetition;

  SynapseStreams(PlasticTable table) {
    this.table = table;
    this.key = table.key();
    this.keys = new RandomStream(key.seed());
    this.stream = keys;
    this.repetitions = repetitions(table);
  }

  /** How many synapses of the same pair come before each in its row; null if none does anywhere. */
  private static int @Nullable [] repetitions(PlasticTable table) {
    int size = table.size();
    int targets = 0;
    for (int synapse = 0; synapse < size; synapse++) {
      targets = Math.max(targets, table.target(synapse) + 1);
    }
    int[] lastSource = new int[targets];
    int[] count = new int[targets];
    int[] all = new int[size];
    boolean any = false;
    for (int source = 0; source < table.sources(); source++) {
      for (int synapse = table.rowStart(source); synapse < table.rowStart(source + 1); synapse++) {
        int target = table.target(synapse);
        count[target] = lastSource[target] == source + 1 ? count[target] + 1 : 0;
        lastSource[target] = source + 1;
        all[synapse] = count[target];
        any |= count[target] > 0;
      }
    }
    return any ? all : null;
  }

  /**
   * The numbers of a synapse for a spike of its source.
   *
   * @param spike how many its source has fired before
   */
  RandomStream at(int synapse, long spike) {
    int its = repetitions == null ? 0 : repetitions[synapse];
    if (source < 0 || !isIn(source, synapse)) {
      choose(sourceOf(synapse), its);
    } else if (its != repetition) {
      choose(source, its);
    }
    return stream
        .at(Purpose.SYNAPSE, key.projection(), key.firstTarget() + table.target(synapse))
        .skipTo(spike << WORDS_LOG2);
  }

  private void choose(int its, int place) {
    source = its;
    repetition = place;
    long chosen =
        keys.at(Purpose.SYNAPSE, key.projection(), source)
            .skipTo((long) repetition << WORDS_LOG2)
            .nextLong();
    stream = new RandomStream(chosen);
  }

  private boolean isIn(int row, int synapse) {
    return table.rowStart(row) <= synapse && synapse < table.rowStart(row + 1);
  }

  /**
   * The last row that begins at a synapse or before: those without synapses begin with the next.
   */
  private int sourceOf(int synapse) {
    int low = 0;
    int high = table.sources() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (table.rowStart(middle) <= synapse) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
