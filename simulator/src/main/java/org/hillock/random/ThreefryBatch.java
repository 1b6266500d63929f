package org.hillock.random;

/**
 * Random words of many entities in one step, in batches of {@link #WORDS}: word 0 of each of {@link
 * #STREAMS} blocks of {@link Threefry}, then word 1 of each, then 2 and 3. The counter is the step
 * and the number of the block, the key is the seed, purpose and object. The rounds run over whole
 * arrays, which the compiler turns into vector instructions.
 *
 * <p>Not thread-safe.
 */
public final class ThreefryBatch {

  /** Blocks of a batch. */
  static final int STREAMS = 8;

  /** Words of a batch. */
  static final int WORDS = 4 * STREAMS;

  private static final int CHUNK = 32 * STREAMS;

  /** The words of the key and the fifth. */
  private final int[] key;

  private final int[] x0 = new int[CHUNK];
  private final int[] x1 = new int[CHUNK];
  private final int[] x2 = new int[CHUNK];
  private final int[] x3 = new int[CHUNK];

  /**
   * @param seed the run's seed
   * @param purpose what the numbers are for
   * @param object number of the projection, input or population
   */
  public ThreefryBatch(long seed, Purpose purpose, int object) {
    key = key(seed, purpose, object);
  }

  /** The words of the key and the fifth. */
  static int[] key(long seed, Purpose purpose, int object) {
    int k0 = (int) seed;
    int k1 = (int) (seed >>> 32);
    int k2 = purpose.ordinal();
    return new int[] {k0, k1, k2, object, Threefry.fifth(k0, k1, k2, object)};
  }

  /**
   * Computes the words of some batches.
   *
   * @param firstBatch number of the first batch
   * @param batches how many
   * @param step which step, 0 or more
   * @param words receives {@link #WORDS} words a batch
   */
  public void fill(int firstBatch, int batches, long step, int[] words) {
    int streams = batches * STREAMS;
    for (int from = 0; from < streams; from += CHUNK) {
      for (int i = 0; i < CHUNK; i++) {
        x0[i] = (int) step + key[0];
        x1[i] = (int) (step >>> 32) + key[1];
        x2[i] = firstBatch * STREAMS + from + i + key[2];
        x3[i] = key[3];
      }
      for (int round = 0; round < Threefry.ROUNDS; round += 2) {
        int rotation = 2 * round % Threefry.ROTATIONS.length;
        mix(x0, x1, Threefry.ROTATIONS[rotation]);
        mix(x2, x3, Threefry.ROTATIONS[rotation + 1]);
        mix(x0, x3, Threefry.ROTATIONS[rotation + 2]);
        mix(x2, x1, Threefry.ROTATIONS[rotation + 3]);
        if (round % 4 == 2) {
          addKey(round / 4 + 1);
        }
      }
      for (int i = 0; i < Math.min(CHUNK, streams - from); i += STREAMS) {
        int at = (from + i) * 4;
        System.arraycopy(x0, i, words, at, STREAMS);
        System.arraycopy(x1, i, words, at + STREAMS, STREAMS);
        System.arraycopy(x2, i, words, at + 2 * STREAMS, STREAMS);
        System.arraycopy(x3, i, words, at + 3 * STREAMS, STREAMS);
      }
    }
  }

  private static void mix(int[] a, int[] b, int rotation) {
    for (int i = 0; i < CHUNK; i++) {
      a[i] += b[i];
      b[i] = Integer.rotateLeft(b[i], rotation) ^ a[i];
    }
  }

  private void addKey(int time) {
    int k0 = key[time % 5];
    int k1 = key[(time + 1) % 5];
    int k2 = key[(time + 2) % 5];
    int k3 = key[(time + 3) % 5] + time;
    for (int i = 0; i < CHUNK; i++) {
      x0[i] += k0;
      x1[i] += k1;
      x2[i] += k2;
      x3[i] += k3;
    }
  }
}
