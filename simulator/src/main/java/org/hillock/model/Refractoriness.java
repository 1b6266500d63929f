package org.hillock.model;

/**
 * Which neurons of a block have fired a short while ago, and until when that matters. A bit a
 * neuron says whether to look at all, so those at rest cost next to nothing.
 */
public final class Refractoriness {

  private final long[] bits;
  private final int[] until;

  /**
   * @param size neurons of the block
   */
  public Refractoriness(int size) {
    this.bits = new long[(size + Long.SIZE - 1) / Long.SIZE];
    this.until = new int[size];
  }

  /** Marks a neuron as refractory up to and including a step. */
  public void begin(int neuron, long untilStep) {
    bits[neuron >> 6] |= 1L << neuron;
    until[neuron] = (int) Math.min(Integer.MAX_VALUE, untilStep);
  }

  /** Whether a neuron has fired and has not been found at rest since: quickly told. */
  public boolean mayBe(int neuron) {
    return (bits[neuron >> 6] & 1L << neuron) != 0;
  }

  /** Whether a neuron is refractory in a step, which is not before earlier ones asked for. */
  public boolean at(int neuron, long step) {
    return mayBe(neuron) && step <= until[neuron];
  }

  /**
   * Up to and including which step a neuron is refractory; 0 or a step that is over if it is not.
   */
  public int until(int neuron) {
    return until[neuron];
  }

  /** Carries until when a neuron is refractory, if it is so after a step. */
  public void carry(int neuron, long step, StateCarrier carrier) {
    int its = carrier.carry(at(neuron, step + 1) ? until[neuron] : 0);
    if (carrier.restores()) {
      bits[neuron >> 6] &= ~(1L << neuron);
      until[neuron] = its;
      if (its > 0) {
        begin(neuron, its);
      }
    }
  }

  /**
   * The next neuron of a range that may be refractory; one whose time is over is forgotten.
   *
   * @param from first neuron to look at
   * @param to one past the last
   * @param step the present one
   * @return the neuron, or {@code to}
   */
  public int next(int from, int to, long step) {
    for (int i = from; i < to; ) {
      long word = bits[i >> 6] >>> i;
      if (word == 0) {
        i = (i | 63) + 1;
        continue;
      }
      i += Long.numberOfTrailingZeros(word);
      if (i < to && step <= until[i]) {
        return i;
      }
      if (i < to) {
        bits[i >> 6] &= ~(1L << i);
      }
      i++;
    }
    return to;
  }
}
