package org.hillock.engine.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
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
  private SharedCarrier(StateCarrier carrier) {
    this.carrier = carrier;
  }

  /**
   * Carries what several know alike: from the first of them, to all.
   *
   * @param carrier carries it for the first
   * @param all of them
   * @param what carries it for one
   */
  public static <T> void share(
      StateCarrier carrier, List<T> all, BiConsumer<T, StateCarrier> what) {
    SharedCarrier shared = new SharedCarrier(carrier);
    what.accept(all.get(0), shared);
    for (int i = 1; i < all.size() && carrier.restores(); i++) {
      shared.again();
      what.accept(all.get(i), shared);
    }
  }

  /** From now on, the same numbers come from the beginning. */
  private void again() {
    again = true;
    next = 0;
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
