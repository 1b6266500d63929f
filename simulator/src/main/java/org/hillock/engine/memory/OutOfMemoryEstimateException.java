package org.hillock.engine.memory;

import java.util.Locale;

/** A network that does not fit into memory, found out before anything was allocated. */
public final class OutOfMemoryEstimateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final double neededBytes;
  private final double availableBytes;

  /**
   * @param neededBytes estimate of what the run would take
   * @param availableBytes the heap that the program may use
   */
  public OutOfMemoryEstimateException(double neededBytes, double availableBytes) {
    super(
        String.format(
            Locale.ROOT,
            "the network needs about %.1f GiB of memory, and the program may use %.1f GiB",
            neededBytes / 0x1p30,
            availableBytes / 0x1p30));
    this.neededBytes = neededBytes;
    this.availableBytes = availableBytes;
  }

  /** Estimate of what the run would take [bytes]. */
  public double neededBytes() {
    return neededBytes;
  }

  /** The heap that the program may use [bytes]. */
  public double availableBytes() {
    return availableBytes;
  }
}
