/**
 * What a list of spikes says: rates, regularity, synchrony and correlation.
 *
 * <p>The problem: a run gives spikes in the order of time, while most statistics of the field look
 * at one neuron after the other. Read {@link org.hillock.analysis.SpikeStatistics} first; its
 * methods take a {@link org.hillock.record.SpikeList} and give one number each. {@link
 * org.hillock.analysis.SpikeTrainIndex} is what makes them linear in the number of spikes: it
 * groups the spikes by neuron once.
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
