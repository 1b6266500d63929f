package org.hillock.engine.checkpoint;

import java.util.Arrays;
import org.hillock.model.StateCarrier;

/**
 * Carries numbers that several know alike: what one has been brought is brought again to others.
 */
public final class SharedCarrier implements StateCarrier {

  private final StateCarrier carrier;
  private long[] brought = new long[64];
  private int count;
  private int next;
  private boolean again;

  /**
   * @param carrier carries for the first of them
   */
  public SharedCarrier(StateCarrier carrier) {
    this.carrier = carrier;
  }

  /** From now on, the same numbers come from the beginning. */
  public void again() {
    again = true;
    next = 0;
  }

  @Override
  public double carry(double value) {
    return Double.longBitsToDouble(carry(Double.doubleToRawLongBits(value)));
  }

  @Override
  public long carry(long value) {
    if (again) {
      return brought[next++];
    }
    long carried = carrier.carry(value);
    if (restores()) {
      if (count == brought.length) {
        brought = Arrays.copyOf(brought, 2 * count);
      }
      brought[count++] = carried;
    }
    return carried;
  }

  @Override
  public boolean restores() {
    return carrier.restores();
  }
}
