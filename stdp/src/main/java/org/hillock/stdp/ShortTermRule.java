package org.hillock.stdp;

import org.hillock.model.Parameter;
import org.hillock.model.SynapseRule;
import org.hillock.model.Unit;
import org.hillock.vector.Exp;

/**
 * Short-term plasticity: a resource, of which each spike of the source uses a part and which
 * recovers. What synapses transmit changes, and their weights do not.
 */
interface ShortTermRule extends SynapseRule {

  /** The part of the resource that a spike uses. */
  Parameter PART =
      Parameter.between(
          "U", 0, 1, 0.5, "part of the resource that a spike uses after a long pause");

  /** How fast it recovers. */
  Parameter RECOVERY =
      Parameter.positive("tau_rec", Unit.MILLISECOND, 800, "time constant of its recovery");

  /** How long spikes use a larger part. */
  Parameter FACILITATION =
      Parameter.nonNegative(
          "tau_fac", Unit.MILLISECOND, 0, "time constant of facilitation; 0: there is none");

  /**
   * What a spike uses after the one before (Maass and Markram 2002, eq. 4).
   *
   * @param used what that used
   * @param part U
   * @param tauFac time constant of facilitation [ms]; 0 for none
   * @param since time from that spike [ms]
   */
  static double used(double used, double part, double tauFac, double since) {
    return part + used * (1 - part) * (tauFac == 0 ? 0 : Exp.of(-since / tauFac));
  }

  @Override
  default boolean heedsPostsynapticSpikes() {
    return false;
  }

  @Override
  default boolean transmitsWeight() {
    return false;
  }
}
