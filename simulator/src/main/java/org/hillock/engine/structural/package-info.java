/**
 * Structural plasticity: synapses form and vanish, so that neurons find a set point of activity by
 * wiring (Butz and van Ooyen 2013).
 *
 * <p>Read {@link org.hillock.engine.structural.Structure} first. Three things are kept apart: how
 * calcium and synaptic elements of a neuron grow between spikes ({@link
 * org.hillock.engine.structural.PopulationGrowth}); who loses and who gains a synapse when the
 * wiring changes ({@link org.hillock.engine.structural.Market}); and the synapses that there are
 * ({@link org.hillock.engine.structural.GrownProjection}), of which the engine makes its tables.
 *
 * <p>What is random is keyed by the number of the change, the kind of element and the neuron, never
 * by an order of arrival. Times in ms, growth rates in elements a millisecond. Partitions move the
 * growth of their own neurons, each thread its own; changes of the wiring are made by one thread
 * while the others wait.
 */
@NullMarked
package org.hillock.engine.structural;

import org.jspecify.annotations.NullMarked;
