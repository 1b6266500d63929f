package org.hillock.engine.wiring;

import org.hillock.network.ConnectionRule;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.Network;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.PairwisePoisson;
import org.hillock.network.Projection;
import org.hillock.network.Reach;
import org.hillock.network.Reversed;
import org.hillock.network.ThirdFactor;
import org.hillock.network.ThirdIn;
import org.hillock.network.ThirdOut;
import org.hillock.network.WattsStrogatz;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/** How the sources of a target are drawn, by each connection rule. */
final class SourceRules implements ConnectionRule.Cases<SourceRule> {

  private final Network network;
  private final Projection projection;
  private final SourceRule.Pool pool;
  private final int index;
  private final long seed;
  private final Builders builders;

  /** Where the targets of each rank begin. */
  private final int[] firstTargets;

  SourceRules(Network network, int index, long seed, Builders all) {
    this(network, network.projections().get(index), index, seed, all);
  }

  private SourceRules(Network network, Projection projection, int index, long seed, Builders all) {
    this.network = network;
    this.projection = projection;
    this.pool = SourceRule.Pool.of(projection);
    this.index = index;
    this.seed = seed;
    this.builders = all.of(projection);
    this.firstTargets = builders.firstTargets(network, projection);
  }

  private IncomingEdges.Targets targets() {
    int rank = builders.exchange().rank();
    return new IncomingEdges.Targets(firstTargets[rank], firstTargets[rank + 1]);
  }

  @Override
  public SourceRule oneToOne(ConnectionRule.OneToOne rule) {
    return (target, stream, into) -> {
      if (pool.self(target) != target) {
        into.add(target);
      }
    };
  }

  @Override
  public SourceRule allToAll(ConnectionRule.AllToAll rule) {
    return (target, stream, into) -> {
      int self = pool.self(target);
      for (int source = 0; source < pool.size(); source++) {
        if (source != self) {
          into.add(source);
        }
      }
    };
  }

  @Override
  public SourceRule fixedIndegree(ConnectionRule.FixedIndegree rule) {
    Reach reach = rule.reach();
    if (reach != null) {
      return (target, stream, into) -> {
        stream.at(Purpose.CONNECTION, index, target);
        new NearDraws()
            .sourcesOf(reach, target, pool.self(target))
            .fixed(rule.indegree(), projection.multapses(), stream, into);
      };
    }
    return (target, stream, into) -> {
      stream.at(Purpose.CONNECTION, index, target);
      UniformDraws.draw(
          rule.indegree(), pool.size(), pool.self(target), projection.multapses(), stream, into);
    };
  }

  @Override
  public SourceRule fixedOutdegree(ConnectionRule.FixedOutdegree rule) {
    return IncomingEdges.ofOutdegree(projection, rule, index, seed, targets(), builders.crew());
  }

  @Override
  public SourceRule fixedTotalNumber(FixedTotalNumber rule) {
    int[] indegrees =
        new TotalNumber(projection, pool, rule.total(), index, seed, builders)
            .indegrees(firstTargets);
    int first = targets().from();
    return (target, stream, into) -> {
      stream.at(Purpose.CONNECTION, index, target);
      UniformDraws.draw(
          indegrees[target - first],
          pool.size(),
          pool.self(target),
          projection.multapses(),
          stream,
          into);
    };
  }

  @Override
  public SourceRule pairwiseBernoulli(PairwiseBernoulli rule) {
    Reach reach = rule.reach();
    if (reach != null) {
      double most = rule.probability() * reach.bounds().high();
      return (target, stream, into) -> {
        stream.at(Purpose.CONNECTION, index, target);
        new NearDraws()
            .sourcesOf(reach, target, pool.self(target))
            .bernoulli(rule.probability(), most, stream, into);
      };
    }
    return (target, stream, into) -> {
      stream.at(Purpose.CONNECTION, index, target);
      UniformDraws.bernoulli(rule.probability(), pool.size(), pool.self(target), stream, into);
    };
  }

  @Override
  public SourceRule pairwisePoisson(PairwisePoisson rule) {
    Reach reach = rule.reach();
    if (reach != null) {
      double most = rule.mean() * reach.bounds().high();
      return (target, stream, into) -> {
        stream.at(Purpose.CONNECTION, index, target);
        new NearDraws()
            .sourcesOf(reach, target, pool.self(target))
            .poisson(rule.mean(), most, stream, into);
      };
    }
    return (target, stream, into) -> {
      stream.at(Purpose.CONNECTION, index, target);
      UniformDraws.poisson(rule.mean(), pool.size(), pool.self(target), stream, into);
    };
  }

  @Override
  public SourceRule wattsStrogatz(WattsStrogatz rule) {
    RandomStream stream =
        new RandomStream(seed).at(Purpose.CONNECTION, index, SourceRule.WHOLE_PROJECTION);
    return new SmallWorld(rule, pool.size(), stream);
  }

  @Override
  public SourceRule reversed(Reversed rule) {
    SourceRule forward = SourceRule.of(network, index - 1, seed, Builders.of(builders.crew()));
    return IncomingEdges.ofReverse(forward, projection, seed, targets(), builders.crew());
  }

  /** Which third neurons it has a source hears from all targets. */
  @Override
  public SourceRule thirdIn(ThirdIn rule) {
    ThirdDraws draws = thirdDraws(rule.factor(), index - 1, Builders.of(builders.crew()));
    int primaryTargets = rule.factor().target().size();
    return IncomingEdges.ofThird(
        draws, primaryTargets, projection, seed, targets(), builders.crew());
  }

  @Override
  public SourceRule thirdOut(ThirdOut rule) {
    ThirdDraws draws = thirdDraws(rule.factor(), index - 2, builders);
    return (target, stream, into) ->
        draws.each(target, stream, new ThirdDraws.Scratch(), (source, third) -> into.add(third));
  }

  /**
   * The third neurons of a primary projection, as the rule knows it: in the network it may have
   * been emptied.
   */
  private ThirdDraws thirdDraws(ThirdFactor factor, int primary, Builders drawing) {
    SourceRules rules = new SourceRules(network, factor.pairs(), primary, seed, drawing);
    return new ThirdDraws(factor.primary().accept(rules), factor, primary);
  }

  @Override
  public SourceRule explicit(ConnectionRule.Explicit rule) {
    return IncomingEdges.ofList(rule, targets(), builders.crew());
  }
}
