package org.hillock.engine.exchange.mpi;

/** Several processes were started, and MPI cannot be used to join them; the message says why. */
public final class MpiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence what is missing, and the remedy
   */
  public MpiException(String sentence) {
    super(sentence);
  }
}
