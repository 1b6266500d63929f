package org.hillock.model;

/** Under which heading rules of plasticity are listed. */
public enum RuleFamily {
  /** Weights change with the times of pairs, triplets … of spikes. */
  SPIKE_TIMING("spike-timing-dependent"),
  /** Weights change with rates, potentials or activity on the whole. */
  RATE("rate, voltage and activity"),
  /** Weights change with a third factor. */
  MODULATED("modulated by a third factor"),
  /** Weights go down the gradient of a loss. */
  GRADIENT("gradient descent"),
  /** What is transmitted changes for a while. */
  SHORT_TERM("short-term"),
  /** Synapses form and vanish: how fast their elements grow. */
  STRUCTURAL("structural: growth curves of synaptic elements");

  private final String title;

  RuleFamily(String title) {
    this.title = title;
  }

  /** The heading. */
  public String title() {
    return title;
  }
}
