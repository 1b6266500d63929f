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

  private final int[] key;
  private final CoarsePoissonTable table;

  /**
   * One less than the limits, with the sign turned: bits above it count one more. A multiple of
   * {@link #AT_ONCE}; those beyond the last are never exceeded.
   */
  private final short[] below;

  /** Bits above this, with the sign turned, do not decide. */
  private final short decided;

  /** Words of the blocks while the rounds go on, an element a block. */
  private int[] words0 = new int[0];

  private int[] words1 = new int[0];
  private int[] words2 = new int[0];
  private int[] words3 = new int[0];
  private short[] bits = new short[0];
  private short[] counts = new short[0];

  VectorPoissonCounts(long seed, int object, CoarsePoissonTable table) {
    this.key = ThreefryBatch.key(seed, Purpose.POISSON_INPUT, object);
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
      int streams = groups * STREAMS + INTS.length();
      words0 = new int[streams];
      words1 = new int[streams];
      words2 = new int[streams];
      words3 = new int[streams];
      bits = new short[n + AT_ONCE * SHORTS.length()];
      counts = new short[bits.length];
    }
    words(firstGroup * STREAMS, groups * STREAMS, step);
    Arrays.fill(counts, 0, n, (short) table.first());
    for (int limit = 0; limit < below.length; limit += AT_ONCE) {
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

  /**
   * The random bits, with the sign turned, in the order of entities. The rounds of {@link
   * Threefry#block} are gone through four at a time, and by all blocks before the next four: more
   * at once the compiler does not keep in registers.
   */
  private void words(int firstBlock, int streams, long step) {
    for (int i = 0; i < streams; i += INTS.length()) {
      IntVector.broadcast(INTS, (int) step + key[0]).intoArray(words0, i);
      IntVector.broadcast(INTS, (int) (step >>> 32) + key[1]).intoArray(words1, i);
      IntVector.fromArray(INTS, LANES, 0).add(firstBlock + i + key[2]).intoArray(words2, i);
      IntVector.broadcast(INTS, key[3]).intoArray(words3, i);
    }
    firstRounds(streams, 1);
    secondRounds(streams, 2);
    firstRounds(streams, 3);
    secondRounds(streams, 4);
    firstRounds(streams, 5);
    for (int i = 0; i < streams; i += FEW_INTS.length()) {
      int at = i / STREAMS * GROUP + 2 * (i % STREAMS);
      write(words0, i, at);
      write(words1, i, at + 2 * STREAMS);
      write(words2, i, at + 4 * STREAMS);
      write(words3, i, at + 6 * STREAMS);
    }
  }

  /** Four rounds with the first four pairs of rotations, and the key after them. */
  private void firstRounds(int streams, int time) {
    int k0 = key[time % 5];
    int k1 = key[(time + 1) % 5];
    int k2 = key[(time + 2) % 5];
    int k3 = key[(time + 3) % 5] + time;
    for (int i = 0; i < streams; i += INTS.length()) {
      IntVector x0 = IntVector.fromArray(INTS, words0, i);
      IntVector x1 = IntVector.fromArray(INTS, words1, i);
      IntVector x2 = IntVector.fromArray(INTS, words2, i);
      IntVector x3 = IntVector.fromArray(INTS, words3, i);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, 10).lanewise(VectorOperators.XOR, x0);
      x2 = x2.add(x3);
      x3 = x3.lanewise(VectorOperators.ROL, 26).lanewise(VectorOperators.XOR, x2);
      x0 = x0.add(x3);
      x3 = x3.lanewise(VectorOperators.ROL, 11).lanewise(VectorOperators.XOR, x0);
      x2 = x2.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, 21).lanewise(VectorOperators.XOR, x2);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, 13).lanewise(VectorOperators.XOR, x0);
      x2 = x2.add(x3);
      x3 = x3.lanewise(VectorOperators.ROL, 27).lanewise(VectorOperators.XOR, x2);
      x0 = x0.add(x3);
      x3 = x3.lanewise(VectorOperators.ROL, 23).lanewise(VectorOperators.XOR, x0);
      x2 = x2.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, 5).lanewise(VectorOperators.XOR, x2);
      x0.add(k0).intoArray(words0, i);
      x1.add(k1).intoArray(words1, i);
      x2.add(k2).intoArray(words2, i);
      x3.add(k3).intoArray(words3, i);
    }
  }

  /** Four rounds with the other four pairs of rotations, and the key after them. */
  private void secondRounds(int streams, int time) {
    int k0 = key[time % 5];
    int k1 = key[(time + 1) % 5];
    int k2 = key[(time + 2) % 5];
    int k3 = key[(time + 3) % 5] + time;
    for (int i = 0; i < streams; i += INTS.length()) {
      IntVector x0 = IntVector.fromArray(INTS, words0, i);
      IntVector x1 = IntVector.fromArray(INTS, words1, i);
      IntVector x2 = IntVector.fromArray(INTS, words2, i);
      IntVector x3 = IntVector.fromArray(INTS, words3, i);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, 6).lanewise(VectorOperators.XOR, x0);
      x2 = x2.add(x3);
      x3 = x3.lanewise(VectorOperators.ROL, 20).lanewise(VectorOperators.XOR, x2);
      x0 = x0.add(x3);
      x3 = x3.lanewise(VectorOperators.ROL, 17).lanewise(VectorOperators.XOR, x0);
      x2 = x2.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, 11).lanewise(VectorOperators.XOR, x2);
      x0 = x0.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, 25).lanewise(VectorOperators.XOR, x0);
      x2 = x2.add(x3);
      x3 = x3.lanewise(VectorOperators.ROL, 10).lanewise(VectorOperators.XOR, x2);
      x0 = x0.add(x3);
      x3 = x3.lanewise(VectorOperators.ROL, 18).lanewise(VectorOperators.XOR, x0);
      x2 = x2.add(x1);
      x1 = x1.lanewise(VectorOperators.ROL, 20).lanewise(VectorOperators.XOR, x2);
      x0.add(k0).intoArray(words0, i);
      x1.add(k1).intoArray(words1, i);
      x2.add(k2).intoArray(words2, i);
      x3.add(k3).intoArray(words3, i);
    }
  }

  private void write(int[] words, int from, int at) {
    IntVector.fromArray(FEW_INTS, words, from)
        .reinterpretAsShorts()
        .lanewise(VectorOperators.XOR, SIGN)
        .intoArray(bits, at);
  }
}
