/**
 * Feed-forward networks for lava-dl's netx: HDF5 files that {@code netx.hdf5.Network} loads.
 *
 * <p>Read {@link org.hillock.loihi.netx.NetxNetwork} first, which says what a network may be, then
 * {@link org.hillock.loihi.netx.NetxWriter}. All numbers are those of the chip, already quantised:
 * mantissas and decay fields without unit. One time-step is one step of the chip.
 *
 * <p>The loader has rules of its own: it takes iDecay - 1 as the current decay field, vDecay as the
 * voltage decay field, an exponent of 6 for every bias, ignores refDelay and wgtExp, and cuts mixed
 * weights to -256 … 254. So weights here have the exponent 0, and what would be cut is refused.
 *
 * <p>Everything is immutable and may be shared between threads.
 */
@NullMarked
package org.hillock.loihi.netx;

import org.jspecify.annotations.NullMarked;
