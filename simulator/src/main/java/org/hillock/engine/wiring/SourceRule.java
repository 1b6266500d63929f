package org.hillock.engine.wiring;

import org.hillock.engine.run.Crew;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Projection;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/** Draws the sources of one target neuron by one connection rule. */
interface SourceRule {

  /** Entity number of draws that belong to a whole projection, not to a neuron. */
  int WHOLE_PROJECTION = -1;

  /**
   * Appends the sources of one target.
   *
   * @param target index within the target range
   * @param stream a stream of the calling thread
   * @param into receives the sources
   */
  void draw(int target, RandomStream stream, IntList into);

  /**
   * For edges that are listed one by one: the place in the list of a target's i-th synapse.
   *
   * @param target index within the target range
   * @param i which of its synapses
   */
  default int listedIndex(int target, int i) {
    return i;
  }

  /** The rule of a projection. */
  static SourceRule of(Projection projection, int index, long seed, Crew crew) {
    Pool pool = Pool.of(projection);
    ConnectionRule rule = projection.rule();
    if (rule instanceof ConnectionRule.OneToOne) {
      return (target, stream, into) -> {
        if (pool.self(target) != target) {
          into.add(target);
        }
      };
    }
    if (rule instanceof ConnectionRule.AllToAll) {
      return (target, stream, into) -> {
        int self = pool.self(target);
        for (int source = 0; source < pool.size(); source++) {
          if (source != self) {
            into.add(source);
          }
        }
      };
    }
    if (rule instanceof ConnectionRule.FixedIndegree fixed) {
      return (target, stream, into) -> {
        stream.at(Purpose.CONNECTION, index, target);
        UniformDraws.draw(
            fixed.indegree(), pool.size(), pool.self(target), projection.multapses(), stream, into);
      };
    }
    if (rule instanceof ConnectionRule.FixedTotalNumber fixed) {
      int[] indegrees = TotalNumber.indegrees(projection, pool, fixed.total(), index, seed, crew);
      return (target, stream, into) -> {
        stream.at(Purpose.CONNECTION, index, target);
        UniformDraws.draw(
            indegrees[target],
            pool.size(),
            pool.self(target),
            projection.multapses(),
            stream,
            into);
      };
    }
    if (rule instanceof ConnectionRule.PairwiseBernoulli bernoulli) {
      return (target, stream, into) -> {
        stream.at(Purpose.CONNECTION, index, target);
        UniformDraws.bernoulli(
            bernoulli.probability(), pool.size(), pool.self(target), stream, into);
      };
    }
    if (rule instanceof ConnectionRule.FixedOutdegree fixed) {
      return IncomingEdges.ofOutdegree(projection, fixed.outdegree(), index, seed, crew);
    }
    return IncomingEdges.ofList((ConnectionRule.Explicit) rule, projection.target().size(), crew);
  }

  /**
   * The neurons that a target may draw from.
   *
   * @param size number of sources
   * @param selfShift what to add to a target's index to get its own index among the sources
   * @param excludeSelf whether a target must leave itself out
   */
  record Pool(int size, int selfShift, boolean excludeSelf) {

    static Pool of(Projection projection) {
      return new Pool(
          projection.source().size(),
          projection.target().from() - projection.source().from(),
          projection.recurrent() && !projection.autapses());
    }

    /** The target's own index among the sources if it must be left out, else -1. */
    int self(int target) {
      int self = target + selfShift;
      return excludeSelf && self >= 0 && self < size ? self : -1;
    }
  }
}
