package org.hillock.engine.grid.table;

/** Counts spikes of synapses that have one weight. */
final class CountAddition implements Addition {

  private final char[] targets;
  private final int[] row;

  /** Sum of what was touched; kept so that the reads are not optimised away. */
  private long touched;

  CountAddition(char[] targets, int[] row) {
    this.targets = targets;
    this.row = row;
  }

  private static void add(char[] targets, int from, int to, int[] row) {
    for (int k = from; k < to; k++) {
      row[targets[k]]++;
    }
  }

  @Override
  public long add(DueSegments due, int first, int last) {
    long added = 0;
    for (int from = first; from < last; from += TouchAhead.BATCH) {
      int end = Math.min(from + TouchAhead.BATCH, last);
      touched += TouchAhead.segments(targets, due, from, end);
      for (int i = from; i < end; i++) {
        add(targets, due.from(i), due.to(i), row);
        added += due.to(i) - due.from(i);
      }
    }
    return added;
  }

  @Override
  public void note(DueSegments due, int first, int last, Arrivals arrivals) {
    arrivals.note(targets, due, first, last);
  }
}
