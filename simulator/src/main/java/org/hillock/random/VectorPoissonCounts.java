package org.hillock.random;

import java.util.Arrays;
import java.util.stream.LongStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Poisson counts of small mean by vectors: Philox with a stream in each lane, then two comparisons
 * of 16 bits for each value that the count can exceed. To the bits of {@link CoarsePoissonCounts}.
 */
final class VectorPoissonCounts implements PoissonCounts {

  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, LONGS.vectorShape());

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  /** As many shorts as there are doubles in a vector. */
  private static final VectorSpecies<Short> FEW_SHORTS =
      VectorSpecies.of(
          short.class, VectorShape.forBitSize(Math.max(64, DOUBLES.vectorBitSize() / 4)));

  /** The number of each lane. */
  private static final long[] LANES = LongStream.range(0, LONGS.length()).toArray();

  private static final int STREAMS = PhiloxBatch.STREAMS;
  private static final short SIGN = Short.MIN_VALUE;

  private static final int AT_ONCE = 4;

  /**
   * As many comparisons are made in any case as leave this chance that a count reaches further; the
   * others only if one of a vector does.
   */
  private static final double FURTHER = 0.002;

  /** The two words of the key in each round, once for each lane. */
  private final long[] keys = new long[2 * Philox.ROUNDS * LONGS.length()];

  private final long objectWord;
  private final CoarseLimits limits;

  /**
   * Upper halves of the limits; as signed, less 2^15. A multiple of {@link #AT_ONCE}; those beyond
   * the last are never exceeded.
   */
  private final short[] upper;

  /** Comparisons that are always made. */
  private final int usual;

  private short[] bits = new short[0];
  private short[] counts = new short[0];

  VectorPoissonCounts(long seed, int object, CoarseLimits limits) {
    int lanes = LONGS.length();
    for (int round = 0; round < Philox.ROUNDS; round++) {
      int at = 2 * round * lanes;
      Arrays.fill(keys, at, at + lanes, (int) seed + round * Philox.W0 & PhiloxBatch.LOW);
      Arrays.fill(
          keys,
          at + lanes,
          at + 2 * lanes,
          (int) (seed >>> 32) + round * Philox.W1 & PhiloxBatch.LOW);
    }
    this.objectWord = PhiloxBatch.objectWord(Purpose.POISSON_INPUT, object);
    this.limits = limits;
    this.upper = new short[roundedUp(limits.size())];
    Arrays.fill(upper, Short.MAX_VALUE);
    for (int i = 0; i < limits.size(); i++) {
      upper[i] = (short) (limits.upper(i) ^ SIGN);
    }
    this.usual = roundedUp(limits.likely(FURTHER));
  }

  private static int roundedUp(int count) {
    return (count + AT_ONCE - 1) / AT_ONCE * AT_ONCE;
  }

  @Override
  public void draw(int firstGroup, int groups, long step) {
    int n = groups * GROUP;
    if (bits.length < n) {
      bits = new short[n];
      counts = new short[n + FEW_SHORTS.length()];
    }
    words(firstGroup, groups, step, bits);
    Arrays.fill(counts, 0, n, (short) limits.lowest());
    for (int i = 0; i < n; i += SHORTS.length()) {
      boolean open = compare(i, 0, usual);
      if (usual < upper.length && reaches(i, usual)) {
        open |= compare(i, usual, upper.length);
      }
      if (open) {
        decide(i, firstGroup * GROUP + i, step);
      }
    }
  }

  private boolean compare(int at, int from, int to) {
    boolean open = false;
    for (int limit = from; limit < to; limit += AT_ONCE) {
      open |= compare(at, limit);
    }
    return open;
  }

  /**
   * Counts which limits are exceeded, some at once. Sums go through memory: Java 17 would not keep
   * a vector in a register from one round of a loop to the next.
   *
   * @return whether any bits equal a limit's
   */
  private boolean compare(int at, int limit) {
    ShortVector value = ShortVector.fromArray(SHORTS, bits, at).lanewise(VectorOperators.XOR, SIGN);
    short first = upper[limit];
    short second = upper[limit + 1];
    short third = upper[limit + 2];
    short fourth = upper[limit + 3];
    ShortVector.fromArray(SHORTS, counts, at)
        .add((short) 1, value.compare(VectorOperators.GT, first))
        .add((short) 1, value.compare(VectorOperators.GT, second))
        .add((short) 1, value.compare(VectorOperators.GT, third))
        .add((short) 1, value.compare(VectorOperators.GT, fourth))
        .intoArray(counts, at);
    return value
        .compare(VectorOperators.EQ, first)
        .or(value.compare(VectorOperators.EQ, second))
        .or(value.compare(VectorOperators.EQ, third))
        .or(value.compare(VectorOperators.EQ, fourth))
        .anyTrue();
  }

  /** Whether any bits lie on or above a limit's. */
  private boolean reaches(int at, int limit) {
    return ShortVector.fromArray(SHORTS, bits, at)
        .lanewise(VectorOperators.XOR, SIGN)
        .compare(VectorOperators.GE, upper[limit])
        .anyTrue();
  }

  private void decide(int at, int entity, long step) {
    for (int i = 0; i < SHORTS.length(); i++) {
      counts[at + i] = (short) limits.count(bits[at + i] & 0xFFFF, entity + i, step);
    }
  }

  @Override
  public int count(int i) {
    return counts[i];
  }

  @Override
  public void add(int first, int n, double weight, double[] row, int place) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += DOUBLES.length()) {
      ShortVector.fromArray(FEW_SHORTS, counts, first + i)
          .convertShape(VectorOperators.S2D, DOUBLES, 0)
          .reinterpretAsDoubles()
          .mul(weight)
          .add(DoubleVector.fromArray(DOUBLES, row, place + i))
          .intoArray(row, place + i);
    }
    for (int i = end; i < n; i++) {
      row[place + i] += counts[first + i] * weight;
    }
  }

  /** The random bits, in the order of entities. */
  private void words(int firstGroup, int groups, long step, short[] words) {
    LongVector low = LongVector.broadcast(LONGS, PhiloxBatch.LOW);
    // Masked, although they are short, so that the compiler sees products of 32 by 32 bits.
    LongVector m0 = LongVector.broadcast(LONGS, Philox.M0).and(low);
    LongVector m1 = LongVector.broadcast(LONGS, Philox.M1).and(low);
    LongVector c0 = LongVector.broadcast(LONGS, step & PhiloxBatch.LOW);
    LongVector c1 = LongVector.broadcast(LONGS, objectWord);
    LongVector c3 = LongVector.broadcast(LONGS, step >>> 32);
    int lanesOf = LONGS.length();
    LongVector lanes = LongVector.fromArray(LONGS, LANES, 0);
    for (int stream = 0; stream < groups * STREAMS; stream += LONGS.length()) {
      LongVector x0 = c0;
      LongVector x1 = c1;
      LongVector x2 = lanes.add((long) firstGroup * STREAMS + stream);
      LongVector x3 = c3;
      for (int key = 0; key < keys.length; key += 2 * lanesOf) {
        LongVector p0 = x0.and(low).mul(m0);
        LongVector p1 = x2.and(low).mul(m1);
        x0 = p1.lanewise(VectorOperators.LSHR, 32).lanewise(VectorOperators.XOR, x1);
        x0 = x0.lanewise(VectorOperators.XOR, LongVector.fromArray(LONGS, keys, key));
        x2 = p0.lanewise(VectorOperators.LSHR, 32).lanewise(VectorOperators.XOR, x3);
        x2 = x2.lanewise(VectorOperators.XOR, LongVector.fromArray(LONGS, keys, key + lanesOf));
        x1 = p1;
        x3 = p0;
      }
      int at = stream / STREAMS * GROUP + 4 * (stream % STREAMS);
      pairs(x0.and(low), x1).intoArray(words, at);
      pairs(x2.and(low), x3).intoArray(words, at + GROUP / 2);
    }
  }

  /** The words of two vectors in turn. */
  private static ShortVector pairs(LongVector even, LongVector odd) {
    return even.or(odd.lanewise(VectorOperators.LSHL, 32)).reinterpretAsShorts();
  }
}
