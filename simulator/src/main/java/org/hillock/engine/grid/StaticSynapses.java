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

  private final int sourcePopulation;
  private final SegmentIndex index;
  private final DueCalendar calendar;
  private final char[] targets;
  private final float @Nullable [] single;
  private final double @Nullable [] exact;
  private final double constant;
  private long registered;

  /** Sum of what was read ahead; kept so that the reads are not optimised away. */
  private int touched;

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
    long delivered = 0;
    int touch = 0;
    for (int i = 0; i < due.size(); i++) {
      if (i + AHEAD < due.size()) {
        touch += touch(due.from(i + AHEAD), due.to(i + AHEAD));
      }
      double[] row = rows[due.receptor(i)];
      int from = due.from(i);
      int to = due.to(i);
      if (single != null) {
        addSingle(row, targets, single, from, to);
      } else if (exact != null) {
        addExact(row, targets, exact, from, to);
      } else {
        addConstant(row, targets, constant, from, to);
      }
      delivered += to - from;
    }
    touched += touch;
    due.clear();
    return delivered;
  }

  private int touch(int from, int to) {
    int sum = targets[from] + targets[to - 1];
    if (single != null) {
      for (int i = from; i < to; i += 16) {
        sum += (int) single[i];
      }
    } else if (exact != null) {
      for (int i = from; i < to; i += 8) {
        sum += (int) exact[i];
      }
    }
    return sum;
  }

  private static void addSingle(double[] row, char[] targets, float[] weights, int from, int to) {
    for (int i = from; i < to; i++) {
      row[targets[i]] += weights[i];
    }
  }

  private static void addExact(double[] row, char[] targets, double[] weights, int from, int to) {
    for (int i = from; i < to; i++) {
      row[targets[i]] += weights[i];
    }
  }

  private static void addConstant(double[] row, char[] targets, double weight, int from, int to) {
    for (int i = from; i < to; i++) {
      row[targets[i]] += weight;
    }
  }
}
