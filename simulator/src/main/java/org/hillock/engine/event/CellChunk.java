package org.hillock.engine.event;

import org.hillock.model.CellKernel;

/**
 * A few inputs, and what they leave at the ends of the cells in which they arrive. Loops are short
 * and plain, so that the compiler makes vector instructions of them. Not thread-safe.
 */
final class CellChunk {

  /** So many inputs at most, a multiple of 8. */
  static final int MOST = 128;

  private final CellKernel kernel;
  private final double last;
  private final double perMs;
  private final double length;
  private final double[] times = new double[MOST];
  private final double[] weights = new double[MOST];
  private final double[] cells = new double[MOST];
  private final double[] remaining = new double[MOST];
  private final double[][] effects = new double[CellKernel.SUMS][MOST];

  /**
   * @param kernel says what inputs leave
   * @param width length of a window [ms]
   */
  CellChunk(CellKernel kernel, double width) {
    this.kernel = kernel;
    this.last = kernel.cells() - 1;
    this.perMs = kernel.cells() / width;
    this.length = width / kernel.cells();
  }

  /**
   * Takes inputs.
   *
   * @param from index of the first
   * @param count how many
   * @param begin of the window in which they arrive [ms]
   */
  void place(double[] ofTimes, double[] ofWeights, int from, int count, double begin) {
    System.arraycopy(ofTimes, from, times, 0, count);
    System.arraycopy(ofWeights, from, weights, 0, count);
    for (int i = 0; i < count; i++) {
      times[i] = (times[i] - begin) * perMs;
    }
    for (int i = 0; i < count; i++) {
      cells[i] = Math.min(last, Math.floor(times[i]));
    }
    for (int i = 0; i < count; i++) {
      remaining[i] = Math.max(0, (cells[i] + 1 - times[i]) * length);
    }
    kernel.effects(remaining, weights, count, effects);
  }

  /** Tells the cells of the inputs. */
  void cells(byte[] into, int at, int count) {
    for (int i = 0; i < count; i++) {
      into[at + i] = (byte) cells[i];
    }
  }

  /** What each leaves: {@link CellKernel#SUMS} arrays. */
  double[][] effects() {
    return effects;
  }
}
