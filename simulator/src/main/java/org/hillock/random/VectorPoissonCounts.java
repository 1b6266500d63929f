package org.hillock.random;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Poisson counts of small mean by vectors: {@link Threefry} with a block in each lane, then one
 * comparison of 16 bits for each value that the count usually exceeds. To the bits of {@link
 * CoarsePoissonCounts}.
 */
final class VectorPoissonCounts implements PoissonCounts {

  private static final int STREAMS = ThreefryBatch.STREAMS;

  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

  /** The blocks of a batch at most. */
  private static final VectorSpecies<Integer> FEW_INTS =
      VectorSpecies.of(
          int.class,
          VectorShape.forBitSize(Math.min(INTS.vectorBitSize(), STREAMS * Integer.SIZE)));

  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, INTS.vectorShape());

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  /** As many shorts as there are doubles in a vector. */
  private static final VectorSpecies<Short> FEW_SHORTS =
      VectorSpecies.of(
          short.class, VectorShape.forBitSize(Math.max(64, DOUBLES.vectorBitSize() / 4)));

  /** The number of each lane. */
  private static final int[] LANES = IntStream.range(0, INTS.length()).toArray();

  /** Turns the order of shorts without a sign into that of shorts with one. */
  private static final short SIGN = Short.MIN_VALUE;

  /** Comparisons, and vectors, that are looked at together. */
  private static final int AT_ONCE = 4;

  private final ThreefryVectors blocks;
  private final CoarsePoissonTable table;

  /**
   * One less than the limits, with the sign turned: bits above it count one more. A multiple of
   * {@link #AT_ONCE}; those beyond the last are never exceeded.
   */
  private final short[] below;

  /** Bits above this, with the sign turned, do not decide. */
  private final short decided;

  private short[] bits = new short[0];
  private short[] counts = new short[0];

  VectorPoissonCounts(long seed, int object, CoarsePoissonTable table) {
    this.blocks = new ThreefryVectors(ThreefryBatch.key(seed, Purpose.POISSON_INPUT, object));
    this.table = table;
    int[] limits = table.limits();
    this.below = new short[Math.max(1, (limits.length + AT_ONCE - 1) / AT_ONCE) * AT_ONCE];
    Arrays.fill(below, Short.MAX_VALUE);
    for (int i = 0; i < limits.length; i++) {
      below[i] = turned(limits[i] - 1);
    }
    this.decided = turned(table.undecided() - 1);
  }

  private static short turned(int bits) {
    return (short) (bits ^ SIGN);
  }

  @Override
  public void draw(int firstGroup, int groups, long step) {
    int n = groups * GROUP;
    if (bits.length < n + AT_ONCE * SHORTS.length()) {
      // What vectors read and write behind the last group is of no use, and does no harm.
      bits = new short[n + AT_ONCE * SHORTS.length()];
      counts = new short[bits.length];
    }
    words(firstGroup * STREAMS, groups * STREAMS, step);
    begin(n, (short) table.first());
    for (int limit = AT_ONCE; limit < below.length; limit += AT_ONCE) {
      compare(n, limit);
    }
    for (int i = 0; i < n; i += AT_ONCE * SHORTS.length()) {
      if (undecided(i)) {
        decide(i, firstGroup * GROUP + i, step);
      }
    }
  }

  /**
   * Whether some bits of a few vectors do not decide. To ask a vector whether any lane is set takes
   * longer than all else, so that the largest of each lane are asked.
   */
  private boolean undecided(int at) {
    return ShortVector.fromArray(SHORTS, bits, at)
        .max(ShortVector.fromArray(SHORTS, bits, at + SHORTS.length()))
        .max(ShortVector.fromArray(SHORTS, bits, at + 2 * SHORTS.length()))
        .max(ShortVector.fromArray(SHORTS, bits, at + 3 * SHORTS.length()))
        .compare(VectorOperators.GT, decided)
        .anyTrue();
  }

  /** Sets each count to how many of the first limits its bits exceed, on top of the smallest. */
  private void begin(int n, short smallest) {
    short first = below[0];
    short second = below[1];
    short third = below[2];
    short fourth = below[3];
    for (int i = 0; i < n; i += SHORTS.length()) {
      ShortVector value = ShortVector.fromArray(SHORTS, bits, i);
      ShortVector.broadcast(SHORTS, smallest)
          .sub(value.compare(VectorOperators.GT, first).toVector())
          .sub(value.compare(VectorOperators.GT, second).toVector())
          .sub(value.compare(VectorOperators.GT, third).toVector())
          .sub(value.compare(VectorOperators.GT, fourth).toVector())
          .intoArray(counts, i);
    }
  }

  /**
   * Adds to each count how many of some limits its bits exceed: a mask as a vector is minus one
   * where it is set.
   */
  private void compare(int n, int limit) {
    short first = below[limit];
    short second = below[limit + 1];
    short third = below[limit + 2];
    short fourth = below[limit + 3];
    for (int i = 0; i < n; i += SHORTS.length()) {
      ShortVector value = ShortVector.fromArray(SHORTS, bits, i);
      ShortVector.fromArray(SHORTS, counts, i)
          .sub(value.compare(VectorOperators.GT, first).toVector())
          .sub(value.compare(VectorOperators.GT, second).toVector())
          .sub(value.compare(VectorOperators.GT, third).toVector())
          .sub(value.compare(VectorOperators.GT, fourth).toVector())
          .intoArray(counts, i);
    }
  }

  private void decide(int at, int entity, long step) {
    for (int i = 0; i < AT_ONCE * SHORTS.length(); i++) {
      if (bits[at + i] > decided) {
        counts[at + i] = (short) table.count(turned(bits[at + i]) & 0xFFFF, entity + i, step);
      }
    }
  }

  @Override
  public short[] shorts() {
    return counts;
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

  /** The random bits, with the sign turned, in the order of entities. */
  private void words(int firstBlock, int streams, long step) {
    blocks.countThird((int) step, (int) (step >>> 32), firstBlock, streams);
    for (int i = 0; i < streams; i += FEW_INTS.length()) {
      int at = i / STREAMS * GROUP + 2 * (i % STREAMS);
      write(blocks.words0, i, at);
      write(blocks.words1, i, at + 2 * STREAMS);
      write(blocks.words2, i, at + 4 * STREAMS);
      write(blocks.words3, i, at + 6 * STREAMS);
    }
  }

  private void write(int[] words, int from, int at) {
    IntVector.fromArray(FEW_INTS, words, from)
        .reinterpretAsShorts()
        .lanewise(VectorOperators.XOR, SIGN)
        .intoArray(bits, at);
  }
}
