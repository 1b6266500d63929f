package org.hillock.engine.wiring;

import java.util.Arrays;
import org.hillock.random.RandomStream;
import org.hillock.vector.Logarithm;

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
      stream.nextInts(choices, into.array(), start, count);
      shift(into.array(), start, start + count, excluded);
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
      next += 1 + Math.floor(Logarithm.of(stream.nextOpenDouble()) * scale);
      if (next >= choices) {
        return;
      }
      into.add(shifted((int) next, excluded));
    }
  }

  /**
   * Connects each member a Poisson number of times, independently of the others: points of a
   * Poisson process on a line, on which each member has a piece of length 1.
   *
   * @param mean of each number, 0 or more
   */
  static void poisson(double mean, int pool, int excluded, RandomStream stream, IntList into) {
    int choices = excluded < 0 ? pool : pool - 1;
    if (!(mean > 0)) {
      return;
    }
    double at = 0;
    while (true) {
      at -= Logarithm.of(stream.nextOpenDouble()) / mean;
      if (!(at < choices)) {
        return;
      }
      into.add(shifted((int) at, excluded));
    }
  }

  private static int shifted(int drawn, int excluded) {
    return excluded >= 0 && drawn >= excluded ? drawn + 1 : drawn;
  }

  private static void shift(int[] values, int from, int to, int excluded) {
    if (excluded >= 0) {
      for (int i = from; i < to; i++) {
        values[i] += values[i] >= excluded ? 1 : 0;
      }
    }
  }

  /** Draws again and again, leaving out what was drawn before. */
  private static void drawDistinct(
      int count, int choices, int excluded, RandomStream stream, IntList into) {
    int start = into.size();
    into.extend(count);
    int[] values = into.array();
    long[] taken = into.marks(choices);
    takeDistinct(count, choices, taken, stream, values, start);
    for (int i = start; i < start + count; i++) {
      taken[values[i] >>> 6] = 0;
    }
    shift(values, start, start + count, excluded);
  }

  /** Draws whom to leave out. */
  private static void drawComplement(
      int count, int choices, int excluded, RandomStream stream, IntList into) {
    int start = into.size();
    int left = choices - count;
    into.extend(Math.max(count, left));
    int[] values = into.array();
    long[] leftOut = into.marks(choices);
    takeDistinct(left, choices, leftOut, stream, values, start);
    int at = start;
    for (int i = 0; i < choices; i++) {
      if ((leftOut[i >>> 6] >>> i & 1) == 0) {
        values[at++] = i;
      }
    }
    Arrays.fill(leftOut, 0, (choices + 63) >>> 6, 0);
    into.shrink(at);
    shift(values, start, at, excluded);
  }

  private static void takeDistinct(
      int count, int choices, long[] taken, RandomStream stream, int[] values, int start) {
    int at = start;
    int end = start + count;
    while (at < end) {
      int from = at;
      stream.nextInts(choices, values, from, end - from);
      for (int i = from; i < end; i++) {
        int drawn = values[i];
        if ((taken[drawn >>> 6] >>> drawn & 1) == 0) {
          taken[drawn >>> 6] |= 1L << drawn;
          values[at++] = drawn;
        }
      }
    }
  }
}
