package org.hillock.engine.grid.table;

import org.jspecify.annotations.Nullable;

/**
 * Synapses whose weights do not change. Two bytes a synapse for the target, none for the delay, and
 * for the weight none (one constant for the table), four, or eight.
 */
public final class StaticSynapses implements Synapses {

  /**
   * So many segments are touched, an element of each of their cache lines read, before their
   * weights are added: segments lie all over gigabytes, Java has no prefetch, and reads that do not
   * wait for each other are served at the same time. Together they are about as long as the
   * innermost cache.
   */
  private static final int BATCH = 64;

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
  private long touched;

  public StaticSynapses(BuiltTable table, int epoch) {
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
    calendar.addAll(registered, spikes.neurons(), from, to);
  }

  @Override
  public long deliver(long step, double[][] rows, @Nullable Arrivals arrivals) {
    long delivered = 0;
    for (DueSegments due = calendar.due(step); due != null; due = due.next()) {
      if (arrivals != null) {
        for (int i = 0; i < due.size(); i++) {
          arrivals.note(targets, due.from(i), due.to(i));
        }
      }
      delivered += deliver(due, rows);
    }
    calendar.delivered(step);
    return delivered;
  }

  private long deliver(DueSegments due, double[][] rows) {
    if (single != null) {
      return index.singly() ? deliverSingly(due, rows, single) : deliverSingle(due, rows, single);
    }
    return exact != null ? deliverExact(due, rows, exact) : deliverConstant(due, rows);
  }

  private long deliverSingle(DueSegments due, double[][] rows, float[] weights) {
    char[] to = targets;
    long delivered = 0;
    for (int from = 0; from < due.size(); from += BATCH) {
      int end = Math.min(from + BATCH, due.size());
      touched += touchSingle(due, from, end, weights);
      for (int i = from; i < end; i++) {
        add(rows[due.receptor(i)], to, weights, due.from(i), due.to(i));
        delivered += due.to(i) - due.from(i);
      }
    }
    return delivered;
  }

  /** The same where every segment is one synapse. */
  private long deliverSingly(DueSegments due, double[][] rows, float[] weights) {
    char[] to = targets;
    for (int from = 0; from < due.size(); from += BATCH) {
      int end = Math.min(from + BATCH, due.size());
      float sum = 0;
      for (int i = from; i < end; i++) {
        sum += weights[due.from(i)] + to[due.from(i)];
      }
      touched += (long) sum;
      for (int i = from; i < end; i++) {
        int synapse = due.from(i);
        rows[due.receptor(i)][to[synapse]] += weights[synapse];
      }
    }
    return due.size();
  }

  private long deliverExact(DueSegments due, double[][] rows, double[] weights) {
    char[] to = targets;
    long delivered = 0;
    for (int from = 0; from < due.size(); from += BATCH) {
      int end = Math.min(from + BATCH, due.size());
      touched += touchExact(due, from, end, weights);
      for (int i = from; i < end; i++) {
        add(rows[due.receptor(i)], to, weights, due.from(i), due.to(i));
        delivered += due.to(i) - due.from(i);
      }
    }
    return delivered;
  }

  private long deliverConstant(DueSegments due, double[][] rows) {
    char[] to = targets;
    long delivered = 0;
    for (int from = 0; from < due.size(); from += BATCH) {
      int end = Math.min(from + BATCH, due.size());
      touched += touchTargets(due, from, end);
      for (int i = from; i < end; i++) {
        add(rows[due.receptor(i)], to, constant, due.from(i), due.to(i));
        delivered += due.to(i) - due.from(i);
      }
    }
    return delivered;
  }

  // Most segments are shorter than four lines: those are read without a loop, whose end would be
  // guessed wrong every time, and a line that is not there is the last once more.

  private long touchSingle(DueSegments due, int from, int end, float[] weights) {
    float sum = 0;
    for (int i = from; i < end; i++) {
      int first = due.from(i);
      int last = due.to(i) - 1;
      sum +=
          weights[first]
              + weights[Math.min(first + FLOATS_OF_A_LINE, last)]
              + weights[Math.min(first + 2 * FLOATS_OF_A_LINE, last)]
              + weights[Math.min(first + 3 * FLOATS_OF_A_LINE, last)]
              + weights[last];
      for (int k = first + 4 * FLOATS_OF_A_LINE; k < last; k += FLOATS_OF_A_LINE) {
        sum += weights[k];
      }
    }
    return (long) sum + touchTargets(due, from, end);
  }

  private long touchExact(DueSegments due, int from, int end, double[] weights) {
    double sum = 0;
    for (int i = from; i < end; i++) {
      int last = due.to(i) - 1;
      for (int k = due.from(i); k < last; k += DOUBLES_OF_A_LINE) {
        sum += weights[k];
      }
      sum += weights[last];
    }
    return (long) sum + touchTargets(due, from, end);
  }

  private long touchTargets(DueSegments due, int from, int end) {
    int sum = 0;
    for (int i = from; i < end; i++) {
      int first = due.from(i);
      int last = due.to(i) - 1;
      sum += targets[first] + targets[Math.min(first + CHARS_OF_A_LINE, last)] + targets[last];
      for (int k = first + 2 * CHARS_OF_A_LINE; k < last; k += CHARS_OF_A_LINE) {
        sum += targets[k];
      }
    }
    return sum;
  }

  private static void add(double[] row, char[] to, float[] weights, int from, int end) {
    for (int k = from; k < end; k++) {
      row[to[k]] += weights[k];
    }
  }

  private static void add(double[] row, char[] to, double[] weights, int from, int end) {
    for (int k = from; k < end; k++) {
      row[to[k]] += weights[k];
    }
  }

  private static void add(double[] row, char[] to, double weight, int from, int end) {
    for (int k = from; k < end; k++) {
      row[to[k]] += weight;
    }
  }
}
