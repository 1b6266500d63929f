package org.hillock.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.hillock.record.RateTable;

/** Counts of one request on their way to a file that has one population after the other. */
final class RateSpool implements Closeable {

  /** Takes bins in order of time. */
  @FunctionalInterface
  interface Visitor {
    /**
     * A bin.
     *
     * @param number of the bin, from 0
     * @param spikes in it
     */
    void bin(long number, int spikes) throws IOException;
  }

  private static final int PIECE = 1 << 13;

  private final NumberSpool numbers;
  private final RateTable first;
  private long bins;

  /**
   * @param file to write
   * @param first the first table of the request
   */
  RateSpool(Path file, RateTable first) throws IOException {
    this.numbers = new NumberSpool(file);
    this.first = first;
  }

  /** The population, and where and how wide its bins are. */
  RateTable like() {
    return first;
  }

  /** Takes the next bins. */
  void take(RateTable table) throws IOException {
    try {
      for (int count : table.counts()) {
        numbers.append(count);
      }
      numbers.flush();
    } catch (IOException e) {
      numbers.cutTo(bins);
      throw e;
    }
    bins += table.counts().length;
  }

  /** Goes through all bins. */
  void forEach(Visitor visitor) throws IOException {
    double[] piece = new double[PIECE];
    for (long bin = 0; bin < bins; bin += PIECE) {
      int count = (int) Math.min(PIECE, bins - bin);
      numbers.read(bin, piece, count);
      for (int i = 0; i < count; i++) {
        visitor.bin(bin + i, (int) piece[i]);
      }
    }
  }

  @Override
  public void close() throws IOException {
    numbers.close();
  }
}
