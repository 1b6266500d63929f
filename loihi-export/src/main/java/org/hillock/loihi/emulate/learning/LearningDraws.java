package org.hillock.loihi.emulate.learning;

/**
 * The random numbers of the learning engine. Used by one thread; each must depend on its arguments
 * alone.
 */
public interface LearningDraws {

  /** Whose trace. */
  enum Side {
    /** The source's. */
    X,
    /** The target's. */
    Y
  }

  /**
   * What the fraction of a decayed trace is compared with: below the fraction rounds up.
   *
   * @param trace 0 for x1 or y1
   * @param neuron number of the source or target
   * @return in [0, 1)
   */
  double decay(long step, Side side, int trace, int neuron);

  /**
   * What the fraction of an impulse, of 256, is compared with: below the fraction rounds up. lava
   * draws 7 bits for a fraction of 8, so that it always rounds a half or more up.
   *
   * @return 0 to 127
   */
  int impulse(long step, Side side, int trace, int neuron);

  /**
   * The same for the impulse of a second or later spike in an epoch, which is added at once.
   *
   * @return 0 to 127
   */
  int repeated(long step, Side side, int trace, int neuron);

  /**
   * What the fraction of a synaptic variable is compared with: below the fraction rounds away.
   *
   * @param variable 0 weight, 1 delay, 2 tag
   * @param synapse its number
   * @return in [0, 1)
   */
  double variable(long step, int variable, int synapse);

  /** The numbers of a synapse format in a run: shared where the arithmetic shares them. */
  static LearningDraws keyed(long seed, int format, LearningArithmetic arithmetic) {
    return new KeyedDraws(seed, format, arithmetic == LearningArithmetic.LAVA);
  }
}
