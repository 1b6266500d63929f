package org.hillock.loihi.wiring;

import java.util.Arrays;

/** The synapses of one neuron from one pathway, before quantisation. Reused; not thread-safe. */
public final class Arrivals {

  private int size;
  private int[] sources = new int[64];
  private double[] weights = new double[64];
  private double[] delays = new double[64];

  /** Makes room for so many synapses and forgets the old ones. */
  public void reset(int count) {
    if (count > sources.length) {
      int room = Math.max(count, sources.length * 2);
      sources = new int[room];
      weights = new double[room];
      delays = new double[room];
    }
    size = count;
  }

  public int size() {
    return size;
  }

  /** Source numbers, see {@link Numbering}. */
  public int[] sources() {
    return sources;
  }

  /** Weights [mV or pA]. */
  public double[] weights() {
    return weights;
  }

  /** Delays [ms]. */
  public double[] delays() {
    return delays;
  }

  /** Sets all delays. */
  public void fillDelays(double delay) {
    Arrays.fill(delays, 0, size, delay);
  }
}
