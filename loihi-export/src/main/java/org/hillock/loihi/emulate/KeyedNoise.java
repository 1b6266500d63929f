package org.hillock.loihi.emulate;

import org.hillock.random.Purpose;
import org.hillock.random.ThreefryBatch;

/** Noise from numbers keyed by (seed, neuron, step): uniform to one part in 2^24. */
public final class KeyedNoise implements NoiseSource {

  /** Neurons whose numbers are made together. */
  private static final int BATCH = 32;

  private static final int VALUES = 255;

  private final ThreefryBatch generator;
  private int[] words = new int[BATCH];

  /**
   * @param seed of the run
   */
  public KeyedNoise(long seed) {
    generator = new ThreefryBatch(seed, Purpose.CHIP_NOISE, 0);
  }

  @Override
  public void draw(long step, int first, int count, int[] into) {
    int batch = first / BATCH;
    int batches = (first + count + BATCH - 1) / BATCH - batch;
    if (words.length < batches * BATCH) {
      words = new int[batches * BATCH];
    }
    generator.fill(batch, batches, step, words);
    int skip = first - batch * BATCH;
    for (int i = 0; i < count; i++) {
      into[i] = (int) ((words[skip + i] & 0xFFFFFFFFL) * VALUES >>> 32) - VALUES / 2;
    }
  }
}
