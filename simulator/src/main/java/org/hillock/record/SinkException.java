package org.hillock.record;

/** A sink cannot take any more, such as when a disk is full. */
public final class SinkException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message why, a phrase for the user
   * @param cause what failed
   */
  public SinkException(String message, Throwable cause) {
    super(message, cause);
  }
}
