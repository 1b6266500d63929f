/**
 * Judges a mapping without the compiler. {@link org.hillock.loihi.validate.MappingValidator} reads
 * the file, counts what every core takes, follows every route, draws the synapses of the network as
 * the simulator does, and looks for each of them on the chip. It is written against the description
 * of the hardware and uses no class of the compiler but the profile's limits. Not thread-safe.
 */
@NullMarked
package org.hillock.loihi.validate;

import org.jspecify.annotations.NullMarked;
