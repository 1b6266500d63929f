package org.hillock.model.linear;

import java.util.Arrays;
import java.util.Optional;
import org.hillock.model.NeuronBlock;
import org.hillock.model.Quiescence;

/**
 * Many steps at once of neurons that are alike and whose step without input is linear, x' = A x +
 * b, with V in x[0], on which nothing else depends:
 *
 * <pre>
 *   x(k + n) = A^n x(k) + (A^(n-1) + … + 1) b
 *   V(k + n) - V_inf = leak^n (V(k) - V_inf) + Σ_j R_j(n) x_j(k),   R_j(n) = (A^n)_0j
 * </pre>
 *
 * <p>less the threshold, where that moves too: R_j is then what state j does to the margin.
 *
 * <p>So V never exceeds max(V, V_inf) + Σ_j max(x_j max_n R_j(n), x_j min_n R_j(n)), and a neuron
 * for which that lies below the threshold is silent until its next input. A^n is a product of
 * powers from tables, one for each six bits of n.
 */
final class LinearQuiescence implements Quiescence {

  private static final int BITS = 6;
  private static final int ENTRIES = 1 << BITS;
  private static final int LEVELS = 6;

  /** The responses have passed their extremes after so many of the longest time constant. */
  private static final double LONG = 12;

  /** Responses that last longer are not looked at, in steps. */
  private static final double LONGEST = 1_000_000;

  /** The bound must lie below the threshold by this part of it, more than rounding can do. */
  private static final double MARGIN = 1e-9;

  private final Firing firing;
  private final double reset;
  private final int states;

  /**
   * powers[level][i] is the map of i 64^level steps: rows of A^n, each followed by its constant.
   */
  private final double[][][] powers = new double[LEVELS][ENTRIES][];

  private final double[] largest;
  private final double[] smallest;
  private final double restingV;
  private final double bound;

  private LinearQuiescence(
      Firing firing, double[] step, double restingV, double[] largest, double[] smallest) {
    this.firing = firing;
    this.reset = firing.numbers().reset().at(0);
    this.states = largest.length;
    this.largest = largest;
    this.smallest = smallest;
    this.restingV = restingV;
    double threshold = firing.numbers().threshold().at(0);
    this.bound = threshold - MARGIN * (1 + Math.abs(threshold));
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
   * The quiescence of a kernel, unless its neurons fire by themselves, come to rest nowhere, or
   * respond for too long.
   *
   * @param shape the equations
   * @param rows of the kernel
   * @param current constant current [pA]
   * @param firing of the kernel
   */
  static Optional<Quiescence> of(LinearDynamics shape, Row[] rows, double current, Firing firing) {
    int states = shape.states();
    double[] step = new double[states * (states + 1)];
    double[][] matrix = new double[states][states];
    double lowest = Double.NEGATIVE_INFINITY;
    for (Row row : rows) {
      int state = row.state();
      matrix[state][state] = row.decay().at(0);
      for (int k = 0; k < row.sources().length; k++) {
        matrix[state][row.sources()[k]] = row.factors()[k].at(0);
      }
      double constant = row.current() == null ? 0 : current * row.current().at(0);
      System.arraycopy(matrix[state], 0, step, state * (states + 1), states);
      step[state * (states + 1) + states] = constant;
      lowest = Math.max(lowest, row.lowest().at(0));
    }
    double leak = matrix[LinearDynamics.V][LinearDynamics.V];
    double restingV = step[states] / (1 - leak);
    double[] margin = new double[states];
    margin[LinearDynamics.V] = 1;
    boolean apart = lowest < -Double.MAX_VALUE / 2 && leak < 1;
    for (LinearDynamics.Raise raise : shape.raises) {
      margin[raise.state()] -= raise.factor();
      apart &= step[raise.state() * (states + 1) + states] == 0;
    }
    for (int i = 1; i < states; i++) {
      apart &= matrix[i][LinearDynamics.V] == 0;
    }
    return apart && restingV < firing.numbers().threshold().at(0)
        ? of(firing, step, restingV, matrix, margin)
        : Optional.empty();
  }

  private static Optional<Quiescence> of(
      Firing firing, double[] step, double restingV, double[][] matrix, double[] margin) {
    int states = matrix.length;
    double[] row = margin;
    double[] largest = new double[states];
    double[] smallest = new double[states];
    double duration = duration(matrix);
    if (!(duration <= LONGEST)) {
      return Optional.empty();
    }
    for (int n = 1; n <= duration; n++) {
      row = times(row, matrix);
      for (int j = 1; j < states; j++) {
        largest[j] = Math.max(largest[j], row[j]);
        smallest[j] = Math.min(smallest[j], row[j]);
      }
    }
    return Optional.of(new LinearQuiescence(firing, step, restingV, largest, smallest));
  }

  /**
   * How long the responses are followed, in steps. A response may rise again after it fell, so none
   * is left before the slowest state is gone.
   */
  private static double duration(double[][] matrix) {
    double slowest = 0;
    for (int j = 0; j < matrix.length; j++) {
      slowest = Math.max(slowest, matrix[j][j]);
    }
    return Math.max(1, -LONG / StrictMath.log(slowest));
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
    double highest = Math.max(restingV, block.state(0)[neuron]);
    for (int j = 1; j < states; j++) {
      double x = block.state(j)[neuron];
      highest += Math.max(x * largest[j], x * smallest[j]);
    }
    return highest < bound;
  }

  @Override
  public void advance(NeuronBlock block, int neuron, long from, long to) {
    long held = firing.heldUntil(neuron);
    long released = Math.max(from, Math.min(held, to));
    if (released > from) {
      steps(block, neuron, released - from);
      block.state(0)[neuron] = reset;
    }
    steps(block, neuron, to - released);
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
