package org.hillock.model;

/**
 * Where a spike can act on a neuron: each receptor has its own dynamics.
 *
 * @param name the field's name, such as {@code ex} or {@code nmda}; {@code 1}, {@code 2} … where
 *     the field counts
 * @param unit of the weight of a spike
 * @param weights which weights it takes
 * @param description one line for people
 */
public record Receptor(String name, Unit unit, Weights weights, String description) {

  /** Which weights a receptor takes. */
  public enum Weights {
    /** Any. */
    ANY("any weight"),
    /** 0 or above. */
    NOT_NEGATIVE("0 or above"),
    /** 0 or below. */
    NOT_POSITIVE("0 or below");

    private final String words;

    Weights(String words) {
      this.words = words;
    }

    /** What is allowed, in words. */
    public String words() {
      return words;
    }

    /** Whether a weight is allowed. */
    public boolean allow(double weight) {
      return this == ANY || (this == NOT_NEGATIVE ? weight >= 0 : weight <= 0);
    }
  }

  /** A receptor that takes any weight. */
  public static Receptor of(String name, Unit unit, String description) {
    return new Receptor(name, unit, Weights.ANY, description);
  }
}
