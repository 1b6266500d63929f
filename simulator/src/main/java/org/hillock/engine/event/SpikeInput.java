package org.hillock.engine.event;

import org.hillock.model.InputList;
import org.hillock.model.StateCarrier;

/** Spikes from outside that arrive at neurons of one group. */
interface SpikeInput {

  /**
   * Adds what arrives at a neuron in a window, in its place in time.
   *
   * @param neuron index within the group
   * @param after the window begins after this [ms]
   * @param until and ends with this [ms]
   * @param into inputs so far, ascending in time
   */
  void add(int neuron, double after, double until, InputList into);

  /**
   * Appends what arrives at a neuron in a window, in no order: in place of {@link #add}, of which
   * one is called once for each window.
   *
   * @param neuron index within the group
   * @param after the window begins after this [ms]
   * @param until and ends with this [ms]
   * @param into takes it
   */
  void append(int neuron, double after, double until, InputList into);

  /**
   * When the next spike arrives after a window whose spikes have been added [ms]; infinity if none
   * does.
   *
   * @param neuron index within the group
   * @param after end of the window [ms]
   */
  double next(int neuron, double after);

  /**
   * Begins at a moment between two windows, as if there had been nothing before; who remembers
   * nothing need not do anything.
   *
   * @param time [ms]
   */
  default void begin(double time) {}

  /** How many numbers it remembers between two windows. */
  default long remembered() {
    return 0;
  }

  /** Carries what is known of a neuron between two windows; most know nothing. */
  default void carry(int neuron, StateCarrier carrier) {}
}
