package org.hillock.loihi;

/**
 * The neurons of a chip, written from the equations of the reference vectors:
 *
 * <pre>
 *   u = dec(u, du+1) + a,  v = dec(v, dv) + u + bias, clipped to ±(2^23-1)
 *   dec(x, d) = sign(x) ((|x| (4096-d)) &gt;&gt; 12)
 *   if counter &gt; 0 then v = 0, else spike if v &gt; vth 64: v = 0, counter = refract
 *   counter = max(0, counter-1)
 * </pre>
 */
final class ReferenceChip {

  static final int DELAYS = 128;

  final int decayBits;
  final int stateBits;
  final int[] du;
  final int[] dv;
  final int[] refract;
  final long[] threshold;
  final int[] bias;
  final long[] u;
  final long[] v;
  final int[] counter;
  final boolean[] spike;
  final long[][] arriving;

  ReferenceChip(int neurons, int decayBits, int stateBits) {
    this.decayBits = decayBits;
    this.stateBits = stateBits;
    du = new int[neurons];
    dv = new int[neurons];
    refract = new int[neurons];
    threshold = new long[neurons];
    bias = new int[neurons];
    u = new long[neurons];
    v = new long[neurons];
    counter = new int[neurons];
    spike = new boolean[neurons];
    arriving = new long[DELAYS][neurons];
  }

  static long decayed(long x, int d, int bits) {
    return Long.signum(x) * ((Math.abs(x) * ((1L << bits) - d)) >> bits);
  }

  /** A weight that arrives in a row. */
  void deliver(int row, int neuron, long weight) {
    arriving[row % DELAYS][neuron] += weight;
  }

  void step(int row) {
    long[] a = arriving[row % DELAYS];
    long most = (1L << stateBits) - 1;
    for (int i = 0; i < u.length; i++) {
      u[i] = decayed(u[i], du[i] + 1, decayBits) + a[i];
      v[i] = decayed(v[i], dv[i], decayBits) + u[i] + bias[i];
      v[i] = Math.max(-most, Math.min(most, v[i]));
      a[i] = 0;
      spike[i] = false;
      if (counter[i] > 0) {
        v[i] = 0;
      } else if (v[i] > threshold[i]) {
        spike[i] = true;
        v[i] = 0;
        counter[i] = refract[i];
      }
      counter[i] = Math.max(0, counter[i] - 1);
    }
  }
}
