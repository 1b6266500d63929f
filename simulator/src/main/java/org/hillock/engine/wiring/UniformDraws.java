package org.hillock.engine.wiring;

import org.hillock.random.RandomStream;

/** Uniform draws from a pool of neurons, with or without repetition. */
final class UniformDraws {

  private UniformDraws() {}

  /**
   * Draws {@code count} members of 0 to {@code pool - 1}, leaving out {@code excluded}.
   *
   * @param excluded a member to leave out, or -1
   * @param repeat whether a member may be drawn more than once
   */
  static void draw(
      int count, int pool, int excluded, boolean repeat, RandomStream stream, IntList into) {
    int choices = excluded < 0 ? pool : pool - 1;
    if (count == 0) {
      return;
    }
    if (repeat) {
      int start = into.size();
      into.extend(count);
      int[] values = into.array();
      for (int i = start; i < start + count; i++) {
        values[i] = shifted(stream.nextInt(choices), excluded);
      }
    } else if (count <= choices / 2) {
      drawDistinct(count, choices, excluded, stream, into);
    } else {
      drawComplement(count, choices, excluded, stream, into);
    }
  }

  /** Connects each member with the same probability, by geometric jumps between successes. */
  static void bernoulli(
      double probability, int pool, int excluded, RandomStream stream, IntList into) {
    int choices = excluded < 0 ? pool : pool - 1;
    if (probability <= 0) {
      return;
    }
    if (probability >= 1) {
      for (int i = 0; i < choices; i++) {
        into.add(shifted(i, excluded));
      }
      return;
    }
    // The number of failures before a success is floor(ln u / ln(1 - p)) (Devroye 1986, X.2.2).
    double scale = 1 / StrictMath.log1p(-probability);
    double next = -1;
    while (true) {
      next += 1 + Math.floor(StrictMath.log(stream.nextOpenDouble()) * scale);
      if (next >= choices) {
        return;
      }
      into.add(shifted((int) next, excluded));
    }
  }

  private static int shifted(int drawn, int excluded) {
    return excluded >= 0 && drawn >= excluded ? drawn + 1 : drawn;
  }

  private static void drawDistinct(
      int count, int choices, int excluded, RandomStream stream, IntList into) {
    long[] taken = new long[(choices + 63) >>> 6];
    for (int i = 0; i < count; i++) {
      into.add(shifted(take(choices, taken, stream), excluded));
    }
  }

  private static void drawComplement(
      int count, int choices, int excluded, RandomStream stream, IntList into) {
    long[] leftOut = new long[(choices + 63) >>> 6];
    for (int i = 0; i < choices - count; i++) {
      take(choices, leftOut, stream);
    }
    for (int i = 0; i < choices; i++) {
      if ((leftOut[i >>> 6] >>> i & 1) == 0) {
        into.add(shifted(i, excluded));
      }
    }
  }

  private static int take(int choices, long[] taken, RandomStream stream) {
    while (true) {
      int drawn = stream.nextInt(choices);
      if ((taken[drawn >>> 6] >>> drawn & 1) == 0) {
        taken[drawn >>> 6] |= 1L << drawn;
        return drawn;
      }
    }
  }
}
