package org.hillock.loihi.emulate;

import org.hillock.loihi.chip.Programme;

/**
 * A threshold that spikes raise, and no reset:
 *
 * <pre>
 *   θ_k ← sign(θ_k) ((|θ_k| (2^16 - decay_k)) &gt;&gt; 16)            24 bits with the sign
 *   not refractory, and v &gt; threshold + θ_1 + θ_2: spike, then
 *     θ_k ← θ_k + step_k, clipped to ±stateMax, and refractory for refractory - 1 steps
 * </pre>
 *
 * <p>Lava's ATRLIF (commit 7c1bba5c), which mimics a programme of Loihi 2, has one such part: state
 * of 24 bits, a decay that truncates toward zero as those of u and v do, a step at each spike. That
 * there are two parts, that their decays have 16 bits in place of 12, since parts of a threshold
 * live long, and that they are clipped as v is, is our choice.
 */
final class AdaptiveFiring implements Firing {

  private final int[] threshold;
  private final int[] refractory;
  private final int[][] keep;
  private final int[][] step;
  private final int[][] theta;
  private final int[] counter;
  private final int[] firing;
  private final int most;

  /**
   * @param most largest size of a register
   */
  AdaptiveFiring(NeuronParameters parameters, int most) {
    this.most = most;
    threshold = parameters.threshold;
    refractory = parameters.refractory;
    int parts = Programme.ADAPTIVE_THRESHOLD.states().size();
    keep = new int[parts][];
    step = new int[parts][];
    theta = new int[parts][];
    for (int k = 0; k < parts; k++) {
      keep[k] = parameters.constant(Programme.ADAPTIVE_THRESHOLD, "decay" + (k + 1));
      for (int i = 0; i < threshold.length; i++) {
        keep[k][i] = (1 << Programme.FACTOR_BITS) - keep[k][i];
      }
      step[k] = parameters.constant(Programme.ADAPTIVE_THRESHOLD, "step" + (k + 1));
      theta[k] = parameters.state(k);
    }
    counter = new int[threshold.length];
    firing = new int[threshold.length];
  }

  @Override
  public void spikes(int from, int to, int[] v) {
    for (int i = from; i < to; i++) {
      long above = threshold[i];
      for (int k = 0; k < theta.length; k++) {
        theta[k][i] = decayed(theta[k][i], keep[k][i]);
        above += theta[k][i];
      }
      boolean fires = counter[i] == 0 && v[i] > above;
      if (fires) {
        for (int k = 0; k < theta.length; k++) {
          theta[k][i] = Math.max(-most, Math.min(most, theta[k][i] + step[k][i]));
        }
        counter[i] = refractory[i];
      }
      counter[i] = Math.max(0, counter[i] - 1);
      firing[i] = fires ? -1 : 0;
    }
  }

  private static int decayed(int x, int keep) {
    int size = (int) ((long) Math.abs(x) * keep >> Programme.FACTOR_BITS);
    return x < 0 ? -size : size;
  }

  @Override
  public int[] firing() {
    return firing;
  }

  @Override
  public long state(int neuron, int register) {
    return theta[register][neuron];
  }
}
