package org.hillock.loihi.emulate;

/**
 * Neurons whose u or v may leave the range of the chip, in 64 bits: one neuron after another, as
 * the equations stand.
 */
final class UnboundedNeurons implements Neurons {

  private final ChipArithmetic arithmetic;
  private final ChipWidths widths;
  private final NeuronParameters parameters;
  private final long[] u;
  private final long[] v;
  private final int[] counter;
  private final int[] firing;

  UnboundedNeurons(ChipImage image, int first, int count) {
    arithmetic = image.arithmetic();
    widths = image.widths();
    parameters = new NeuronParameters(image, first, count);
    u = new long[count];
    v = new long[count];
    counter = new int[count];
    firing = new int[count];
    for (int i = 0; i < count; i++) {
      u[i] = parameters.u[i];
      v[i] = parameters.v[i];
    }
  }

  @Override
  public void update(CoreSettings core, int from, int to, int[] input, int at, int[] noise) {
    CoreNoise kind = core.noise();
    boolean onCurrent = kind != null && kind.target() == CoreNoise.Target.CURRENT;
    boolean onVoltage = kind != null && !onCurrent;
    for (int i = from; i < to; i++) {
      long a = input[at + i] + (onCurrent ? noise[i] : 0L);
      input[at + i] = 0;
      a = arithmetic.sumWraps() ? wrapped(a, widths.sum()) : a;
      u[i] = current(decayed(u[i], parameters.keepU[i]) + a);
      long drive = u[i] + parameters.bias[i] + (onVoltage ? noise[i] : 0);
      drive = arithmetic.driveWraps() ? wrapped(drive, widths.state()) : drive;
      v[i] = decayed(v[i], parameters.keepV[i]) + drive;
      if (arithmetic.voltageClip()) {
        v[i] = Math.max(core.vMin(), Math.min(core.vMax(), v[i]));
      }
      firing[i] = 0;
      if (counter[i] > 0) {
        v[i] = 0;
      } else if (v[i] > parameters.threshold[i]) {
        v[i] = 0;
        firing[i] = -1;
        counter[i] = parameters.refractory[i];
      }
      counter[i] = Math.max(0, counter[i] - 1);
    }
  }

  private long current(long sum) {
    long limit = 1L << widths.state();
    return switch (arithmetic.currentWrap()) {
      case NONE -> sum;
      case TWOS_COMPLEMENT -> wrapped(sum, widths.state());
      case ONCE -> sum > limit ? sum - 2 * limit : sum <= -limit ? sum + 2 * limit : sum;
    };
  }

  /** In two's complement of so many bits and a sign. */
  static long wrapped(long x, int bits) {
    int shift = Long.SIZE - 1 - bits;
    return x << shift >> shift;
  }

  private long decayed(long x, int keep) {
    return Long.signum(x) * (Math.abs(x) * keep >> widths.decay());
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

  @Override
  public long state(int neuron, int register) {
    throw new IndexOutOfBoundsException("no register " + register + " besides u and v");
  }
}
