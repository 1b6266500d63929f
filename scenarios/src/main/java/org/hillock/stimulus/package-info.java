/**
 * Stimuli: what a scenario shows to its neurons, as spike times of senders.
 *
 * <p>Read {@link org.hillock.stimulus.Show} first: images, one after the other, each turned into
 * spikes by an {@link org.hillock.stimulus.Encoder}, a neuron a pixel. {@link
 * org.hillock.stimulus.Images} come from files in the form of MNIST or from {@link
 * org.hillock.stimulus.GeneratedDigits}. {@link org.hillock.stimulus.PulsePackets} and {@link
 * org.hillock.stimulus.event.CameraEvents} give spikes without images.
 *
 * <p>Times in ms, rates in Hz, intensities from 0 to 1, rows of pixels from the top. What is drawn
 * at random is keyed by the seed, the population and the neuron. Everything here is used by one
 * thread.
 */
@NullMarked
package org.hillock.stimulus;

import org.jspecify.annotations.NullMarked;
