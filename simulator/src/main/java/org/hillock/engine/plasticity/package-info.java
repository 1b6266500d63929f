/**
 * Synapses that change with the spikes of both sides, for every engine.
 *
 * <p>Read {@link org.hillock.engine.plasticity.RowPlasticity} first: it says in which order pre-
 * and postsynaptic spikes are taken in. An engine keeps the synapses and the spikes in flight and
 * calls it; it knows the traces and calls the rule. What targets have done is kept once for all
 * synapses onto them, their spikes in {@link org.hillock.engine.plasticity.PostSpikes}, and what
 * rules follow from step to step in {@link org.hillock.engine.plasticity.PostSignals}.
 *
 * <p>Times are in steps on the grid and in ms in continuous time. An object is used by one thread
 * at a time.
 */
@NullMarked
package org.hillock.engine.plasticity;

import org.jspecify.annotations.NullMarked;
