/**
 * The leaky integrate-and-fire family, one class a model, the equation above the kernel; and the
 * neurons that only send spikes.
 *
 * <p>Read {@link org.hillock.lif.IafPscExp} first, then {@link org.hillock.lif.IafCondExp}, whose
 * equations are integrated. Subthreshold dynamics of the first are linear, so a step is advanced
 * exactly: the state is multiplied by propagators computed once (Rotter and Diesmann 1999, Biol
 * Cybern 81:381). Names, defaults and the order of operations in a step are those of NEST.
 *
 * <table>
 * <caption>Models</caption>
 * <tr><td>{@link org.hillock.lif.IafPscDelta}</td><td>a spike is a jump of the membrane</td></tr>
 * <tr><td>{@link org.hillock.lif.IafPscExp}</td><td>a spike is an exponentially decaying current</td></tr>
 * <tr><td>{@link org.hillock.lif.IafPscAlpha}</td><td>a spike is an alpha-shaped current</td></tr>
 * <tr><td>{@link org.hillock.lif.IfPscDelta}</td><td>a spike is a jump of a membrane that does not leak</td></tr>
 * <tr><td>{@link org.hillock.lif.IafCondExp}, {@link org.hillock.lif.IafCondAlpha}, {@link
 *     org.hillock.lif.IafCondBeta}</td><td>a spike is a conductance</td></tr>
 * <tr><td>{@link org.hillock.lif.IafCondExpSfaRr}</td><td>and spikes of its own open two more</td></tr>
 * <tr><td>{@link org.hillock.lif.IafCondAlphaMc}</td><td>three compartments</td></tr>
 * <tr><td>{@link org.hillock.lif.IafBw2001Exact}</td><td>AMPA, GABA and saturating NMDA receptors</td></tr>
 * <tr><td>{@link org.hillock.lif.AeifCondExp}, {@link org.hillock.lif.AeifCondAlpha}, {@link
 *     org.hillock.lif.AeifPscExp}, {@link org.hillock.lif.AeifPscAlpha}, {@link
 *     org.hillock.lif.AeifPscDelta}, {@link org.hillock.lif.AeifCondAlphaMultisynapse}, {@link
 *     org.hillock.lif.AeifCondBetaMultisynapse}</td><td>the upstroke is an exponential, a current
 *     adapts</td></tr>
 * <tr><td>{@link org.hillock.lif.Qif}</td><td>the upstroke is a parabola</td></tr>
 * <tr><td>{@link org.hillock.lif.ThresholdUnit}</td><td>no membrane, fires on enough input</td></tr>
 * <tr><td>{@link org.hillock.lif.SpikeGenerator}</td><td>plays recorded spikes</td></tr>
 * <tr><td>{@link org.hillock.lif.PoissonGenerator}</td><td>fires at random</td></tr>
 * <tr><td>{@link org.hillock.lif.ParrotNeuron}</td><td>repeats what it hears</td></tr>
 * </table>
 *
 * <p>Units: ms, mV, pA, pF. Models are immutable and shared between threads.
 */
@NullMarked
package org.hillock.lif;

import org.jspecify.annotations.NullMarked;
