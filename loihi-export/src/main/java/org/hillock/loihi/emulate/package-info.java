/**
 * A Loihi-class chip in the whole numbers of the chip: what a mapping will do, bit for bit.
 *
 * <p>Read {@link org.hillock.loihi.emulate.Emulation} first: it runs a {@link
 * org.hillock.loihi.emulate.ChipImage}, which is all that a chip is told, as plain arrays. A neuron
 * computes in every step, with {@code dec(x, k) = sign(x) ((|x| k) >> 12)},
 *
 * <pre>
 *   a ← sum of the weights that arrive            weight = mantissa × 2^(6 + exponent)
 *   u ← dec(u, 4096 - decayU - 1) + a             wraps
 *   v ← dec(v, 4096 - decayV) + u + bias          clipped to [vMin, vMax]
 *   refractory: v = 0;  else v &gt; threshold: spike, v = 0, refractory for refractory - 1 steps
 * </pre>
 *
 * (Davies et al. 2018, IEEE Micro 38:82), or what else its {@link org.hillock.loihi.chip.Programme}
 * says, and a spike of step t arrives over a synapse of delay d in step t + 1 + d.
 *
 * <p>The public emulators of the chip, lava, nengo-loihi and brian2_loihi, agree on this and differ
 * in what happens at the edges. {@link org.hillock.loihi.emulate.ChipArithmetic} names each
 * difference; {@code LAVA} is the default.
 *
 * <table>
 * <caption>The parts</caption>
 * <tr><td>{@link org.hillock.loihi.emulate.ChipArithmetic}</td><td>what rounds, wraps and
 *     clips</td></tr>
 * <tr><td>{@link org.hillock.loihi.emulate.ChipImage}</td><td>neurons, synapses, ports</td></tr>
 * <tr><td>{@code Neurons}</td><td>state as arrays, and the update: {@code BoundedNeurons}, {@code
 *     UnboundedNeurons} and {@code IzhikevichNeurons}</td></tr>
 * <tr><td>{@code Firing}</td><td>who fires: {@code ResetFiring}, {@code AdaptiveFiring}</td></tr>
 * <tr><td>{@code SynapseRows}, {@code SummedRows}</td><td>synapses by source</td></tr>
 * <tr><td>{@code Part}</td><td>the neurons of a thread and the synapses on to them</td></tr>
 * <tr><td>{@link org.hillock.loihi.emulate.learning}</td><td>weights that change</td></tr>
 * </table>
 *
 * <p>Units: u, v, thresholds and biases in units of the chip, time in steps. The result depends on
 * image, seed and spikes sent in, never on the number of threads: each thread owns neurons and the
 * synapses on to them, sums are of whole numbers, and random numbers are keyed. An emulation is to
 * be used by one thread.
 */
@NullMarked
package org.hillock.loihi.emulate;

import org.jspecify.annotations.NullMarked;
