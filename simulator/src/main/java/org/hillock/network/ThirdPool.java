package org.hillock.network;

import java.util.Arrays;
import java.util.List;

/**
 * Third neurons, such as glia, of which each target of a projection has a pool (NEST's {@code
 * third_factor_bernoulli_with_pool}).
 *
 * @param third the third neurons
 * @param probability that a synapse has a third neuron, from 0 to 1
 * @param size neurons in the pool of a target, from 1 to as many as there are
 * @param type how pools are made
 */
public record ThirdPool(NeuronRange third, double probability, int size, Type type) {

  /** How pools are made. */
  public enum Type {
    /** Each target has its own, drawn without repetition. */
    RANDOM("random"),
    /**
     * The first neurons are the pool of the first target, the next those of the next; with a pool
     * of one neuron it is that of as many targets as there are for each neuron.
     */
    BLOCK("block");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /** The word in scenario files. */
    public String word() {
      return word;
    }

    /** All words. */
    public static List<String> words() {
      return Arrays.stream(values()).map(Type::word).toList();
    }
  }

  /** Whether all third neurons are in the pool of every target. */
  public boolean whole() {
    return size == third.size();
  }

  /** Whether pools are drawn. */
  public boolean drawn() {
    return type == Type.RANDOM && !whole();
  }

  /**
   * The first neuron of a pool that is not drawn, within the third neurons; the others follow it.
   *
   * @param target index within the targets
   * @param targets number of them
   */
  public int first(int target, int targets) {
    if (type == Type.RANDOM) {
      return 0;
    }
    return size > 1 ? target * size : target / (targets / third.size());
  }

  /**
   * In no more pools is any third neuron; no draw will give so many.
   *
   * @param targets number of targets
   */
  double mostTargets(int targets) {
    double mean = (double) targets * size / third.size();
    return drawn()
        ? Math.min(targets, mean + ConnectionRule.DEVIATIONS * Math.sqrt(mean) + ConnectionRule.FEW)
        : mean;
  }

  /**
   * Checks that there can be such pools.
   *
   * @param where what to blame
   * @param targets number of targets
   * @throws InvalidNetworkException saying what is in the way
   */
  public void check(String where, int targets) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new InvalidNetworkException(
          where + ".probability", Double.toString(probability), "a number from 0 to 1");
    }
    if (size < 1 || size > third.size()) {
      throw new InvalidNetworkException(
          where + ".pool_size",
          "pools of " + size + " of the " + third.size() + " neurons of " + third,
          "1 to " + third.size());
    }
    boolean one = size == 1 && targets % third.size() == 0;
    if (type == Type.BLOCK && !one && (long) targets * size != third.size()) {
      throw new InvalidNetworkException(
          where + ".pool_type",
          "blocks of "
              + size
              + " of the "
              + third.size()
              + " neurons of "
              + third
              + " for "
              + targets
              + " targets",
          "as many third neurons as targets times pool_size; or pool_size: 1 and a number of targets"
              + " that is a multiple of theirs; or pool_type: random");
    }
  }
}
