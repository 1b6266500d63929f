package org.hillock.engine.run;

import java.math.BigDecimal;
import java.math.MathContext;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Mistake;

/**
 * A run was stopped, because more synapses or synaptic elements had grown than can be: what was
 * said of the network was right, and where it would lead could not be known before.
 */
public final class OvergrownWiringException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** So many of a time are not those of rounding. */
  private static final MathContext DIGITS = new MathContext(12);

  private OvergrownWiringException(Mistake grown, double time) {
    super(
        grown.where()
            + ": "
            + grown.found()
            + " at "
            + BigDecimal.valueOf(time).round(DIGITS).stripTrailingZeros().toPlainString()
            + " ms, so the run was stopped; possible: "
            + grown.allowed());
  }

  /**
   * Changes the wiring of a run.
   *
   * @param time when [ms]
   * @param change what is done, which refuses a network that it cannot hold
   */
  public static void at(double time, Runnable change) {
    try {
      change.run();
    } catch (InvalidNetworkException e) {
      OvergrownWiringException overgrown = new OvergrownWiringException(e.mistakes().get(0), time);
      overgrown.initCause(e);
      throw overgrown;
    }
  }
}
