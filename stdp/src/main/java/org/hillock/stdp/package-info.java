/**
 * Plasticity rules: how synaptic weights change with the spikes of both sides.
 *
 * <p>Read {@link org.hillock.stdp.Stdp} first. A rule is arithmetic on one weight and one trace;
 * the engine keeps the traces and decides when to call it, so a rule is written once for every
 * engine.
 *
 * <p>Growth curves, such as {@link org.hillock.stdp.GaussianGrowth}, say how fast neurons grow the
 * elements of which synapses form; who is joined with whom is for the engine.
 *
 * <p>Units: time constants in ms, weights in the unit of the target model (mV or pA). Rules are
 * immutable and shared between threads.
 */
@NullMarked
package org.hillock.stdp;

import org.jspecify.annotations.NullMarked;
