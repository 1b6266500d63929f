/**
 * Runs a mapping: the emulated chip, and the host that feeds it. {@link
 * org.hillock.loihi.run.ChipSimulation} is a {@link org.hillock.engine.run.Simulation} like the
 * engines of the simulator, so that its results are recorded, plotted and checked alike. {@link
 * org.hillock.loihi.run.EmulatedChip} says which number of the image is which neuron and port,
 * {@code HostInput} sends what comes from outside: the same spikes that the simulator would. Times
 * in ms, steps of the chip; not thread-safe.
 */
@NullMarked
package org.hillock.loihi.run;

import org.jspecify.annotations.NullMarked;
