/**
 * Which synapses a network has: the connection rules at work.
 *
 * <p>Read {@link org.hillock.engine.wiring.Wiring} first. It answers, for one projection and one
 * target neuron, who the sources are and what the weights and delays are. Every answer is drawn
 * from streams keyed by (projection, target), so it may be asked in any order, by any thread, as
 * often as one likes, and the engine and the chip compiler see the same synapses.
 *
 * <p>Units: delays in ms, weights in the unit of the target model. A {@code Wiring} is immutable
 * once made and may be shared; the scratch space that a caller hands in may not.
 */
@NullMarked
package org.hillock.engine.wiring;

import org.jspecify.annotations.NullMarked;
