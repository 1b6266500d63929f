package org.hillock.random;

import java.util.stream.LongStream;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Poisson counts by vectors: Philox with a stream in each lane, then one comparison for each value
 * that the count can exceed.
 */
final class VectorPoissonCounts implements PoissonCounts {

  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, LONGS.vectorShape());

  /** The number of each lane. */
  private static final long[] LANES = LongStream.range(0, LONGS.length()).toArray();

  /** More comparisons than this take longer than a look at the table for each count. */
  private static final int MOST_LIMITS = 40;

  /**
   * As many comparisons are made in any case as leave this chance that a count reaches further; the
   * others only if one of a vector does.
   */
  private static final double FURTHER = 0.002;

  private final int key0;
  private final int key1;
  private final Purpose purpose;
  private final int object;
  private final PoissonTable table;
  private final int lowest;

  /** Words from each of these on count one more; as signed, less 2^31, ascending. */
  private final int[] limits;

  /** Comparisons that are always made. */
  private final int usual;

  VectorPoissonCounts(long seed, Purpose purpose, int object, PoissonTable table) {
    this.key0 = (int) seed;
    this.key1 = (int) (seed >>> 32);
    this.purpose = purpose;
    this.object = object;
    this.table = table;
    this.lowest = table.lowest();
    this.limits = table.signedLimits();
    int surelyBelow = (int) ((long) ((1 - FURTHER) * 0x1p32) + Integer.MIN_VALUE);
    int needed = 0;
    while (needed < limits.length && limits[needed] < surelyBelow) {
      needed++;
    }
    this.usual = needed;
  }

  @Override
  public void draw(int firstGroup, int groups, long step, int[] counts) {
    words(firstGroup, groups, step, counts);
    int n = groups * GROUP;
    if (limits.length <= MOST_LIMITS) {
      for (int i = 0; i < n; i += INTS.length()) {
        count(counts, i);
      }
    } else {
      for (int i = 0; i < n; i++) {
        counts[i] = table.count(counts[i]);
      }
    }
  }

  /** The random words, in the order of entities. */
  private void words(int firstGroup, int groups, long step, int[] words) {
    LongVector low = LongVector.broadcast(LONGS, PhiloxBatch.LOW);
    // Masked, although they are short, so that the compiler sees products of 32 by 32 bits.
    LongVector m0 = LongVector.broadcast(LONGS, Philox.M0).and(low);
    LongVector m1 = LongVector.broadcast(LONGS, Philox.M1).and(low);
    LongVector c0 = LongVector.broadcast(LONGS, step & PhiloxBatch.LOW);
    LongVector c1 = LongVector.broadcast(LONGS, PhiloxBatch.objectWord(purpose, object));
    LongVector c3 = LongVector.broadcast(LONGS, step >>> 32);
    LongVector lanes = LongVector.fromArray(LONGS, LANES, 0);
    for (int stream = 0; stream < groups * STREAMS; stream += LONGS.length()) {
      LongVector x0 = c0;
      LongVector x1 = c1;
      LongVector x2 = lanes.add((long) firstGroup * STREAMS + stream);
      LongVector x3 = c3;
      int k0 = key0;
      int k1 = key1;
      for (int round = 0; round < Philox.ROUNDS; round++) {
        LongVector p0 = x0.and(low).mul(m0);
        LongVector p1 = x2.and(low).mul(m1);
        x0 = p1.lanewise(VectorOperators.LSHR, 32).lanewise(VectorOperators.XOR, x1);
        x0 = x0.lanewise(VectorOperators.XOR, k0 & PhiloxBatch.LOW);
        x2 = p0.lanewise(VectorOperators.LSHR, 32).lanewise(VectorOperators.XOR, x3);
        x2 = x2.lanewise(VectorOperators.XOR, k1 & PhiloxBatch.LOW);
        x1 = p1;
        x3 = p0;
        k0 += Philox.W0;
        k1 += Philox.W1;
      }
      int at = stream / STREAMS * GROUP + 2 * (stream % STREAMS);
      pairs(x0.and(low), x1).intoArray(words, at);
      pairs(x2.and(low), x3).intoArray(words, at + GROUP / 2);
    }
  }

  /** The words of two vectors in turn. */
  private static IntVector pairs(LongVector even, LongVector odd) {
    return even.or(odd.lanewise(VectorOperators.LSHL, 32)).reinterpretAsInts();
  }

  private void count(int[] counts, int at) {
    IntVector bits =
        IntVector.fromArray(INTS, counts, at).lanewise(VectorOperators.XOR, Integer.MIN_VALUE);
    IntVector count = IntVector.broadcast(INTS, lowest);
    for (int k = 0; k < usual; k++) {
      count = count.add(1, bits.compare(VectorOperators.GE, limits[k]));
    }
    if (usual < limits.length && bits.compare(VectorOperators.GE, limits[usual]).anyTrue()) {
      for (int k = usual; k < limits.length; k++) {
        count = count.add(1, bits.compare(VectorOperators.GE, limits[k]));
      }
    }
    count.intoArray(counts, at);
  }
}
