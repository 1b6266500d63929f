package org.hillock.random;

/** Poisson counts of small mean, each of 16 bits, without the Vector API. */
final class CoarsePoissonCounts implements PoissonCounts {

  private static final int WORDS = ThreefryBatch.WORDS;

  private final ThreefryBatch generator;
  private final CoarsePoissonTable table;
  private int[] words = new int[WORDS];
  private int[] counts = new int[GROUP];

  CoarsePoissonCounts(long seed, int object, CoarsePoissonTable table) {
    this.generator = new ThreefryBatch(seed, Purpose.POISSON_INPUT, object);
    this.table = table;
  }

  @Override
  public void draw(int firstGroup, int groups, long step) {
    int n = groups * WORDS;
    if (words.length < n) {
      words = new int[n];
      counts = new int[2 * n];
    }
    generator.fill(firstGroup, groups, step, words);
    int entity = firstGroup * GROUP;
    for (int i = 0; i < n; i++) {
      counts[2 * i] = table.count(words[i] & 0xFFFF, entity + 2 * i, step);
      counts[2 * i + 1] = table.count(words[i] >>> 16, entity + 2 * i + 1, step);
    }
  }

  @Override
  public int count(int i) {
    return counts[i];
  }
}
