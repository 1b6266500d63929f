package org.hillock.loihi.emulate.learning;

/** A text that is not a learning rule. */
public final class LearningRuleException extends IllegalArgumentException {

  private final String rule;
  private final int position;

  /**
   * @param rule the text
   * @param position of the mistake in it, from 0
   * @param reason what is wrong, as the end of a sentence
   */
  public LearningRuleException(String rule, int position, String reason) {
    super("learning rule \"" + rule + "\", character " + (position + 1) + ": " + reason);
    this.rule = rule;
    this.position = position;
  }

  /** The text. */
  public String rule() {
    return rule;
  }

  /** Where in the text the mistake is, from 0. */
  public int position() {
    return position;
  }
}
