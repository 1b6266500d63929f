package org.hillock.engine.checkpoint;

/** A checkpoint cannot be written, or does not fit what is to be gone on with. */
public final class CheckpointException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message a sentence that says what is wrong and what to do
   */
  public CheckpointException(String message) {
    super(message);
  }

  /**
   * @param message a sentence that says what is wrong and what to do
   * @param cause why
   */
  public CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
