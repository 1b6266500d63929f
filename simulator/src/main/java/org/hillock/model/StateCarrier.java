package org.hillock.model;

/**
 * Takes numbers into a checkpoint, or brings them back out of one. Who has state hands each number
 * over and keeps what it gets: the same lines do both, so that neither can forget one.
 *
 * <pre>
 *   v[neuron] = carrier.carry(v[neuron]);
 * </pre>
 *
 * <p>When a checkpoint is written each number comes back as it went; when it is read, what was
 * written then comes in its place. How many there are may depend on what came before.
 */
public interface StateCarrier {

  /** Carries a number, to the bit. */
  default double carry(double value) {
    return Double.longBitsToDouble(carry(Double.doubleToRawLongBits(value)));
  }

  /** Carries a whole number. */
  long carry(long value);

  /** Carries a whole number. */
  default int carry(int value) {
    return (int) carry((long) value);
  }

  /** Carries a truth value. */
  default boolean carry(boolean value) {
    return carry(value ? 1L : 0L) != 0;
  }

  /** Carries some elements of an array. */
  default void carry(double[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = carry(values[i]);
    }
  }

  /**
   * Whether numbers come out of a checkpoint, so that what follows from them must be found anew.
   */
  boolean restores();
}
