package org.hillock.random;

/** Poisson counts without the Vector API. */
final class ScalarPoissonCounts implements PoissonCounts {

  private final PhiloxBatch generator;
  private final Purpose purpose;
  private final int object;
  private final PoissonTable table;

  ScalarPoissonCounts(long seed, Purpose purpose, int object, PoissonTable table) {
    this.generator = new PhiloxBatch(seed);
    this.purpose = purpose;
    this.object = object;
    this.table = table;
  }

  @Override
  public void draw(int firstGroup, int groups, long step, int[] counts) {
    generator.fill(purpose, object, firstGroup, groups, step, counts);
    for (int i = 0; i < groups * GROUP; i++) {
      counts[i] = table.count(counts[i]);
    }
  }
}
