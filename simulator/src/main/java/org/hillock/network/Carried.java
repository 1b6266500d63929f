package org.hillock.network;

/**
 * What a projection carries in every step instead of spikes: a state variable of its sources, times
 * the weight, to a place for signals at its targets.
 *
 * @param variable of the sources, such as {@code error_signal}
 * @param feedback what the weights are
 */
public record Carried(String variable, Feedback feedback) {

  /** What the weights of a projection are that leads back against plastic synapses. */
  public enum Feedback {
    /** As they were given or drawn (Lillicrap et al. 2016, Nat Commun 7:13276). */
    RANDOM("random"),
    /** Those of the plastic synapses in the other direction. */
    SYMMETRIC("symmetric"),
    /** As they were given or drawn, changed by what the other direction changes by. */
    ADAPTIVE("adaptive");

    private final String word;

    Feedback(String word) {
      this.word = word;
    }

    /** The word in scenario files. */
    public String word() {
      return word;
    }
  }
}
