package org.hillock.engine.grid.table;

import org.hillock.engine.plasticity.TraceDecay;

/**
 * exp(-n h / tau) for whole numbers of steps, looked up. Beyond the end of the table the value is
 * computed, from the same formula, so the size of the table changes nothing but speed.
 */
final class DecayTable implements TraceDecay {

  private static final int MAX_SIZE = 1 << 16;

  /** exp(-40) is 4e-18: what is older has no effect on a sum with 1. */
  private static final double NEGLIGIBLE = 40;

  private final double step;
  private final double tau;
  private final double[] values;

  DecayTable(double step, double tau) {
    this.step = step;
    this.tau = tau;
    int size = (int) Math.max(2, Math.min(MAX_SIZE, Math.ceil(NEGLIGIBLE * tau / step)));
    this.values = new double[size];
    for (int n = 0; n < size; n++) {
      values[n] = compute(n);
    }
  }

  @Override
  public double over(double steps) {
    return steps < values.length ? values[(int) steps] : compute((long) steps);
  }

  @Override
  public void over(double[] moments, double since, int count, double[] into) {
    double[] table = values;
    for (int i = 0; i < count; i++) {
      double steps = moments[i] - since;
      into[i] = steps < table.length ? table[(int) steps] : compute((long) steps);
    }
  }

  private double compute(long steps) {
    return StrictMath.exp(-(steps * step) / tau);
  }
}
