package org.hillock.loihi.emulate;

import java.util.Arrays;

/**
 * Neurons whose u wraps and whose v is clipped, in 32 bits; who fires is left to {@link Firing}.
 *
 * <p>Every choice of {@link ChipArithmetic} is made by a mask or a shift of 0, so that one loop
 * without branches serves all of them and the compiler makes vector instructions of it. A decay of
 * b bits is exact without wider products:
 *
 * <pre>
 *   (|x| k) &gt;&gt; b = (|x| &gt;&gt; b) k + (((|x| mod 2^b) k) &gt;&gt; b)
 * </pre>
 *
 * <p>Least and greatest of two numbers are made of sign bits: before JDK 20 the compiler has no
 * vector instruction for {@code Math.min} of integers.
 */
final class BoundedNeurons implements Neurons {

  private static final int INT_BITS = 32;

  private final int decayBits;
  private final int sumShift;
  private final int wrapShift;
  private final int driveShift;

  /** 2^23 and 2^24 if u wraps once, else a limit that u never reaches and 0. */
  private final int limit;

  private final int span;

  private final int[] keepU;
  private final int[] keepV;
  private final int[] bias;
  private final int[] u;
  private final int[] v;
  private final Firing firing;

  /** What arrives, then what is added to v. */
  private final int[] arrived;

  /** Neurons that are reset, in the arithmetic of their image. */
  BoundedNeurons(ChipImage image, int first, int count) {
    this(image, new NeuronParameters(image, first, count));
  }

  private BoundedNeurons(ChipImage image, NeuronParameters parameters) {
    this(
        image.arithmetic(),
        image.widths(),
        parameters,
        new ResetFiring(parameters, image.widths().stateMax()));
  }

  BoundedNeurons(
      ChipArithmetic arithmetic, ChipWidths widths, NeuronParameters parameters, Firing firing) {
    this.firing = firing;
    decayBits = widths.decay();
    int signedState = INT_BITS - 1 - widths.state();
    sumShift = arithmetic.sumWraps() ? INT_BITS - 1 - widths.sum() : 0;
    wrapShift = arithmetic.currentWrap() == CurrentWrap.TWOS_COMPLEMENT ? signedState : 0;
    driveShift = arithmetic.driveWraps() ? signedState : 0;
    limit = 1 << widths.state();
    span = arithmetic.currentWrap() == CurrentWrap.ONCE ? 2 * limit : 0;
    keepU = parameters.keepU;
    keepV = parameters.keepV;
    bias = parameters.bias;
    u = parameters.u;
    v = parameters.v;
    arrived = new int[u.length];
  }

  @Override
  public void update(CoreSettings core, int from, int to, int[] input, int at, int[] noise) {
    boolean noisy = core.noise() != null;
    boolean onCurrent = noisy && core.noise().target() == CoreNoise.Target.CURRENT;
    System.arraycopy(input, at + from, arrived, from, to - from);
    Arrays.fill(input, at + from, at + to, 0);
    if (onCurrent) {
      add(from, to, noise, arrived);
    }
    currents(from, to, u, keepU, arrived);
    System.arraycopy(u, from, arrived, from, to - from);
    add(from, to, bias, arrived);
    if (noisy && !onCurrent) {
      add(from, to, noise, arrived);
    }
    voltages(from, to, v, keepV, arrived, core.vMin(), core.vMax());
    firing.spikes(from, to, v);
  }

  private static void add(int from, int to, int[] what, int[] into) {
    for (int i = from; i < to; i++) {
      into[i] += what[i];
    }
  }

  private void currents(int from, int to, int[] u, int[] keep, int[] arrived) {
    int bits = decayBits;
    int sumBits = sumShift;
    int wrapBits = wrapShift;
    int most = limit;
    int range = span;
    for (int i = from; i < to; i++) {
      int a = arrived[i] << sumBits >> sumBits;
      int sum = decayed(u[i], keep[i], bits) + a << wrapBits >> wrapBits;
      // -1 if above the limit; -1 if, less that, at its negative or below. Only the half of the
      // range that matters is compared, so that no difference overflows.
      int above = most - (sum & ~(sum >> INT_BITS - 1)) >> INT_BITS - 1;
      int lowered = sum - (range & above);
      int below = (lowered & lowered >> INT_BITS - 1) + most - 1 >> INT_BITS - 1;
      u[i] = lowered + (range & below);
    }
  }

  private void voltages(int from, int to, int[] v, int[] keep, int[] added, int vMin, int vMax) {
    int bits = decayBits;
    int driveBits = driveShift;
    for (int i = from; i < to; i++) {
      int drive = added[i] << driveBits >> driveBits;
      int sum = decayed(v[i], keep[i], bits) + drive;
      int negative = sum >> INT_BITS - 1;
      int below = (sum & negative) - vMin >> INT_BITS - 1;
      int above = vMax - (sum & ~negative) >> INT_BITS - 1;
      v[i] = sum ^ (sum ^ vMin) & below ^ (sum ^ vMax) & above;
    }
  }

  /** Unsigned shifts, so that even the least number of 32 bits decays as it should. */
  private static int decayed(int x, int keep, int bits) {
    int sign = x >> INT_BITS - 1;
    int size = (x ^ sign) - sign;
    int kept = (size >>> bits) * keep + ((size & (1 << bits) - 1) * keep >>> bits);
    return (kept ^ sign) - sign;
  }

  @Override
  public int[] firing() {
    return firing.firing();
  }

  @Override
  public long u(int neuron) {
    return u[neuron];
  }

  @Override
  public long v(int neuron) {
    return v[neuron];
  }

  @Override
  public long state(int neuron, int register) {
    return firing.state(neuron, register);
  }
}
