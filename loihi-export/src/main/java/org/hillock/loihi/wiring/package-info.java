/**
 * The network as the compiler sees it: everything that sends spikes has a number ({@link
 * org.hillock.loihi.wiring.Numbering}), and the synapses onto a neuron are drawn exactly as the
 * simulator draws them ({@link org.hillock.loihi.wiring.Pathway}). Weights in mV or pA, times in
 * ms; {@link org.hillock.loihi.wiring.ChipTime} counts times in steps of the chip. Pathways are not
 * thread-safe.
 */
@NullMarked
package org.hillock.loihi.wiring;

import org.jspecify.annotations.NullMarked;
