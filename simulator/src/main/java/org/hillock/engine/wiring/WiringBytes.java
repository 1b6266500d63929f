package org.hillock.engine.wiring;

import org.hillock.network.ConnectionRule;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.PairwisePoisson;
import org.hillock.network.Projection;
import org.hillock.network.Reach;
import org.hillock.network.Reversed;
import org.hillock.network.ThirdIn;
import org.hillock.network.ThirdOut;
import org.hillock.network.WattsStrogatz;
import org.jspecify.annotations.Nullable;

/** What {@link SourceRules} keeps of a whole projection while the network is built [bytes]. */
final class WiringBytes implements ConnectionRule.Cases<Double> {

  private final int threads;
  private final double expected;
  private final double targets;
  private final double sources;

  /** Every thread counts for itself, if there are more synapses than targets. */
  private final double counts;

  WiringBytes(Projection projection, int threads) {
    this.threads = threads;
    this.expected = projection.expectedSynapses();
    this.sources = projection.source().size();
    this.targets = projection.target().size();
    this.counts = 4 * targets * Math.min(threads, 1 + expected / Math.max(1, targets));
  }

  @Override
  public Double oneToOne(ConnectionRule.OneToOne rule) {
    return 0.0;
  }

  @Override
  public Double allToAll(ConnectionRule.AllToAll rule) {
    return 0.0;
  }

  @Override
  public Double fixedIndegree(ConnectionRule.FixedIndegree rule) {
    return near(rule.reach());
  }

  @Override
  public Double fixedOutdegree(ConnectionRule.FixedOutdegree rule) {
    return 4 * expected + 4 * targets + counts + near(rule.reach());
  }

  /** Neurons sorted into cells, of which there are no more than neurons; either side may be. */
  private double near(@Nullable Reach reach) {
    return reach == null || reach.mask() == null ? 0 : 12 * Math.max(sources, targets);
  }

  @Override
  public Double fixedTotalNumber(FixedTotalNumber rule) {
    return counts;
  }

  @Override
  public Double pairwiseBernoulli(PairwiseBernoulli rule) {
    return near(rule.reach());
  }

  @Override
  public Double pairwisePoisson(PairwisePoisson rule) {
    return near(rule.reach());
  }

  @Override
  public Double wattsStrogatz(WattsStrogatz rule) {
    // Two copies, half as much again for what is led elsewhere, and an array a neuron.
    return 1.5 * 4 * expected + 28 * targets;
  }

  @Override
  public Double reversed(Reversed rule) {
    return rule.forward().accept(this) + 4 * expected + 4 * targets + counts;
  }

  @Override
  public Double thirdIn(ThirdIn rule) {
    return Wiring.bytes(rule.factor().pairs(), threads) + 4 * expected + 4 * targets + counts;
  }

  @Override
  public Double thirdOut(ThirdOut rule) {
    return Wiring.bytes(rule.factor().pairs(), threads);
  }

  @Override
  public Double explicit(ConnectionRule.Explicit rule) {
    return 28 * expected + 4 * targets + counts;
  }
}
