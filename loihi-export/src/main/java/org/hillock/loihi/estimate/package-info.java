/**
 * What a mapping would cost on the chip: {@link org.hillock.loihi.estimate.CostEstimate} multiplies
 * how often each operation happens by the published energy and time of it; {@link
 * org.hillock.loihi.estimate.LinkLoads} says what the links between tiles carry. Estimates, not
 * measurements. Energies in pJ per second of the network's time, times in ns. Records; thread-safe.
 */
@NullMarked
package org.hillock.loihi.estimate;

import org.jspecify.annotations.NullMarked;
