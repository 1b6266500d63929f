package org.hillock.engine.grid;

import org.hillock.engine.SpikeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Synapses whose weights do not change. Two bytes a synapse for the target, none for the delay, and
 * for the weight none (one constant for the table), four, or eight.
 */
final class StaticSynapses implements Synapses {

  /**
   * So many segments ahead, one element is read before it is needed, so that the processor fetches
   * it meanwhile: segments lie all over gigabytes, and Java has no prefetch.
   */
  private static final int AHEAD = 16;

  /** Elements of an array that share a cache line of 64 bytes. */
  private static final int FLOATS_OF_A_LINE = 16;

  private static final int DOUBLES_OF_A_LINE = 8;
  private static final int CHARS_OF_A_LINE = 32;

  private final int sourcePopulation;
  private final SegmentIndex index;
  private final DueCalendar calendar;
  private final char[] targets;
  private final float @Nullable [] single;
  private final double @Nullable [] exact;
  private final double constant;
  private long registered;

  /** Sum of what was read ahead; kept so that the reads are not optimised away. */
  private double touched;

  StaticSynapses(BuiltTable table, int epoch) {
    this.sourcePopulation = table.plan().sourcePopulation();
    this.index = table.index();
    this.calendar = new DueCalendar(index, table.maxDelay(), epoch, false);
    this.targets = table.targets();
    this.single = table.single();
    this.exact = table.exact();
    this.constant = table.plan().constant();
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
    for (int i = from; i < to; i++) {
      calendar.add(registered, neurons[i], 0);
    }
  }

  @Override
  public long deliver(long step, double[][] rows) {
    DueSegments due = calendar.due(step);
    long delivered;
    if (single != null) {
      delivered = deliverSingle(due, rows, single);
    } else if (exact != null) {
      delivered = deliverExact(due, rows, exact);
    } else {
      delivered = deliverConstant(due, rows);
    }
    due.clear();
    return delivered;
  }

  private long deliverSingle(DueSegments due, double[][] rows, float[] weights) {
    char[] to = targets;
    long delivered = 0;
    float touch = 0;
    int size = due.size();
    for (int i = 0; i < size; i++) {
      if (i + AHEAD < size) {
        int end = due.to(i + AHEAD);
        for (int k = due.from(i + AHEAD); k < end; k += FLOATS_OF_A_LINE) {
          touch += weights[k] + to[k];
        }
        touch += weights[end - 1] + to[end - 1];
      }
      double[] row = rows[due.receptor(i)];
      int first = due.from(i);
      int end = due.to(i);
      for (int k = first; k < end; k++) {
        row[to[k]] += weights[k];
      }
      delivered += end - first;
    }
    touched += touch;
    return delivered;
  }

  private long deliverExact(DueSegments due, double[][] rows, double[] weights) {
    char[] to = targets;
    long delivered = 0;
    double touch = 0;
    int size = due.size();
    for (int i = 0; i < size; i++) {
      if (i + AHEAD < size) {
        int end = due.to(i + AHEAD);
        for (int k = due.from(i + AHEAD); k < end; k += DOUBLES_OF_A_LINE) {
          touch += weights[k];
        }
        touch += to[due.from(i + AHEAD)] + to[end - 1];
      }
      double[] row = rows[due.receptor(i)];
      int first = due.from(i);
      int end = due.to(i);
      for (int k = first; k < end; k++) {
        row[to[k]] += weights[k];
      }
      delivered += end - first;
    }
    touched += touch;
    return delivered;
  }

  private long deliverConstant(DueSegments due, double[][] rows) {
    char[] to = targets;
    double weight = constant;
    long delivered = 0;
    int touch = 0;
    int size = due.size();
    for (int i = 0; i < size; i++) {
      if (i + AHEAD < size) {
        int end = due.to(i + AHEAD);
        for (int k = due.from(i + AHEAD); k < end; k += CHARS_OF_A_LINE) {
          touch += to[k];
        }
        touch += to[end - 1];
      }
      double[] row = rows[due.receptor(i)];
      int first = due.from(i);
      int end = due.to(i);
      for (int k = first; k < end; k++) {
        row[to[k]] += weight;
      }
      delivered += end - first;
    }
    touched += touch;
    return delivered;
  }
}
