package org.hillock.engine.wiring;

import org.hillock.network.Network;
import org.hillock.network.Projection;
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

  /**
   * The rule of a projection.
   *
   * @param network the network
   * @param index the place of the projection in it
   * @param seed the run's seed
   * @param builders who draws what belongs to the whole projection
   */
  static SourceRule of(Network network, int index, long seed, Builders builders) {
    Projection projection = network.projections().get(index);
    return projection.rule().accept(new SourceRules(network, index, seed, builders));
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
