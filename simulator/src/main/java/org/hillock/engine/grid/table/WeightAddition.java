package org.hillock.engine.grid.table;

import org.jspecify.annotations.Nullable;

/** Adds weights in single or double precision, or one weight, spike after spike. */
final class WeightAddition implements Addition {

  private final char[] targets;

  /** Bits of weights in single precision, or null. */
  private final int @Nullable [] single;

  private final double @Nullable [] exact;
  private final double constant;
  private final double[][] rows;

  /** Sum of what was touched; kept so that the reads are not optimised away. */
  private long touched;

  WeightAddition(BuiltTable table, double[][] rows) {
    boolean varies = !table.plan().storage().oneWeight();
    this.targets = table.targets();
    this.exact = varies && table.exact().length > 0 ? table.exact() : null;
    this.single = varies && exact == null ? table.words() : null;
    this.constant = table.plan().constant();
    this.rows = rows;
  }

  @Override
  public long add(DueSegments due, int first, int last) {
    long added = 0;
    for (int from = first; from < last; from += TouchAhead.BATCH) {
      int end = Math.min(from + TouchAhead.BATCH, last);
      touch(due, from, end);
      for (int i = from; i < end; i++) {
        add(due.from(i), due.to(i), rows[due.receptor(i)]);
        added += due.to(i) - due.from(i);
      }
    }
    return added;
  }

  private void touch(DueSegments due, int from, int end) {
    touched += TouchAhead.segments(targets, due, from, end);
    if (single != null) {
      touched += TouchAhead.segments(single, due, from, end);
    } else if (exact != null) {
      touched += TouchAhead.segments(exact, due, from, end);
    }
  }

  private void add(int from, int end, double[] row) {
    if (single != null) {
      add(targets, single, from, end, row);
    } else if (exact != null) {
      add(targets, exact, from, end, row);
    } else {
      add(targets, constant, from, end, row);
    }
  }

  private static void add(char[] to, int[] weights, int from, int end, double[] row) {
    for (int k = from; k < end; k++) {
      row[to[k]] += Float.intBitsToFloat(weights[k]);
    }
  }

  private static void add(char[] to, double[] weights, int from, int end, double[] row) {
    for (int k = from; k < end; k++) {
      row[to[k]] += weights[k];
    }
  }

  private static void add(char[] to, double weight, int from, int end, double[] row) {
    for (int k = from; k < end; k++) {
      row[to[k]] += weight;
    }
  }

  @Override
  public void note(DueSegments due, int first, int last, Arrivals arrivals) {
    arrivals.note(targets, due, first, last);
  }
}
