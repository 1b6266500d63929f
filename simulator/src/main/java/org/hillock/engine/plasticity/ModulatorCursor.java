package org.hillock.engine.plasticity;

import org.jspecify.annotations.Nullable;

/**
 * A place among the spikes of modulating neurons that reach one synapse after the other of a row.
 * Moments are told as those of postsynaptic spikes are, see {@link RowPlasticity}. For one thread.
 */
final class ModulatorCursor {

  private final @Nullable Modulator modulator;
  private final int[] traces;

  /** When a spike counts, less when it was. */
  private double shift;

  /** The first that the row has not seen, the one after the place, one past those taken in. */
  private int first;

  private int next;
  private int taken;

  ModulatorCursor(RowPlasticity plasticity) {
    this.modulator = plasticity.modulator();
    this.traces = plasticity.modulatorTraces();
  }

  /**
   * Goes to a row.
   *
   * @param rowShift its shift
   * @param after spikes count that come after this
   */
  void row(double rowShift, double after) {
    if (modulator != null) {
      shift = rowShift;
      first = modulator.firstAfter(after - shift);
    }
  }

  /** Goes to a synapse of the row; one whose source has never fired may not hear of any spike. */
  void at(boolean hears) {
    if (modulator != null) {
      next = hears ? first : modulator.size();
      taken = hears ? first : 0;
    }
  }

  /** Takes in the spike of the place, if there is one. */
  void takeIn() {
    taken = next;
  }

  /** When the next spike counts; infinity if there is none. */
  double nextMoment() {
    return modulator == null || next >= modulator.size()
        ? Double.POSITIVE_INFINITY
        : modulator.time(next) + shift;
  }

  /** Goes to that spike. */
  void goOn() {
    next++;
  }

  /** When the last one that was taken in counted; {@link RowPlasticity#NEVER} if there was none. */
  double last() {
    return modulator == null || taken == 0
        ? RowPlasticity.NEVER
        : modulator.time(taken - 1) + shift;
  }

  /** A trace of those that were taken in, at a moment. */
  double trace(int k, double moment) {
    if (modulator == null || taken == 0) {
      return 0;
    }
    double elapsed = Math.max(0, moment - last());
    return modulator.trace(traces[k], taken - 1) * modulator.decay(traces[k], elapsed);
  }
}
