/**
 * Brings a network on to a Loihi-class chip: quantise, cut into cores, connect, write.
 *
 * <p>Read {@link org.hillock.loihi.LoihiCompiler} first; it is the order of the work. The chip
 * knows only whole numbers of few bits (Davies et al. 2018, IEEE Micro 38:82). A compartment
 * computes, in every time-step and with {@code dec(x, d) = sign(x) ((|x| (4096 - d)) >> 12)},
 *
 * <pre>
 *   u ← dec(u, decayU + 1) + sum of the weights that arrive      weight = wgt × 2^(6 + wgtExp)
 *   v ← dec(v, decayV) + u + bias × 2^biasExp
 *   refractory: v = 0;  else v &gt; vth × 64: spike, v = 0, refractory for refractDelay - 1 steps
 * </pre>
 *
 * and a spike of step t arrives at a synapse of delay d in step t + 1 + d.
 *
 * <table>
 * <caption>The work</caption>
 * <tr><td>{@link org.hillock.loihi.chip.ChipProfile}</td><td>the limits, from a data file</td></tr>
 * <tr><td>{@code Mappable}</td><td>what no chip of this kind can do</td></tr>
 * <tr><td>{@code FormCheck}</td><td>whether neurons have a form that the chip's programme runs</td></tr>
 * <tr><td>{@code SizeCheck}, {@code FanIn}</td><td>what is plainly too large, before any work</td></tr>
 * <tr><td>{@code Quantiser}</td><td>a population in whole numbers, with {@code Dynamics} for decays
 *     and gains, {@code Scale} for units of v, {@code WeightFormat} for mantissas</td></tr>
 * <tr><td>{@code Partitioner}</td><td>cores, filled until a limit stands in the way; {@code
 *     CoreBudget} keeps the books</td></tr>
 * <tr><td>{@code Routes}</td><td>which input axons of which cores a source reaches</td></tr>
 * <tr><td>{@link org.hillock.loihi.Mapping}</td><td>the result; {@code CoreLayout} is one core
 *     of it, {@code MappingWriter} writes {@code mapping.json}</td></tr>
 * </table>
 *
 * <p>Units: ms, mV, pA where a name or comment says so; u, v, thresholds and biases in units of the
 * chip. What cannot be mapped is a {@link org.hillock.loihi.chip.MappingException}. Nothing here is
 * thread-safe but the records.
 */
@NullMarked
package org.hillock.loihi;

import org.jspecify.annotations.NullMarked;
