package org.hillock.scenario.section;

import org.hillock.network.Distribution;
import org.hillock.network.Projection;
import org.hillock.network.ThirdFactor;
import org.hillock.network.ThirdPool;
import org.jspecify.annotations.Nullable;

/**
 * What one entry of {@code synapses} says of third neurons.
 *
 * @param pool who they are
 * @param in synapses from the sources onto them
 * @param out synapses from them onto the targets
 */
record ThirdFactorEntry(ThirdPool pool, Side in, Side out) {

  /**
   * Synapses on one side of the third neurons.
   *
   * @param weight in the unit of those whom they reach
   * @param delay [ms]
   * @param receptor where they arrive; null for the usual one
   */
  record Side(Distribution weight, Distribution delay, @Nullable String receptor) {}

  /** The synapses from the sources of a projection. */
  Projection in(Projection primary) {
    return ThirdFactor.of(primary, pool).in(primary.name(), in.weight(), in.delay(), in.receptor());
  }

  /** The synapses onto the targets of a projection. */
  Projection out(Projection primary) {
    return ThirdFactor.of(primary, pool)
        .out(primary.name(), out.weight(), out.delay(), out.receptor());
  }
}
