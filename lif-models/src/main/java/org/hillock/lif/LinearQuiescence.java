package org.hillock.lif;

import java.util.Arrays;
import java.util.Optional;
import org.hillock.model.NeuronBlock;
import org.hillock.model.Quiescence;

/**
 * Many steps at once of a model whose step without input is linear, x' = A x + b, with V in x[0],
 * on which nothing else depends:
 *
 * <pre>
 *   x(k + n) = A^n x(k) + (A^(n-1) + … + 1) b
 *   V(k + n) - V_inf = leak^n (V(k) - V_inf) + Σ_j R_j(n) x_j(k),   R_j(n) = (A^n)_0j
 * </pre>
 *
 * <p>So V never exceeds max(V, V_inf) + Σ_j max(x_j max_n R_j(n), x_j min_n R_j(n)), and a neuron
 * for which that lies below the threshold is silent until its next input. A^n is a product of
 * powers from tables, one for each six bits of n.
 */
final class LinearQuiescence implements Quiescence {

  private static final int BITS = 6;
  private static final int ENTRIES = 1 << BITS;
  private static final int LEVELS = 6;

  /** Longer than any response lasts before it falls, in steps. */
  private static final int LONGEST_RISE = 1_000_000;

  /** The bound must lie below the threshold by this part of it, more than rounding can do. */
  private static final double MARGIN = 1e-9;

  private final Membrane membrane;
  private final int states;

  /**
   * powers[level][i] is the map of i 64^level steps: rows of A^n, each followed by its constant.
   */
  private final double[][][] powers = new double[LEVELS][ENTRIES][];

  private final double[] largest;
  private final double[] smallest;
  private final double restingV;
  private final double bound;

  private LinearQuiescence(Membrane membrane, double[] step, double[] largest, double[] smallest) {
    this.membrane = membrane;
    this.states = largest.length;
    this.largest = largest;
    this.smallest = smallest;
    this.restingV = restingV(membrane);
    this.bound = membrane.threshold() - MARGIN * (1 + Math.abs(membrane.threshold()));
    double[] unit = step;
    for (int level = 0; level < LEVELS; level++) {
      powers[level][0] = identity();
      for (int i = 1; i < ENTRIES; i++) {
        powers[level][i] = product(unit, powers[level][i - 1]);
      }
      unit = product(unit, powers[level][ENTRIES - 1]);
    }
  }

  /**
   * The quiescence of a kernel, unless its neurons fire by themselves or respond for ever longer.
   *
   * @param membrane the membrane
   * @param lowest lower bound of V, which must be out of reach
   * @param matrix A, row after row, in the order of the state arrays
   */
  static Optional<Quiescence> of(Membrane membrane, double lowest, double[][] matrix) {
    int states = matrix.length;
    if (!(restingV(membrane) < membrane.threshold()) || lowest > -Double.MAX_VALUE / 2) {
      return Optional.empty();
    }
    double[] row = new double[states];
    row[0] = 1;
    double[] largest = new double[states];
    double[] smallest = new double[states];
    boolean rising = true;
    for (int n = 1; rising && n <= LONGEST_RISE; n++) {
      row = times(row, matrix);
      rising = false;
      for (int j = 1; j < states; j++) {
        largest[j] = Math.max(largest[j], row[j]);
        smallest[j] = Math.min(smallest[j], row[j]);
        rising |= Math.abs(row[j]) > 0.5 * Math.max(largest[j], -smallest[j]);
      }
    }
    if (rising) {
      return Optional.empty();
    }
    double[] step = new double[states * (states + 1)];
    for (int i = 0; i < states; i++) {
      System.arraycopy(matrix[i], 0, step, i * (states + 1), states);
    }
    step[states] = membrane.constantCurrent() * membrane.currentFactor();
    return Optional.of(new LinearQuiescence(membrane, step, largest, smallest));
  }

  private static double restingV(Membrane membrane) {
    return membrane.constantCurrent() * membrane.currentFactor() / (1 - membrane.leakFactor());
  }

  private static double[] times(double[] row, double[][] matrix) {
    double[] result = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      for (int i = 0; i < row.length; i++) {
        result[j] += row[i] * matrix[i][j];
      }
    }
    return result;
  }

  private double[] identity() {
    double[] map = new double[states * (states + 1)];
    for (int i = 0; i < states; i++) {
      map[i * (states + 1) + i] = 1;
    }
    return map;
  }

  /** The map of {@code first}, then {@code second}. */
  private double[] product(double[] second, double[] first) {
    int width = states + 1;
    double[] map = new double[states * width];
    for (int i = 0; i < states; i++) {
      for (int j = 0; j < width; j++) {
        double sum = j == states ? second[i * width + states] : 0;
        for (int k = 0; k < states; k++) {
          sum += second[i * width + k] * first[k * width + j];
        }
        map[i * width + j] = sum;
      }
    }
    return map;
  }

  @Override
  public boolean silent(NeuronBlock block, int neuron) {
    double highest = Math.max(restingV, membrane.potential(block.state(0)[neuron]));
    for (int j = 1; j < states; j++) {
      double x = block.state(j)[neuron];
      highest += Math.max(x * largest[j], x * smallest[j]);
    }
    return highest < bound;
  }

  @Override
  public void advance(NeuronBlock block, int neuron, long from, long to) {
    double v = block.state(0)[neuron];
    if (v > Membrane.RESTED) {
      steps(block, neuron, to - from);
      return;
    }
    double until = Membrane.restingUntil(v);
    double released = Math.max(from, Math.min(until, to));
    steps(block, neuron, (long) released - from);
    block.state(0)[neuron] = until >= to ? v : membrane.reset();
    steps(block, neuron, until >= to ? 0 : to - (long) released);
  }

  private void steps(NeuronBlock block, int neuron, long steps) {
    long left = steps;
    for (int level = 0; left != 0; level = Math.min(level + 1, LEVELS - 1)) {
      boolean last = level == LEVELS - 1;
      int taken = last ? (int) Math.min(left, ENTRIES - 1) : (int) left & ENTRIES - 1;
      if (taken != 0) {
        apply(powers[level][taken], block, neuron);
      }
      left = last ? left - taken : left >>> BITS;
    }
  }

  private void apply(double[] map, NeuronBlock block, int neuron) {
    int width = states + 1;
    double[] x = new double[states];
    for (int i = 0; i < states; i++) {
      x[i] = block.state(i)[neuron];
    }
    for (int i = 0; i < states; i++) {
      double sum = map[i * width + states];
      for (int j = 0; j < states; j++) {
        sum += map[i * width + j] * x[j];
      }
      block.state(i)[neuron] = sum;
    }
  }

  @Override
  public String toString() {
    return "responses up to " + Arrays.toString(largest);
  }
}
