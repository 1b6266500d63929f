/**
 * What a network is: plain, immutable records that say which neurons there are and how they are
 * wired, before anything is allocated.
 *
 * <p>Read {@link org.hillock.network.Network} first. A network is a list of {@linkplain
 * org.hillock.network.Population populations}, of {@linkplain org.hillock.network.Input inputs}
 * from outside, and of {@linkplain org.hillock.network.Projection projections}, each of which wires
 * one range of neurons to another by a {@linkplain org.hillock.network.ConnectionRule rule}.
 * Quantities that may differ from neuron to neuron or from synapse to synapse are {@linkplain
 * org.hillock.network.Distribution distributions}. Neurons may have {@linkplain
 * org.hillock.network.Positions positions}, between which spikes {@linkplain
 * org.hillock.network.Conduction travel}.
 *
 * <p>Units: every number is a plain double in ms, mV, pA, nS, pF, MΩ, Hz or mm. Weights are in the
 * unit of the target model (mV or pA). Records are immutable and may be shared between threads.
 */
@NullMarked
package org.hillock.network;

import org.jspecify.annotations.NullMarked;
