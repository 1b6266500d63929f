package org.hillock.report.diagram;

import org.hillock.network.Distribution;

/** What arrows do to those that they lead to. */
public enum Sign {
  /** No weight is below 0. */
  EXCITES,
  /** No weight is above 0. */
  INHIBITS,
  /** Weights of both signs, none that is not 0, or no weight at all. */
  EITHER;

  /** Of synapses with these weights. */
  public static Sign of(Distribution weight) {
    double mean = weight.mean();
    boolean both = weight.min() < 0 && weight.max() > 0;
    // A normal distribution far from 0 has a mathematical tail on the other side, but no synapses.
    boolean tail = Math.abs(mean) > 5 * weight.spread();
    if (mean == 0 || both && !tail) {
      return EITHER;
    }
    return mean > 0 ? EXCITES : INHIBITS;
  }

  /** The class of the page's style. */
  public String style() {
    return switch (this) {
      case EXCITES -> "excites";
      case INHIBITS -> "inhibits";
      case EITHER -> "either";
    };
  }
}
