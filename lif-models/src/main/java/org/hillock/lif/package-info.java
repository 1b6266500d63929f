/**
 * The leaky integrate-and-fire family, one class a model, the equation above the kernel; and the
 * neurons that only send spikes.
 *
 * <p>Read {@link org.hillock.lif.IafPscExp} first. Subthreshold dynamics are linear, so a step is
 * advanced exactly: the state is multiplied by propagators computed once (Rotter and Diesmann 1999,
 * Biol Cybern 81:381). Names, defaults and the order of operations in a step are those of NEST.
 *
 * <table>
 * <caption>Models</caption>
 * <tr><td>{@link org.hillock.lif.IafPscDelta}</td><td>a spike is a jump of the membrane</td></tr>
 * <tr><td>{@link org.hillock.lif.IafPscExp}</td><td>a spike is an exponentially decaying current</td></tr>
 * <tr><td>{@link org.hillock.lif.IafPscAlpha}</td><td>a spike is an alpha-shaped current</td></tr>
 * <tr><td>{@link org.hillock.lif.IfPscDelta}</td><td>a spike is a jump of a membrane that does not leak</td></tr>
 * <tr><td>{@link org.hillock.lif.IafPscExpMultisynapse}, {@link org.hillock.lif.IafPscAlphaMultisynapse}</td><td>currents of any number of time constants</td></tr>
 * <tr><td>{@link org.hillock.lif.IafPscExpHtum}</td><td>an absolute and a total refractory time</td></tr>
 * <tr><td>{@link org.hillock.lif.Mat2PscExp}, {@link org.hillock.lif.Amat2PscExp}</td><td>adaptive thresholds, no reset</td></tr>
 * <tr><td>{@link org.hillock.lif.GlifPsc}</td><td>after-spike currents, thresholds that adapt</td></tr>
 * <tr><td>{@link org.hillock.lif.GifPscExp}, {@link org.hillock.lif.GifPscExpMultisynapse}, {@link org.hillock.lif.GifCondExp}</td><td>fire at random and adapt; {@code Gif} is what they share</td></tr>
 * <tr><td>{@link org.hillock.lif.PpPscDelta}</td><td>point process with a dead time</td></tr>
 * <tr><td>{@link org.hillock.lif.Izhikevich}</td><td>quadratic, as published</td></tr>
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
