package org.hillock.engine.wiring;

import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;

/**
 * The synapses of one projection, target by target: those that its connection rule draws, or those
 * that it has at the moment where they form and vanish.
 *
 * <p>Neurons are counted within the projection's ranges.
 */
public interface ProjectionSynapses {

  /** What is wired. */
  Projection projection();

  /** The place of the projection in the network. */
  int index();

  /** The presynaptic range. */
  default NeuronRange source() {
    return projection().source();
  }

  /** The postsynaptic range. */
  default NeuronRange target() {
    return projection().target();
  }

  /**
   * The sources of one target.
   *
   * @param target index within the target range
   * @param stream a stream of the calling thread
   * @param into receives the sources, in synapse order; emptied first
   */
  void sources(int target, RandomStream stream, IntList into);

  /**
   * The weights of the synapses of one target.
   *
   * @param target index within the target range
   * @param drawn its sources, as {@link #sources} gives them
   * @param stream a stream of the calling thread
   * @param into receives a weight [mV or pA] for each source
   */
  void weights(int target, IntList drawn, RandomStream stream, double[] into);

  /**
   * The delays of the synapses of one target.
   *
   * @param target index within the target range
   * @param drawn its sources, as {@link #sources} gives them
   * @param stream a stream of the calling thread
   * @param into receives a delay [ms] for each source
   */
  void delays(int target, IntList drawn, RandomStream stream, double[] into);
}
