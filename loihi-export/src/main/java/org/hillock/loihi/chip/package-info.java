/**
 * What a chip can hold: {@link org.hillock.loihi.chip.ChipProfile} is its limits, read from a data
 * file by {@link org.hillock.loihi.chip.ProfileReader}; {@link org.hillock.loihi.chip.Limit} names
 * the resources of a core, and {@link org.hillock.loihi.chip.MappingException} says which of them a
 * network is too large for. {@link org.hillock.loihi.chip.ChipForm} names the forms of neurons that
 * a programme may run. Records and values; thread-safe.
 */
@NullMarked
package org.hillock.loihi.chip;

import org.jspecify.annotations.NullMarked;
