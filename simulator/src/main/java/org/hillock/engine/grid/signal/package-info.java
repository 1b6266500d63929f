/**
 * Signals that projections carry in every step instead of spikes, such as the error of a readout.
 *
 * <p>Read {@link org.hillock.engine.grid.signal.CarriedSignals} first. What a neuron tells in a
 * step is heard one step later, whatever partition it lies in: {@link
 * org.hillock.engine.grid.signal.SignalBoard} holds the values of two steps, one that is written
 * and one that is read. A network that carries nothing has an empty board.
 *
 * <p>Times are in steps. Boards are shared by all partitions, each of which writes what is of its
 * own neurons; all else belongs to one partition.
 */
@NullMarked
package org.hillock.engine.grid.signal;

import org.jspecify.annotations.NullMarked;
