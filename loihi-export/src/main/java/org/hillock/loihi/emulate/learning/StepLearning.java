package org.hillock.loihi.emulate.learning;

import java.util.Arrays;

/**
 * Learning as brian2_loihi does it: in every step, in exact arithmetic.
 *
 * <pre>
 *   dw ← sum of the products that happen, rounded away from zero
 *   dw ← whole multiples of the weight's step in dw, toward zero, one more at random
 *   w  ← w + dw, clipped
 * </pre>
 *
 * <p>A spike of the target acts one step after it. Whether the change is rounded up is decided at
 * the beginning of the step, when no spike has been seen yet, so for what is regular alone.
 */
final class StepLearning implements LearningEngine {

  private static final int[] NONE = {};

  private final LearningRule rule;
  private final WeightRange range;
  private final PlasticSynapses synapses;
  private final LearningDraws draws;
  private final StepTraces x;
  private final StepTraces y;
  private int[] pre = new int[16];
  private int pres;
  private int[] post = new int[16];
  private int posts;

  /** Targets that spiked in this step, so act in the next. */
  private int[] late = new int[16];

  private int lates;

  StepLearning(
      LearningProfile profile, WeightRange range, PlasticSynapses synapses, LearningDraws draws) {
    this.rule = profile.rule();
    this.range = range;
    this.synapses = synapses;
    this.draws = draws;
    this.x = new StepTraces(LearningDraws.Side.X, profile.x(), synapses.sourceNumber);
    this.y = new StepTraces(LearningDraws.Side.Y, profile.y(), synapses.targetNumber);
  }

  @Override
  public void pre(int source, long step) {
    pre = roomFor(pre, pres);
    pre[pres++] = source;
  }

  @Override
  public void post(int target, long step) {
    late = roomFor(late, lates);
    late[lates++] = target;
  }

  private static int[] roomFor(int[] list, int size) {
    return size < list.length ? list : Arrays.copyOf(list, 2 * size);
  }

  @Override
  public void endOfStep(long step) {
    boolean due = rule.regular() && step % (1L << rule.decimation()) == 0;
    int[] more = due && range.step() > 1 ? roundings(step) : NONE;
    x.draw(step, draws);
    y.draw(step, draws);
    for (int i = 0; i < pres; i++) {
      x.spike(pre[i]);
    }
    for (int i = 0; i < posts; i++) {
      y.spike(post[i]);
    }
    if (due) {
      for (int k = 0; k < synapses.count(); k++) {
        learn(k, true, more.length > 0 ? more[k] : 0);
      }
    } else {
      learnAtSpikes();
    }
    x.decay();
    y.decay();
    int[] spare = post;
    post = late;
    posts = lates;
    late = spare;
    lates = 0;
    pres = 0;
  }

  private void learnAtSpikes() {
    for (int i = 0; i < pres; i++) {
      for (int j = synapses.rowStart[pre[i]]; j < synapses.rowStart[pre[i] + 1]; j++) {
        learn(synapses.row[j], false, 0);
      }
    }
    for (int i = 0; i < posts; i++) {
      for (int j = synapses.columnStart[post[i]]; j < synapses.columnStart[post[i] + 1]; j++) {
        int k = synapses.column[j];
        if (!x.spiked(synapses.source[k])) {
          learn(k, false, 0);
        }
      }
    }
  }

  /** For each synapse, by how many steps of its weight chance moves what is regular: -1, 0, 1. */
  private int[] roundings(long step) {
    int[] more = new int[synapses.count()];
    for (int k = 0; k < more.length; k++) {
      int dw = change(k, true);
      double chance = (double) (Math.abs(dw) % range.step()) / range.step();
      boolean moved = chance > draws.variable(step, 0, synapses.synapseNumber[k]);
      more[k] = moved ? Integer.signum(dw) : 0;
    }
    return more;
  }

  private void learn(int k, boolean due, int more) {
    int steps = change(k, due) / range.step() + more;
    synapses.set(k, range.clipped(synapses.w[k] + steps * range.step()));
  }

  /** The sum of the products that happen, rounded away from zero. */
  private int change(int k, boolean due) {
    double sum = 0;
    for (int i = 0; i < rule.dw().size(); i++) {
      Product product = rule.dw().get(i);
      boolean happens =
          switch (product.dependency()) {
            case X0 -> x.spiked(synapses.source[k]);
            case Y0 -> y.spiked(synapses.target[k]);
            case U -> due;
          };
      if (happens) {
        sum += Math.scalb(value(product, k), product.exponent());
      }
    }
    return (int) (Math.signum(sum) * Math.ceil(Math.abs(sum)));
  }

  private double value(Product product, int k) {
    double value = product.mantissa();
    for (int i = 0; i < product.factors().size(); i++) {
      Factor factor = product.factors().get(i);
      value *= factor.of(quantity(factor.quantity(), k));
    }
    return value;
  }

  private int quantity(Quantity quantity, int k) {
    int source = synapses.source[k];
    int target = synapses.target[k];
    return switch (quantity) {
      case X0 -> x.spiked(source) ? 1 : 0;
      case X1 -> x.now(0, source);
      case X2 -> x.now(1, source);
      case Y0 -> y.spiked(target) ? 1 : 0;
      case Y1 -> y.now(0, target);
      case Y2 -> y.now(1, target);
      case Y3 -> y.now(2, target);
      case W -> synapses.w[k];
      case D -> synapses.d[k];
      case T -> synapses.t[k];
      case CONSTANT -> 0;
    };
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
