package org.hillock.random;

import java.util.stream.IntStream;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Many blocks of {@link Threefry} at once, a block a lane.
 *
 * <p>The rounds are gone through four at a time, and by all blocks before the next four: more at
 * once the compiler does not keep in registers. Not thread-safe.
 */
final class ThreefryVectors {

  static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

  private static final int[] LANES = IntStream.range(0, INTS.length()).toArray();

  /** Words of the blocks while the rounds go on, an element a block. */
  int[] words0 = new int[0];

  int[] words1 = new int[0];
  int[] words2 = new int[0];
  int[] words3 = new int[0];

  private final int[] key;

  /**
   * @param key as {@link ThreefryBatch#key} gives it
   */
  ThreefryVectors(int[] key) {
    this.key = key;
  }

  /** Makes room for so many blocks; what vectors write behind the last does no harm. */
  private void reserve(int blocks) {
    if (words0.length < blocks + INTS.length()) {
      words0 = new int[blocks + INTS.length()];
      words1 = new int[blocks + INTS.length()];
      words2 = new int[blocks + INTS.length()];
      words3 = new int[blocks + INTS.length()];
    }
  }

  /** The blocks of counters (c0, c1, c2 + i, 0) for i from 0 to {@code blocks - 1}. */
  void countThird(int c0, int c1, int c2, int blocks) {
    reserve(blocks);
    for (int i = 0; i < blocks; i += INTS.length()) {
      IntVector.broadcast(INTS, c0 + key[0]).intoArray(words0, i);
      IntVector.broadcast(INTS, c1 + key[1]).intoArray(words1, i);
      IntVector.fromArray(INTS, LANES, 0).add(c2 + i + key[2]).intoArray(words2, i);
      IntVector.broadcast(INTS, key[3]).intoArray(words3, i);
    }
    rounds(blocks);
  }

  /** The blocks of counters (c0 + i, c1, c2, 0) for i from 0 to {@code blocks - 1}. */
  void countFirst(int c0, int c1, int c2, int blocks) {
    reserve(blocks);
    for (int i = 0; i < blocks; i += INTS.length()) {
      IntVector.fromArray(INTS, LANES, 0).add(c0 + i + key[0]).intoArray(words0, i);
      IntVector.broadcast(INTS, c1 + key[1]).intoArray(words1, i);
      IntVector.broadcast(INTS, c2 + key[2]).intoArray(words2, i);
      IntVector.broadcast(INTS, key[3]).intoArray(words3, i);
    }
    rounds(blocks);
  }

  private void rounds(int blocks) {
    firstRounds(blocks, 1);
    secondRounds(blocks, 2);
    firstRounds(blocks, 3);
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
}
