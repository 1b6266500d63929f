package org.hillock.loihi.emulate;

import java.util.Arrays;
import org.hillock.loihi.chip.Programme;

/**
 * Izhikevich's neuron (2003, IEEE Trans Neural Netw 14:1569) in whole numbers. With v counted from
 * -62.5 mV, where 0.04 V² + 5 V + 140 is least, and the recovery r from -62.5 b mV, both in units
 * of 1/s mV, it reads
 *
 * <pre>
 *   dv/dt = 0.04/s v² - r + s (I + 62.5 b - 16.25),   dr/dt = a (b v - r)
 * </pre>
 *
 * <p>and a step is, with {@link Nearest round} and all state clipped,
 *
 * <pre>
 *   substeps times: v ← v + round(v² square, squareShift) - round(r coupling, couplingShift)
 *                         + bias + sum of the weights that arrive
 *   r ← r + round(v follow - r decay, recoveryShift)        with v of before if substeps is 1
 *   v ← max(v, lowest)
 *   v &gt; threshold: spike, v ← reset, r ← r + jump
 * </pre>
 *
 * <p>State has 24 bits with its sign, factors have 16: what Loihi 2's programmes compute with. Its
 * programme of this neuron is not published, so the arithmetic is our choice: products, that of the
 * square of v with its factor too, are whole before they are rounded, which takes several
 * multiplications of 16 bits. Noise is added to what arrives.
 */
final class IzhikevichNeurons implements Neurons {

  private final boolean sumWraps;
  private final ChipWidths widths;
  private final int most;
  private final int[] threshold;
  private final int[] bias;
  private final int[] v;
  private final int[] recovery;
  private final int[] substeps;
  private final int[] square;
  private final int[] squareShift;
  private final int[] coupling;
  private final int[] couplingShift;
  private final int[] follow;
  private final int[] decay;
  private final int[] recoveryShift;
  private final int[] reset;
  private final int[] jump;
  private final int[] lowest;
  private final int[] firing;

  IzhikevichNeurons(ChipImage image, int first, int count) {
    sumWraps = image.arithmetic().sumWraps();
    widths = image.widths();
    most = widths.stateMax();
    NeuronParameters parameters = new NeuronParameters(image, first, count);
    threshold = parameters.threshold;
    bias = parameters.bias;
    v = parameters.v;
    recovery = parameters.state(0);
    substeps = parameters.constant(Programme.IZHIKEVICH, "substeps");
    square = parameters.constant(Programme.IZHIKEVICH, "square");
    squareShift = parameters.constant(Programme.IZHIKEVICH, "squareShift");
    coupling = parameters.constant(Programme.IZHIKEVICH, "coupling");
    couplingShift = parameters.constant(Programme.IZHIKEVICH, "couplingShift");
    follow = parameters.constant(Programme.IZHIKEVICH, "follow");
    decay = parameters.constant(Programme.IZHIKEVICH, "decay");
    recoveryShift = parameters.constant(Programme.IZHIKEVICH, "recoveryShift");
    reset = parameters.constant(Programme.IZHIKEVICH, "reset");
    jump = parameters.constant(Programme.IZHIKEVICH, "jump");
    lowest = parameters.constant(Programme.IZHIKEVICH, "lowest");
    firing = new int[count];
  }

  @Override
  public void update(CoreSettings core, int from, int to, int[] input, int at, int[] noise) {
    for (int i = from; i < to; i++) {
      long arrived = input[at + i] + (core.noise() == null ? 0L : noise[i]);
      long drive = bias[i] + (sumWraps ? UnboundedNeurons.wrapped(arrived, widths.sum()) : arrived);
      drive -= Nearest.shifted((long) recovery[i] * coupling[i], couplingShift[i]);
      long before = v[i];
      long now = before;
      for (int k = 0; k < substeps[i]; k++) {
        now = clipped(now + Nearest.shifted(now * now * square[i], squareShift[i]) + drive);
      }
      long heard = substeps[i] == 1 ? before : now;
      long change =
          Nearest.shifted(heard * follow[i] - (long) recovery[i] * decay[i], recoveryShift[i]);
      long left = clipped(recovery[i] + change);
      now = Math.max(lowest[i], Math.max(core.vMin(), Math.min(core.vMax(), now)));
      boolean fires = now > threshold[i];
      v[i] = (int) (fires ? reset[i] : now);
      recovery[i] = (int) (fires ? clipped(left + jump[i]) : left);
      firing[i] = fires ? -1 : 0;
    }
    Arrays.fill(input, at + from, at + to, 0);
  }

  private long clipped(long x) {
    return Math.max(-most, Math.min(most, x));
  }

  @Override
  public int[] firing() {
    return firing;
  }

  /** Nothing but the recovery remembers what arrived. */
  @Override
  public long u(int neuron) {
    return 0;
  }

  @Override
  public long v(int neuron) {
    return v[neuron];
  }

  @Override
  public long state(int neuron, int register) {
    return recovery[neuron];
  }
}
