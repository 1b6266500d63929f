package org.hillock.stimulus;

/** A file or a description that gives no stimulus, and why. */
public final class StimulusException extends Exception {

  private static final long serialVersionUID = 1;

  private final String found;
  private final String allowed;

  /**
   * @param found what is wrong
   * @param allowed what would be right
   */
  public StimulusException(String found, String allowed) {
    super(found + "; " + allowed);
    this.found = found;
    this.allowed = allowed;
  }

  public String found() {
    return found;
  }

  public String allowed() {
    return allowed;
  }
}
