package org.hillock.engine.wiring;

import org.hillock.network.ThirdFactor;
import org.hillock.network.ThirdPool;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Draws the third neurons of the primary synapses of a target: its pool first, if pools are drawn,
 * then, in the order of the synapses, whether each has a third neuron, and which. All of it comes
 * from one stream, that of the primary projection and the target, so that whoever asks for the
 * synapses to third neurons and for those from them hears the same.
 */
final class ThirdDraws {

  private final SourceRule primary;
  private final ThirdPool pool;
  private final int index;
  private final int targets;

  /**
   * @param primary draws the sources of the primary projection
   * @param factor whose third neurons these are
   * @param index the place of the primary projection in the network
   */
  ThirdDraws(SourceRule primary, ThirdFactor factor, int index) {
    this.primary = primary;
    this.pool = factor.pool();
    this.index = index;
    this.targets = factor.target().size();
  }

  /** Takes a synapse that has a third neuron. */
  interface Visitor {

    /**
     * Takes it.
     *
     * @param source of the primary synapse, within its sources
     * @param third its third neuron, within the third neurons
     */
    void visit(int source, int third);
  }

  /**
   * Goes through the synapses of a target that have a third neuron.
   *
   * @param target index within the targets
   * @param stream a stream of the calling thread
   * @param scratch of the calling thread
   */
  void each(int target, RandomStream stream, Scratch scratch, Visitor visitor) {
    IntList sources = scratch.sources;
    sources.clear();
    primary.draw(target, stream, sources);
    if (sources.size() == 0 || pool.probability() == 0) {
      return;
    }
    stream.at(Purpose.THIRD_FACTOR, index, target);
    int first = pool.first(target, targets);
    IntList drawn = scratch.pool;
    drawn.clear();
    if (pool.drawn()) {
      UniformDraws.draw(pool.size(), pool.third().size(), -1, false, stream, drawn);
    }
    for (int i = 0; i < sources.size(); i++) {
      if (stream.nextDouble() < pool.probability()) {
        int member = pool.size() == 1 ? 0 : stream.nextInt(pool.size());
        visitor.visit(sources.get(i), pool.drawn() ? drawn.get(member) : first + member);
      }
    }
  }

  /** Room for the draws of one thread. */
  static final class Scratch {
    private final IntList sources = new IntList();
    private final IntList pool = new IntList();
  }
}
