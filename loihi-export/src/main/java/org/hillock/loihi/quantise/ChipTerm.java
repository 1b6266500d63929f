package org.hillock.loihi.quantise;

import org.hillock.model.ProductForm.Term;

/**
 * A term of a rule and the factor with which the chip does it. The engine drops what a product has
 * above 15 bits, 4 of them for the mantissa, so the power of two is written that much larger.
 *
 * @param term what is wanted
 * @param atPost whether postsynaptic spikes ask for it, else presynaptic ones
 * @param mantissa of the factor, 1 to 7
 * @param exponent of the factor, as it is written
 * @param ownImpulse of the trace of the side that spikes, if it is a factor
 * @param constant another factor, 1 if there is none
 */
record ChipTerm(
    Term term, boolean atPost, int mantissa, int exponent, int ownImpulse, int constant) {

  private static final int TRACE_BITS = 7;
  private static final int VARIABLE_BITS = 9;
  private static final int MANTISSA_BITS = 4;
  private static final int PRODUCT_BITS = 15;
  private static final int LEAST_EXPONENT = -7;
  private static final int MOST_EXPONENT = 8;
  private static final int MOST_MANTISSA = 7;
  private static final int LEAST_CONSTANT = 64;
  private static final int MOST_CONSTANT = 127;

  /** What is wanted, before a factor is chosen. */
  static ChipTerm of(Term term, boolean atPost) {
    return new ChipTerm(term, atPost, 1, 0, 0, 1);
  }

  /** How large its coefficient is. */
  double size() {
    return Math.abs(term.coefficient());
  }

  /**
   * What it changes when its traces are those of one spike [mantissas].
   *
   * @param largest mantissa of |W_max|
   */
  double step(int largest) {
    return size() * (term.ofWeight() ? 1 : largest);
  }

  /** The trace of the side that does not spike, or -1. */
  int other() {
    return atPost ? term.pre() : term.post();
  }

  /** The trace of the side that spikes, or -1. */
  int own() {
    return atPost ? term.post() : term.pre();
  }

  /** What a trace of the side that spikes makes of a spike; 1 if there is none. */
  int ownFactor() {
    return own() >= 0 ? ownImpulse : 1;
  }

  /** Powers of two that the engine drops from the product (lava b6822fbc). */
  private int dropped() {
    int bits = term.ofWeight() ? VARIABLE_BITS : 0;
    bits += constant > 1 ? VARIABLE_BITS : 0;
    bits += other() >= 0 ? TRACE_BITS : 0;
    bits += own() >= 0 ? TRACE_BITS : 0;
    return Math.max(0, bits + MANTISSA_BITS - PRODUCT_BITS);
  }

  /** Whether the chip can write its exponent. */
  boolean writable() {
    return exponent >= LEAST_EXPONENT && exponent <= MOST_EXPONENT;
  }

  /** What it makes of traces of 1. */
  double factor() {
    return Math.scalb((double) mantissa * constant, exponent - dropped());
  }

  /** The same with factor m × 2^e, e before anything is dropped. */
  ChipTerm with(int m, int e, int impulse) {
    return new ChipTerm(term, atPost, m, e + dropped(), impulse, 1);
  }

  /** The same with the factor that comes nearest. */
  ChipTerm nearest(double wanted) {
    ChipTerm best = with(1, LEAST_EXPONENT - dropped(), ownImpulse);
    for (int m = 1; m <= MOST_MANTISSA; m++) {
      for (int e = LEAST_EXPONENT; e <= MOST_EXPONENT; e++) {
        best = best.nearer(with(m, e - dropped(), ownImpulse), wanted);
      }
    }
    return best;
  }

  /**
   * The same as {@link #nearest}, for a term without traces, with a constant of the tag, which is 0
   * as no synapse has one.
   */
  ChipTerm nearestConstant(double wanted) {
    ChipTerm best = nearest(wanted);
    for (int e = LEAST_EXPONENT; e <= MOST_EXPONENT; e++) {
      for (int c = LEAST_CONSTANT; c <= MOST_CONSTANT; c++) {
        best = best.nearer(new ChipTerm(term, atPost, 1, e, 0, c), wanted);
      }
    }
    return best;
  }

  private ChipTerm nearer(ChipTerm than, double wanted) {
    return Math.abs(than.factor() - wanted) < Math.abs(factor() - wanted) ? than : this;
  }

  /**
   * In the words of the chip, with its sign.
   *
   * @param inhibitory whether weights are below 0, so that they grow by becoming less
   */
  String text(boolean inhibitory) {
    // A product with the weight has its sign already.
    boolean minus = term.coefficient() < 0 ^ (inhibitory && !term.ofWeight());
    StringBuilder text = new StringBuilder(minus ? "- " : "+ ");
    text.append(mantissa > 1 ? mantissa + "*" : "").append("2^").append(exponent);
    text.append(term.ofWeight() ? "*w" : "");
    text.append(constant > 1 ? "*(t+" + constant + ")" : "");
    char otherName = atPost ? 'x' : 'y';
    char ownName = atPost ? 'y' : 'x';
    if (other() >= 0) {
      text.append('*').append(otherName).append(other() + 1);
    }
    if (own() >= 0) {
      text.append("*(").append(ownName).append(own() + 1).append('-').append(ownImpulse);
      text.append(')');
    }
    return text.append('*').append(ownName).append('0').toString();
  }
}
