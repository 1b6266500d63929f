package org.hillock.loihi.read;

/** A file that is no mapping: where, and what was expected. */
public final class MappingFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param where the file, and the place in it
   * @param complaint what was found and what was expected
   */
  public MappingFormatException(String where, String complaint) {
    super(where + ": " + complaint);
  }
}
