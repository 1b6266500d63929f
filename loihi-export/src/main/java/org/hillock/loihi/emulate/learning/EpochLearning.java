package org.hillock.loihi.emulate.learning;

import java.util.List;

/**
 * Learning as lava does it: at the end of each epoch, in numbers of 16 bits.
 *
 * <pre>
 *   accumulator ← variable × 2^(16 - its bits with sign)
 *   for each product that happens:
 *     p ← mantissa × factors, each clipped to its bits and taken at the time of the dependency
 *     p ← p &gt;&gt; max(0, bits of all factors + 4 - 15) &lt;&lt; exponent + 7, clipped to 15 bits
 *     accumulator ← accumulator + p, clipped to 15 bits
 *   accumulator clipped to its sign, rounded at random, variable clipped
 * </pre>
 *
 * <p>Traces in a product of x0 are those at the source's spike, of y0 those at the target's, of u
 * those at the end of the epoch. A synapse whose products do not happen does not change, so only
 * those of spikes are visited unless u_k is due.
 */
final class EpochLearning implements LearningEngine {

  private static final int ACCUMULATOR_BITS = 15;
  private static final int MANTISSA_BITS = 4;
  private static final int LEAST_EXPONENT = -7;
  private static final int LARGEST_DELAY = 255;
  private static final int LEAST_TAG = -257;
  private static final int LARGEST_TAG = 255;

  private final LearningRule rule;
  private final WeightRange range;
  private final PlasticSynapses synapses;
  private final LearningDraws draws;
  private final int epoch;
  private final EpochTraces x;
  private final EpochTraces y;

  EpochLearning(
      LearningProfile profile, WeightRange range, PlasticSynapses synapses, LearningDraws draws) {
    this.rule = profile.rule();
    this.range = range;
    this.synapses = synapses;
    this.draws = draws;
    this.epoch = profile.epoch();
    this.x = new EpochTraces(LearningDraws.Side.X, profile.x(), profile, synapses.sourceNumber);
    this.y = new EpochTraces(LearningDraws.Side.Y, profile.y(), profile, synapses.targetNumber);
  }

  @Override
  public void pre(int source, long step) {
    x.spike(source, step, draws);
  }

  @Override
  public void post(int target, long step) {
    y.spike(target, step, draws);
  }

  @Override
  public void endOfStep(long step) {
    if (step % epoch != 0) {
      return;
    }
    x.follow(step, draws);
    y.follow(step, draws);
    // Steps count from 1, so that nothing regular is due at 0.
    boolean due = rule.regular() && step > 0 && step / epoch % (1L << rule.decimation()) == 0;
    if (due) {
      for (int k = 0; k < synapses.count(); k++) {
        learn(k, step, true);
      }
    } else {
      learnAtSpikes(step);
    }
    x.clear();
    y.clear();
  }

  private void learnAtSpikes(long step) {
    for (int source = 0; source < synapses.sources(); source++) {
      if (x.spikeOf(source) > 0) {
        for (int i = synapses.rowStart[source]; i < synapses.rowStart[source + 1]; i++) {
          learn(synapses.row[i], step, false);
        }
      }
    }
    for (int target = 0; target < synapses.targets(); target++) {
      if (y.spikeOf(target) > 0) {
        for (int i = synapses.columnStart[target]; i < synapses.columnStart[target + 1]; i++) {
          int k = synapses.column[i];
          if (x.spikeOf(synapses.source[k]) == 0) {
            learn(k, step, false);
          }
        }
      }
    }
  }

  private void learn(int k, long step, boolean due) {
    // All three rules see the variables as they were.
    int w = rule.dw().isEmpty() ? synapses.w[k] : weight(k, step, due);
    int d = rule.dd().isEmpty() ? synapses.d[k] : delay(k, step, due);
    int t = rule.dt().isEmpty() ? synapses.t[k] : tag(k, step, due);
    synapses.set(k, w);
    synapses.d[k] = d;
    synapses.t[k] = t;
  }

  private int weight(int k, long step, boolean due) {
    int shift = ACCUMULATOR_BITS + 1 - Quantity.W.bits();
    int sum = sum(rule.dw(), synapses.w[k] << shift, k, due);
    if (range.low() == 0) {
      sum = Math.max(0, sum);
    }
    if (range.high() == 0) {
      sum = Math.min(0, sum);
    }
    double drawn = draws.variable(step, 0, synapses.synapseNumber[k]);
    return range.clipped(rounded(sum, shift, drawn));
  }

  private int delay(int k, long step, boolean due) {
    int shift = ACCUMULATOR_BITS + 1 - Quantity.D.bits();
    int sum = Math.max(0, sum(rule.dd(), synapses.d[k] << shift, k, due));
    double drawn = draws.variable(step, 1, synapses.synapseNumber[k]);
    return Math.min(LARGEST_DELAY, rounded(sum, shift, drawn));
  }

  private int tag(int k, long step, boolean due) {
    int shift = ACCUMULATOR_BITS + 1 - Quantity.T.bits();
    int sum = sum(rule.dt(), synapses.t[k] << shift, k, due);
    double drawn = draws.variable(step, 2, synapses.synapseNumber[k]);
    return Math.max(LEAST_TAG, Math.min(LARGEST_TAG, rounded(sum, shift, drawn)));
  }

  private int sum(List<Product> products, int begin, int k, boolean due) {
    int sum = begin;
    int sourceSpike = x.spikeOf(synapses.source[k]);
    int targetSpike = y.spikeOf(synapses.target[k]);
    for (int i = 0; i < products.size(); i++) {
      Product product = products.get(i);
      int when =
          switch (product.dependency()) {
            case X0 -> sourceSpike;
            case Y0 -> targetSpike;
            case U -> due ? epoch : 0;
          };
      if (when > 0) {
        int shift = Math.max(0, product.bits() + MANTISSA_BITS - ACCUMULATOR_BITS);
        int scaled = value(product, k, when) >> shift << product.exponent() - LEAST_EXPONENT;
        sum = saturated(sum + saturated(scaled));
      }
    }
    return sum;
  }

  private int value(Product product, int k, int when) {
    int value = product.mantissa();
    for (int i = 0; i < product.factors().size(); i++) {
      Factor factor = product.factors().get(i);
      int taken = factor.of(quantity(factor.quantity(), k, when));
      value *= clipped(taken, factor.quantity().bits());
    }
    return value;
  }

  private int quantity(Quantity quantity, int k, int when) {
    int source = synapses.source[k];
    int target = synapses.target[k];
    return switch (quantity) {
      case X0 -> x.spikeOf(source) > 0 ? 1 : 0;
      case X1 -> x.within(0, source, when);
      case X2 -> x.within(1, source, when);
      case Y0 -> y.spikeOf(target) > 0 ? 1 : 0;
      case Y1 -> y.within(0, target, when);
      case Y2 -> y.within(1, target, when);
      case Y3 -> y.within(2, target, when);
      case W -> synapses.w[k];
      case D -> synapses.d[k];
      case T -> synapses.t[k];
      case CONSTANT -> 0;
    };
  }

  private static int rounded(int sum, int shift, double drawn) {
    int floor = sum >> shift;
    double fraction = (sum - (floor << shift)) / (double) (1 << shift);
    return floor + (drawn < fraction ? 1 : 0);
  }

  /** lava's range of the accumulator: one more below than 16 bits hold. */
  private static int saturated(int sum) {
    int most = 1 << ACCUMULATOR_BITS;
    return Math.max(-most - 1, Math.min(most - 1, sum));
  }

  /** -2^bits to 2^bits - 1. */
  private static int clipped(int value, int bits) {
    return Math.max(-(1 << bits), Math.min((1 << bits) - 1, value));
  }

  @Override
  public int x(int trace, int source) {
    return x.now(trace, source);
  }

  @Override
  public int y(int trace, int target) {
    return y.now(trace, target);
  }

  @Override
  public PlasticSynapses synapses() {
    return synapses;
  }
}
