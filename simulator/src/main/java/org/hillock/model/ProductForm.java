package org.hillock.model;

import java.util.List;

/**
 * A rule in the form that learning engines of chips take: sums of products at spikes, or why there
 * is none.
 */
public sealed interface ProductForm {

  /**
   * Changes of the weight at the spikes of either side:
   *
   * <pre>
   *   |w|/|W_max| += sum over terms of coefficient × trace of the source × trace of the target
   *                                               × |w|/|W_max| where it depends on the weight
   * </pre>
   *
   * <p>Traces jump by 1 at each spike; those of the side that spikes are taken just before it.
   * Weights stay between 0 and W_max.
   *
   * @param atPost terms of a postsynaptic spike
   * @param atPre terms of a presynaptic spike
   */
  record Sum(List<Term> atPost, List<Term> atPre) implements ProductForm {
    /** Copies the lists; terms of 0 are left out. */
    public Sum {
      atPost = atPost.stream().filter(term -> term.coefficient() != 0).toList();
      atPre = atPre.stream().filter(term -> term.coefficient() != 0).toList();
    }
  }

  /**
   * A product.
   *
   * @param name what messages call the size of the coefficient
   * @param coefficient below 0 where it makes the weight smaller
   * @param pre which of the rule's presynaptic traces, or -1
   * @param post which of its postsynaptic traces, or -1
   * @param ofWeight whether the weight is a factor
   */
  record Term(String name, double coefficient, int pre, int post, boolean ofWeight) {}

  /**
   * There is none.
   *
   * @param parameter that stands in the way, or empty for the rule itself
   * @param needs what it needs, that is no product
   * @param instead the nearest that goes, or empty
   */
  record None(String parameter, String needs, String instead) implements ProductForm {}
}
