package org.hillock.random;

/** Poisson counts of any mean: each is made of 32 bits, by a look at a table. */
final class FinePoissonCounts implements PoissonCounts {

  private final ThreefryBatch generator;
  private final PoissonTable table;
  private int[] words = new int[GROUP];

  FinePoissonCounts(long seed, int object, PoissonTable table) {
    this.generator = new ThreefryBatch(seed, Purpose.POISSON_INPUT, object);
    this.table = table;
  }

  @Override
  public void draw(int firstGroup, int groups, long step) {
    int n = groups * GROUP;
    if (words.length < n) {
      words = new int[n];
    }
    int batches = GROUP / ThreefryBatch.WORDS;
    generator.fill(firstGroup * batches, groups * batches, step, words);
    for (int i = 0; i < n; i++) {
      words[i] = table.count(words[i]);
    }
  }

  @Override
  public int count(int i) {
    return words[i];
  }
}
