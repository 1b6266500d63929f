package org.hillock.random;

import java.util.Arrays;
import java.util.stream.LongStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
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

  /**
   * As many comparisons are made in any case as leave this chance that a count reaches further; the
   * others only if one of a vector does.
   */
  private static final double FURTHER = 0.002;

  /** The two words of the key in each round, once for each lane. */
  private final long[] keys = new long[2 * Philox.ROUNDS * LONGS.length()];

  private final long objectWord;
  private final CoarseLimits limits;

  /** Upper halves of the limits; as signed, less 2^15. */
  private final short[] upper;

  /** Comparisons that are always made. */
  private final int usual;

  /** Random bits, then counts. */
  private short[] bits = new short[GROUP + FEW_SHORTS.length()];

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
    this.upper = new short[limits.size()];
    for (int i = 0; i < upper.length; i++) {
      upper[i] = (short) (limits.upper(i) ^ SIGN);
    }
    this.usual = limits.likely(FURTHER);
  }

  @Override
  public void draw(int firstGroup, int groups, long step) {
    int n = groups * GROUP;
    if (bits.length < n + FEW_SHORTS.length()) {
      bits = new short[n + FEW_SHORTS.length()];
    }
    words(firstGroup, groups, step, bits);
    for (int i = 0; i < n; i += SHORTS.length()) {
      if (count(bits, i)) {
        decide(i, firstGroup * GROUP + i, step);
      }
    }
  }

  @Override
  public int count(int i) {
    return bits[i];
  }

  @Override
  public void add(int first, int n, double weight, double[] row, int place) {
    int end = DOUBLES.loopBound(n);
    for (int i = 0; i < end; i += DOUBLES.length()) {
      ShortVector.fromArray(FEW_SHORTS, bits, first + i)
          .convertShape(VectorOperators.S2D, DOUBLES, 0)
          .reinterpretAsDoubles()
          .mul(weight)
          .add(DoubleVector.fromArray(DOUBLES, row, place + i))
          .intoArray(row, place + i);
    }
    for (int i = end; i < n; i++) {
      row[place + i] += bits[first + i] * weight;
    }
  }

  /** Puts counts in the place of bits; if some are undecided, leaves all and says so. */
  private boolean count(short[] words, int at) {
    ShortVector value =
        ShortVector.fromArray(SHORTS, words, at).lanewise(VectorOperators.XOR, SIGN);
    ShortVector count = ShortVector.broadcast(SHORTS, (short) limits.lowest());
    VectorMask<Short> open = SHORTS.maskAll(false);
    for (int k = 0; k < usual; k++) {
      count = count.add((short) 1, value.compare(VectorOperators.GT, upper[k]));
      open = open.or(value.compare(VectorOperators.EQ, upper[k]));
    }
    if (usual < upper.length && value.compare(VectorOperators.GE, upper[usual]).anyTrue()) {
      for (int k = usual; k < upper.length; k++) {
        count = count.add((short) 1, value.compare(VectorOperators.GT, upper[k]));
        open = open.or(value.compare(VectorOperators.EQ, upper[k]));
      }
    }
    if (open.anyTrue()) {
      return true;
    }
    count.intoArray(words, at);
    return false;
  }

  private void decide(int at, int entity, long step) {
    for (int i = 0; i < SHORTS.length(); i++) {
      bits[at + i] = (short) limits.count(bits[at + i] & 0xFFFF, entity + i, step);
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
