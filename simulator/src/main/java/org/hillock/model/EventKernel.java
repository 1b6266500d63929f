package org.hillock.model;

import org.jspecify.annotations.Nullable;

/**
 * Advances single neurons, which share all parameters, from event to event in continuous time.
 *
 * <p>The state of a neuron is that at its last event: an input that arrived, a spike that it fired,
 * or a change of its current. Between events it follows a closed form, so a neuron is never moved
 * only because time passes, and results do not depend on when it is looked at.
 *
 * <p>Inputs that arrive at one and the same moment act together: the threshold is tested after all
 * of them. Intervals are half-open, (from, to]. All times are in ms from the start of the run.
 *
 * <p>A kernel is used by one thread at a time and may have scratch space.
 */
public interface EventKernel {

  /** Number of doubles of {@link EventBlock#state} that a neuron takes. */
  int stateSize();

  /**
   * Whether {@link InputList#receptors} are read. They are filled in only for kernels that do: to
   * others the sign of a weight says all.
   */
  default boolean hearsReceptors() {
    return true;
  }

  /**
   * The same kernel with the scratch space of another of the same model, whose neurons are visited
   * by the same thread: where parameters differ, each neuron has a kernel of its own.
   */
  default EventKernel sharing(EventKernel other) {
    return this;
  }

  /**
   * The same kernel for windows of which inputs are summed in no order; null if it needs them in
   * order.
   *
   * @param width length of a window [ms]
   */
  default @Nullable CellKernel inCells(double width) {
    return null;
  }

  /**
   * Sets the state of a neuron at time 0.
   *
   * @param block the neurons
   * @param neuron index within the block
   * @param initial values of {@link NeuronDescription#stateVariables}, as people know them
   */
  void start(EventBlock block, int neuron, double[] initial);

  /**
   * Sets the state variables of a neuron at a moment at which its state is that of the moment;
   * variables that follow from others are left alone.
   *
   * @param block the neurons
   * @param neuron index within the block
   * @param values of {@link NeuronDescription#stateVariables}, as people know them
   */
  default void set(EventBlock block, int neuron, double[] values) {
    start(block, neuron, values);
  }

  /**
   * Takes a neuron through its inputs and on to a moment, and reports every spike up to and
   * including it.
   *
   * @param block the neurons
   * @param neuron index within the block
   * @param inputs what arrives, ascending in time, none after {@code until}
   * @param from first of the inputs to take in; those before are done
   * @param until how far to go [ms], not before an earlier call
   * @param spikes where to report spikes, ascending in time
   * @return a time after {@code until} before which the neuron cannot fire unless something
   *     arrives: infinity if it cannot at all
   */
  double advance(
      EventBlock block, int neuron, InputList inputs, int from, double until, SpikeTimes spikes);

  /**
   * Goes on with a neuron from another run in which its parameters were others: what was drawn
   * ahead for a time after the moment is drawn again.
   *
   * @param block the neurons, with the state of the moment
   * @param neuron index within the block
   * @param time the moment [ms]
   */
  default void beginAnew(EventBlock block, int neuron, double time) {}

  /**
   * Changes the injected current of a neuron that has been advanced to a moment.
   *
   * @param block the neurons
   * @param neuron index within the block
   * @param time when [ms]: the neuron has been advanced to it
   * @param current flows after that time [pA], in place of the one before
   */
  default void inject(EventBlock block, int neuron, double time, double current) {
    throw new UnsupportedOperationException("the model has no use for current");
  }

  /**
   * The value of a state variable, as people know it, of a neuron that has been advanced to a
   * moment. Nothing is changed.
   *
   * @param block the neurons
   * @param neuron index within the block
   * @param variable place in {@link NeuronDescription#stateVariables}
   * @param time when [ms]: the neuron has been advanced to it
   */
  double read(EventBlock block, int neuron, int variable, double time);
}
