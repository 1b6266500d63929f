package org.hillock.loihi.emulate;

/**
 * Neurons whose u wraps and whose v is clipped, in 32 bits.
 *
 * <p>Every choice of {@link ChipArithmetic} is made by a mask or a shift of 0, so that one loop
 * without branches serves all of them and the compiler makes vector instructions of it. A decay of
 * b bits is exact without wider products:
 *
 * <pre>
 *   (|x| k) &gt;&gt; b = (|x| &gt;&gt; b) k + (((|x| mod 2^b) k) &gt;&gt; b)
 * </pre>
 */
final class BoundedNeurons implements Neurons {

  private static final int INT_BITS = 32;

  private final int decayBits;
  private final int decayMask;
  private final int sumShift;
  private final int wrapShift;
  private final int driveShift;

  /** 2^23 and 2^24 if u wraps once, else a limit that u never reaches and 0. */
  private final int limit;

  private final int span;

  private final int[] keepU;
  private final int[] keepV;
  private final int[] threshold;
  private final int[] bias;
  private final int[] refractory;
  private final int[] u;
  private final int[] v;
  private final int[] counter;
  private final int[] firing;

  BoundedNeurons(ChipImage image, int first, int count) {
    ChipArithmetic arithmetic = image.arithmetic();
    ChipWidths widths = image.widths();
    NeuronParameters parameters = new NeuronParameters(image, first, count);
    decayBits = widths.decay();
    decayMask = widths.decayOne() - 1;
    int signedState = INT_BITS - 1 - widths.state();
    sumShift = arithmetic.sumWraps() ? INT_BITS - 1 - widths.sum() : 0;
    wrapShift = arithmetic.currentWrap() == CurrentWrap.TWOS_COMPLEMENT ? signedState : 0;
    driveShift = arithmetic.driveWraps() ? signedState : 0;
    limit = 1 << widths.state();
    span = arithmetic.currentWrap() == CurrentWrap.ONCE ? 2 * limit : 0;
    keepU = parameters.keepU;
    keepV = parameters.keepV;
    threshold = parameters.threshold;
    for (int i = 0; i < count; i++) {
      // No v is above the limit, and the difference of the two then fits in 32 bits.
      threshold[i] = Math.min(threshold[i], limit - 1);
    }
    bias = parameters.bias;
    refractory = parameters.refractory;
    u = parameters.u;
    v = parameters.v;
    counter = new int[count];
    firing = new int[count];
  }

  @Override
  public void update(CoreSettings core, int from, int to, int[] input, int at, int[] noise) {
    boolean noisy = core.noise() != null;
    if (noisy && core.noise().target() == CoreNoise.Target.CURRENT) {
      for (int i = from; i < to; i++) {
        input[at + i] += noise[i];
      }
    }
    currents(from, to, input, at);
    if (noisy && core.noise().target() == CoreNoise.Target.VOLTAGE) {
      noisyVoltages(from, to, noise, core.vMin(), core.vMax());
    } else {
      voltages(from, to, core.vMin(), core.vMax());
    }
    spikes(from, to);
  }

  private void currents(int from, int to, int[] input, int at) {
    for (int i = from; i < to; i++) {
      int a = input[at + i] << sumShift >> sumShift;
      int sum = decayed(u[i], keepU[i]) + a << wrapShift >> wrapShift;
      // -1 if above the limit; -1 if, less that, at its negative or below.
      int above = limit - Math.max(sum, 0) >> INT_BITS - 1;
      int lowered = sum - (span & above);
      int below = Math.min(lowered, 0) + limit - 1 >> INT_BITS - 1;
      u[i] = lowered + (span & below);
    }
    for (int i = from; i < to; i++) {
      input[at + i] = 0;
    }
  }

  private void voltages(int from, int to, int vMin, int vMax) {
    for (int i = from; i < to; i++) {
      int drive = u[i] + bias[i] << driveShift >> driveShift;
      v[i] = Math.max(vMin, Math.min(vMax, decayed(v[i], keepV[i]) + drive));
    }
  }

  private void noisyVoltages(int from, int to, int[] noise, int vMin, int vMax) {
    for (int i = from; i < to; i++) {
      int drive = u[i] + bias[i] + noise[i] << driveShift >> driveShift;
      v[i] = Math.max(vMin, Math.min(vMax, decayed(v[i], keepV[i]) + drive));
    }
  }

  private void spikes(int from, int to) {
    for (int i = from; i < to; i++) {
      int ready = ~(-counter[i] >> INT_BITS - 1);
      int fires = threshold[i] - v[i] >> INT_BITS - 1 & ready;
      v[i] &= ready & ~fires;
      counter[i] = Math.max(0, (counter[i] & ~fires | refractory[i] & fires) - 1);
      firing[i] = fires;
    }
  }

  /** Unsigned shifts, so that even the least number of 32 bits decays as it should. */
  private int decayed(int x, int keep) {
    int sign = x >> INT_BITS - 1;
    int size = (x ^ sign) - sign;
    int kept = (size >>> decayBits) * keep + ((size & decayMask) * keep >>> decayBits);
    return (kept ^ sign) - sign;
  }

  @Override
  public int[] firing() {
    return firing;
  }

  @Override
  public long u(int neuron) {
    return u[neuron];
  }

  @Override
  public long v(int neuron) {
    return v[neuron];
  }
}
