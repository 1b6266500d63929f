package org.hillock.loihi.emulate;

/** The u and v of some neurons over time. */
public final class StateTraces {

  private final Emulation emulation;
  private final int[] neurons;
  private final long[][] u;
  private final long[][] v;
  private int recorded;

  /**
   * @param emulation whose neurons
   * @param neurons their numbers
   * @param steps most values to record of each
   */
  public StateTraces(Emulation emulation, int[] neurons, int steps) {
    this.emulation = emulation;
    this.neurons = neurons.clone();
    u = new long[neurons.length][steps];
    v = new long[neurons.length][steps];
  }

  /** Records the state now. */
  public void record() {
    for (int i = 0; i < neurons.length; i++) {
      u[i][recorded] = emulation.u(neurons[i]);
      v[i][recorded] = emulation.v(neurons[i]);
    }
    recorded++;
  }

  /** How many values have been recorded of each neuron. */
  public int recorded() {
    return recorded;
  }

  /** A recorded current: of the i-th neuron, at the k-th recording. */
  public long u(int i, int k) {
    return u[i][k];
  }

  /** A recorded voltage: of the i-th neuron, at the k-th recording. */
  public long v(int i, int k) {
    return v[i][k];
  }
}
