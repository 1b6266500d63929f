package org.hillock.network;

/**
 * Pairs of source and target neuron that are known one by one, without drawing. Indices count from
 * the start of a projection's ranges.
 */
public interface Pairs {

  /** Number of pairs. */
  int size();

  /** Source of a pair, within the source range. */
  int source(int pair);

  /** Target of a pair, within the target range. */
  int target(int pair);

  /**
   * Neuron i with neuron i.
   *
   * @param size number of pairs
   */
  record Alike(int size) implements Pairs {
    @Override
    public int source(int pair) {
      return pair;
    }

    @Override
    public int target(int pair) {
      return pair;
    }
  }
}
