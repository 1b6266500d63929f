package org.hillock.loihi.emulate;

/** A fixed threshold; v is 0 after a spike, for as long as the neuron is refractory. */
final class ResetFiring implements Firing {

  private static final int INT_BITS = 32;

  private final int[] threshold;
  private final int[] refractory;
  private final int[] counter;
  private final int[] firing;

  /**
   * @param most the greatest v
   */
  ResetFiring(NeuronParameters parameters, int most) {
    refractory = parameters.refractory;
    threshold = parameters.threshold;
    for (int i = 0; i < threshold.length; i++) {
      // No v is above that, and the difference of the two then fits in 32 bits.
      threshold[i] = Math.min(threshold[i], most);
    }
    counter = new int[threshold.length];
    firing = new int[threshold.length];
  }

  @Override
  public void spikes(int from, int to, int[] v) {
    spikes(from, to, v, threshold, counter, refractory, firing);
  }

  private static void spikes(
      int from, int to, int[] v, int[] threshold, int[] counter, int[] refractory, int[] firing) {
    for (int i = from; i < to; i++) {
      int ready = ~(-counter[i] >> INT_BITS - 1);
      int fires = threshold[i] - v[i] >> INT_BITS - 1 & ready;
      v[i] &= ready & ~fires;
      int left = (counter[i] & ~fires | refractory[i] & fires) - 1;
      counter[i] = left & ~(left >> INT_BITS - 1);
      firing[i] = fires;
    }
  }

  @Override
  public int[] firing() {
    return firing;
  }

  @Override
  public long state(int neuron, int register) {
    throw new IndexOutOfBoundsException("no register " + register + " besides u and v");
  }
}
