package org.hillock.engine.grid.table;

import java.util.Arrays;
import org.hillock.engine.wiring.TablePlan.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Synapses whose weights do not change, in segments so short that to visit each in memory would
 * take longer than all else. When a spike becomes known its row, which lies in one place, is read
 * in order, and each synapse is copied to the step in which it is due; then a step is delivered in
 * one go. Only sums of whole numbers may be taken in this order.
 */
final class CopiedSynapses implements Synapses {

  /** Segments are copied if they have fewer synapses than this on average. */
  private static final double SHORT = 8;

  /** So many rows are touched before they are read, as {@link TouchAhead} says. */
  private static final int BATCH = 16;

  private static final int INTS_OF_A_LINE = 16;

  private final int sourcePopulation;
  private final SegmentIndex index;

  /** Whether spikes are counted: each then has a weight of 1. */
  private final boolean counted;

  private final int[] words;
  private final char[] targets;

  /** Where to add, for each receptor. */
  private final int[][] rows;

  /** A bin is a step of a ring and a receptor, as a slot is a delay and a receptor. */
  private final DueWords due;

  private final int bins;
  private long registered;

  /** Sum of what was touched; kept so that the reads are not optimised away. */
  private long touched;

  /**
   * @param table the synapses, counted or in whole quanta
   * @param rows where they add to
   * @param epoch most steps of an epoch
   */
  CopiedSynapses(BuiltTable table, InputRows rows, int epoch) {
    this.sourcePopulation = table.plan().sourcePopulation();
    this.index = table.index();
    this.counted = table.plan().storage() == Storage.COUNTED;
    this.words = table.words();
    this.targets = table.targets();
    this.rows = new int[index.slot(1)][];
    if (counted) {
      Arrays.fill(this.rows, rows.counts(table.plan().constant()));
    } else {
      int receptors = Math.min(this.rows.length, rows.quanta().length);
      System.arraycopy(rows.quanta(), 0, this.rows, 0, receptors);
    }
    this.bins = index.slot(DueCalendar.length(table.maxDelay(), epoch));
    this.due = new DueWords(bins);
  }

  /** Whether a table is better copied. */
  static boolean suits(BuiltTable table) {
    return table.plan().storage().whole() && table.synapses() < SHORT * table.index().segments();
  }

  @Override
  public int sourcePopulation() {
    return sourcePopulation;
  }

  @Override
  public int size() {
    return index.synapses();
  }

  @Override
  public void beginStep(long step) {
    registered = step;
  }

  @Override
  public void add(SpikeBuffer spikes, int from, int to) {
    int[] neurons = spikes.neurons();
    for (int batch = from; batch < to; batch += BATCH) {
      int end = Math.min(batch + BATCH, to);
      touched += index.touch(neurons, batch, end);
      touched += counted ? touchTargets(neurons, batch, end) : touchWords(neurons, batch, end);
      for (int i = batch; i < end; i++) {
        if (index.singly() && !counted) {
          due.addEach(index, neurons[i], index.slot(registered), words);
        } else {
          copy(neurons[i]);
        }
      }
    }
  }

  private long touchWords(int[] sources, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      int end = index.synapseStart(sources[i] + 1);
      for (int k = index.synapseStart(sources[i]); k < end; k += INTS_OF_A_LINE) {
        sum += words[k];
      }
    }
    return sum;
  }

  private long touchTargets(int[] sources, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      int end = index.synapseStart(sources[i] + 1);
      for (int k = index.synapseStart(sources[i]); k < end; k += 2 * INTS_OF_A_LINE) {
        sum += targets[k];
      }
    }
    return sum;
  }

  private void copy(int source) {
    int synapse = index.synapseStart(source);
    int end = index.segmentStart(source + 1);
    int slot = index.slot(registered);
    for (int segment = index.segmentStart(source); segment < end; segment++) {
      slot += index.slotStep(segment);
      int bin = slot & bins - 1;
      for (int last = synapse + index.length(segment); synapse < last; synapse++) {
        due.add(bin, counted ? QuantaAddition.word(targets[synapse], 1) : words[synapse]);
      }
    }
  }

  @Override
  public long deliver(long step, @Nullable Arrivals arrivals) {
    long delivered = 0;
    for (int receptor = 0; receptor < rows.length; receptor++) {
      int bin = index.slot(step) + receptor & bins - 1;
      BlockChains chains = due.chains();
      for (int block = chains.firstBlock(bin); block != 0; block = chains.following(block)) {
        int from = BlockChains.from(block);
        int to = chains.to(bin, block);
        if (arrivals != null) {
          note(arrivals, from, to);
        }
        QuantaAddition.add(due.words(), from, to, rows[receptor]);
        delivered += to - from;
      }
      chains.clear(bin);
    }
    return delivered;
  }

  @Override
  public void skip(long step) {
    for (int receptor = 0; receptor < rows.length; receptor++) {
      due.chains().clear(index.slot(step) + receptor & bins - 1);
    }
  }

  private void note(Arrivals arrivals, int from, int to) {
    for (int k = from; k < to; k++) {
      arrivals.note(QuantaAddition.target(due.words()[k]));
    }
  }
}
