package org.hillock.loihi.emulate;

import org.hillock.loihi.chip.Programme;

/**
 * A threshold that spikes raise, and no reset:
 *
 * <pre>
 *   θ_k ← sign(θ_k) (|θ_k| - round(|θ_k| decay_k, decayShift_k))   24 bits with the sign
 *   not refractory, and v &gt; threshold + θ_1 + θ_2: spike, then
 *     θ_k ← θ_k + step_k, clipped to ±stateMax, and refractory for refractory - 1 steps
 * </pre>
 *
 * <p>where {@link Nearest round} is to the nearest. Lava's ATRLIF (commit 7c1bba5c), which mimics a
 * programme of Loihi 2, has one such part: state of 24 bits, a decay of 12, a step at each spike.
 * The rest is our choice: that there are two parts; that a decay has a mantissa of 16 bits and a
 * shift, since parts of a threshold live long, and rounds to the nearest in place of towards 0,
 * which would lower the threshold of a neuron that fires all the time; that θ is clipped as v is;
 * and that nothing else keeps a neuron from firing but the refractory counter.
 */
final class AdaptiveFiring implements Firing {

  private final int[] threshold;
  private final int[] refractory;
  private final int[][] decay;
  private final int[][] shift;
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
    decay = new int[parts][];
    shift = new int[parts][];
    step = new int[parts][];
    theta = new int[parts][];
    for (int k = 0; k < parts; k++) {
      decay[k] = parameters.constant(Programme.ADAPTIVE_THRESHOLD, "decay" + (k + 1));
      shift[k] = parameters.constant(Programme.ADAPTIVE_THRESHOLD, "decayShift" + (k + 1));
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
        theta[k][i] = decayed(theta[k][i], decay[k][i], shift[k][i]);
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

  private static int decayed(int x, int decay, int shift) {
    int size = Math.abs(x);
    int left = size - (int) Nearest.shifted((long) size * decay, shift);
    return x < 0 ? -left : left;
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
