package org.hillock.cli;

/** A mistake of the user: the message is the whole of what is printed. */
final class MistakeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MistakeException(String message) {
    super(message);
  }
}
