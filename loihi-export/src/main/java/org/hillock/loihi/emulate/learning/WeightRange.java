package org.hillock.loihi.emulate.learning;

/**
 * Between which mantissas learning keeps a weight.
 *
 * @param low the least
 * @param high the greatest
 * @param step to which changes are rounded in brian2_loihi's arithmetic: a power of two
 */
public record WeightRange(int low, int high, int step) {

  int clipped(int weight) {
    return Math.max(low, Math.min(high, weight));
  }
}
