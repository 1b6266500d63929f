package org.hillock.model;

/**
 * How one weight changes at each pre- and postsynaptic spike that reaches the synapse, given the
 * trace of the other side.
 *
 * <p>Both sides leave a trace that jumps by 1 at each spike and decays exponentially; the engine
 * keeps the traces, in event order, and calls the rule for one synapse at a time from a loop over a
 * whole row. An engine uses one rule object only, so that the calls are bound at compile time.
 */
public interface PairRule {

  /** Time constant of the presynaptic trace [ms]. */
  double tauPlus();

  /** Time constant of the postsynaptic trace [ms]. */
  double tauMinus();

  /**
   * The weight after a postsynaptic spike.
   *
   * @param weight before
   * @param preTrace presynaptic trace at that moment, of spikes strictly before it
   */
  double atPostsynapticSpike(double weight, double preTrace);

  /**
   * The weight after a presynaptic spike.
   *
   * @param weight before
   * @param postTrace postsynaptic trace at that moment, of spikes strictly before it
   */
  double atPresynapticSpike(double weight, double postTrace);
}
