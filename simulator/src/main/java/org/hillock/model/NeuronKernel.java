package org.hillock.model;

import java.util.Optional;

/**
 * Advances the neurons of one block over one step of the grid, each with its own parameters.
 *
 * <p>A kernel belongs to its block and may have scratch; one thread at a time uses it.
 */
public interface NeuronKernel {

  /** Number of arrays of doubles of {@link NeuronBlock#state} that the kernel needs. */
  int stateArrays();

  /**
   * Advances neurons {@code from} to {@code to - 1} of the block over the step (t - h, t] that ends
   * at grid index {@code step}, reading the summed spikes that arrive in it, and reports each
   * neuron that fires, in ascending order. Ranges of a step come in ascending order up to the last
   * neuron of the block.
   *
   * @param block state and input of the neurons
   * @param from first neuron of the block to advance
   * @param to one past the last
   * @param step grid index k of the end of the step, t = k h
   * @param spikes where to report neurons that fire, by their index within the block
   * @throws UnstableStateException if the state of a neuron is not a finite number
   */
  void update(NeuronBlock block, int from, int to, long step, SpikeSink spikes);

  /**
   * The same for one neuron of a block whose neurons are advanced one by one, not all in every
   * step.
   *
   * @param block state and input of the neurons
   * @param neuron the neuron
   * @param step grid index of the end of the step
   * @param spikes where to report it if it fires
   * @throws UnstableStateException if its state is not a finite number
   */
  default void visit(NeuronBlock block, int neuron, long step, SpikeSink spikes) {
    update(block, neuron, neuron + 1, step, spikes);
  }

  /**
   * Whether {@link #update}, though not {@link #visit}, can take input that is not summed: {@link
   * NeuronBlock#unsummed}.
   *
   * @param input of each receptor
   */
  default boolean takes(UnsummedInput[] input) {
    return false;
  }

  /**
   * The present value of a state variable, as people know it.
   *
   * @param block the neurons
   * @param variable place in {@link NeuronDescription#stateVariables}
   * @param neuron index within the block
   */
  double read(NeuronBlock block, int variable, int neuron);

  /** Sets a state variable, given as people know it; one that follows from others is left alone. */
  void write(NeuronBlock block, int variable, int neuron, double value);

  /**
   * Takes in the signals of other neurons that arrive in a step, before the spikes of that step:
   * {@link NeuronBlock#signal}. Called for models that have places for signals alone.
   *
   * @param block the neurons
   * @param step the step
   */
  default void hear(NeuronBlock block, long step) {}

  /** What these neurons tell rules that descend a gradient; empty for most models. */
  default Optional<SpikeGradient> gradient() {
    return Optional.empty();
  }

  /**
   * Carries all that a neuron must not lose between two steps. This carries the arrays of state; a
   * kernel that keeps something besides carries that, too.
   *
   * @param block the neurons
   * @param neuron index within the block
   * @param step which has ended
   * @param carrier takes or brings it
   */
  default void carry(NeuronBlock block, int neuron, long step, StateCarrier carrier) {
    for (int k = 0; k < stateArrays(); k++) {
      double[] state = block.state(k);
      state[neuron] = carrier.carry(state[neuron]);
    }
  }

  /**
   * Goes on with a neuron from another run in which its parameters were others: what was drawn
   * ahead for a later step is drawn again.
   *
   * @param block the neurons
   * @param neuron index within the block
   * @param step which has ended
   */
  default void beginAnew(NeuronBlock block, int neuron, long step) {}

  /**
   * How neurons without input go on, where that can be told at once; each call builds tables anew.
   */
  default Optional<Quiescence> quiescence() {
    return Optional.empty();
  }
}
