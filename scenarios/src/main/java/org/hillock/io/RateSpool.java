package org.hillock.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.hillock.record.RateTable;

/**
 * Counts of one request on their way to a file that has one population after the other. The first
 * number in the spool is when the first bin begins.
 */
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
   * @param next the next table of the request
   * @param bytes of the file that stay, if it is gone on with
   */
  RateSpool(Path file, RateTable next, long bytes) throws IOException {
    this.numbers = new NumberSpool(file, bytes);
    if (numbers.size() == 0) {
      numbers.append(next.start());
    }
    this.bins = numbers.size() - 1;
    double[] start = new double[1];
    numbers.read(0, start, 1);
    this.first = new RateTable(next.population(), next.size(), start[0], next.bin(), new int[0]);
  }

  /** How long the file is [bytes]. */
  long bytes() throws IOException {
    return numbers.bytes();
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
      numbers.cutTo(1 + bins);
      throw e;
    }
    bins += table.counts().length;
  }

  /** Goes through all bins. */
  void forEach(Visitor visitor) throws IOException {
    double[] piece = new double[PIECE];
    for (long bin = 0; bin < bins; bin += PIECE) {
      int count = (int) Math.min(PIECE, bins - bin);
      numbers.read(1 + bin, piece, count);
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
