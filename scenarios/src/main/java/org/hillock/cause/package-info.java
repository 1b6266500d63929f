/**
 * Why a neuron fired: what each spike and each current that reached it made of its membrane
 * potential.
 *
 * <p>Read {@link org.hillock.cause.Causes} first: it runs the network up to the spike, gathers what
 * arrived at the neuron, and lets a {@link org.hillock.cause.Ledger} account for it. The result is
 * an {@link org.hillock.cause.Explanation}. Times in ms, potentials in mV relative to rest.
 */
@NullMarked
package org.hillock.cause;

import org.jspecify.annotations.NullMarked;
