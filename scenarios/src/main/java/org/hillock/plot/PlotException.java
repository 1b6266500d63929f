package org.hillock.plot;

/** A plot that this machine cannot draw or show, and what would help. */
public final class PlotException extends RuntimeException {

  private final String problem;
  private final String remedy;

  /**
   * A problem and its remedy; the message is the two sentences.
   *
   * @param problem what is missing, a sentence
   * @param remedy what to do about it, a sentence
   * @param cause what Java said
   */
  public PlotException(String problem, String remedy, Throwable cause) {
    super(problem + " " + remedy, cause);
    this.problem = problem;
    this.remedy = remedy;
  }

  /** What is missing. */
  public String problem() {
    return problem;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
