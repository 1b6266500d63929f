package org.hillock.record;

import java.util.Arrays;

/**
 * Spikes of one population in one partition, counted in bins of which the first have been passed
 * on. Not thread-safe.
 */
public final class HeldCounts {

  private static final int FIRST_ROOM = 64;

  private int[] counts = new int[FIRST_ROOM];
  private long first;
  private long end;

  /**
   * Counts spikes.
   *
   * @param bin number of the bin, from 0
   * @param spikes how many
   */
  public void add(long bin, int spikes) {
    int place = (int) (bin - first);
    if (place >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(place + 1, 2 * counts.length));
    }
    end = Math.max(end, bin + 1);
    counts[place] += spikes;
  }

  /** Number of the first bin that is not passed on yet. */
  public long first() {
    return first;
  }

  /**
   * One past the number of the last bin in which something was counted, or the first that is kept.
   */
  public long end() {
    return Math.max(first, end);
  }

  /** Spikes in a bin that is kept. */
  public int count(long bin) {
    int place = (int) (bin - first);
    return place < counts.length ? counts[place] : 0;
  }

  /** Goes on with a bin, when none is held. */
  public void goOnWith(long bin) {
    first = bin;
    end = bin;
  }

  /** What the counts take of memory. */
  public long bytes() {
    return (end - first) * Integer.BYTES;
  }

  /**
   * Gives away the counts of the bins before one.
   *
   * @param before number of the first bin that stays
   */
  public int[] take(long before) {
    int count = (int) (before - first);
    int[] taken = Arrays.copyOf(counts, count);
    int gone = Math.min(count, counts.length);
    System.arraycopy(counts, gone, counts, 0, counts.length - gone);
    Arrays.fill(counts, counts.length - gone, counts.length, 0);
    first = before;
    end = Math.max(end, before);
    return taken;
  }
}
