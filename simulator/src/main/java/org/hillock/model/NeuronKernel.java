package org.hillock.model;

import java.util.Optional;

/**
 * Advances neurons over one step of the grid: neurons that share all parameters, or those of one
 * block, each with its own.
 *
 * <p>A kernel is immutable; all state is in the block. One for equal neurons is called for
 * different blocks by different threads at the same time.
 */
public interface NeuronKernel {

  /**
   * Advances neurons {@code from} to {@code to - 1} of the block over the step (t - h, t] that ends
   * at grid index {@code step}, reading the summed spikes that arrive in it, and reports each
   * neuron that fires, in ascending order.
   *
   * @param block state and input of the neurons
   * @param from first neuron of the block to advance
   * @param to one past the last
   * @param step grid index k of the end of the step, t = k h
   * @param spikes where to report neurons that fire, by their index within the block
   */
  void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes);

  /**
   * The present value of a state variable, as people know it.
   *
   * @param block the neurons
   * @param variable place in {@link NeuronModel#stateVariables}
   * @param neuron index within the block
   */
  double read(NeuronBlock block, int variable, int neuron);

  /** Sets a state variable, given as people know it. */
  void write(NeuronBlock block, int variable, int neuron, double value);

  /**
   * How neurons without input go on, where that can be told at once; each call builds tables anew.
   */
  default Optional<Quiescence> quiescence() {
    return Optional.empty();
  }
}
