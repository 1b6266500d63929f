/**
 * What a list of spikes says: rates, regularity, synchrony and correlation; and how two of them
 * differ.
 *
 * <p>The problem: a run gives spikes in the order of time, while most statistics of the field look
 * at one neuron after the other. Read {@link org.hillock.analysis.SpikeStatistics} first; its
 * methods take a {@link org.hillock.record.SpikeList} and give one number each. {@link
 * org.hillock.analysis.SpikeTrainIndex} is what makes them linear in the number of spikes: it
 * groups the spikes by neuron once.
 *
 * <p>{@link org.hillock.analysis.Comparison} puts two runs beside each other:
 *
 * <table>
 * <caption>What is compared</caption>
 * <tr><td>{@link org.hillock.analysis.SpikeTrainDistance}</td><td>the trains of one neuron, after
 *     Victor and Purpura and after van Rossum</td></tr>
 * <tr><td>{@link org.hillock.analysis.NeuronDistributions}</td><td>rates, variation and correlation
 *     over the neurons of a population</td></tr>
 * <tr><td>{@link org.hillock.analysis.KolmogorovSmirnov}</td><td>whether two such distributions are
 *     one</td></tr>
 * <tr><td>{@link org.hillock.analysis.Divergence}</td><td>the first spike that is not the
 *     same</td></tr>
 * </table>
 *
 * <p>Of the activity over time, and of what is shown:
 *
 * <table>
 * <caption>What activity and weights say</caption>
 * <tr><td>{@link org.hillock.analysis.PowerSpectrum}</td><td>power over frequency</td></tr>
 * <tr><td>{@link org.hillock.analysis.CrossCorrelogram}</td><td>who follows whom</td></tr>
 * <tr><td>{@link org.hillock.analysis.PeristimulusHistogram}</td><td>rates since trials
 *     began</td></tr>
 * <tr><td>{@link org.hillock.analysis.Tuning}, {@link org.hillock.analysis.ReadOut}</td><td>how
 *     answers differ, and what can be told from them</td></tr>
 * <tr><td>{@link org.hillock.analysis.SpikeOrder}</td><td>sequences</td></tr>
 * <tr><td>{@link org.hillock.analysis.WeightDistribution}, {@link
 *     org.hillock.analysis.Relaxation}</td><td>modes of weights, time constants of
 *     samples</td></tr>
 * </table>
 *
 * <p>Times, intervals and bins are in ms, rates in Hz per neuron; variation, synchrony and
 * correlation have no unit. A bin covers (start, stop], as everywhere in Hillock. What is not
 * defined, such as the mean interval of a silent population, is not a number (NaN) rather than
 * zero.
 *
 * <p>Nothing here holds state: every method may be called from any thread.
 */
@NullMarked
package org.hillock.analysis;

import org.jspecify.annotations.NullMarked;
