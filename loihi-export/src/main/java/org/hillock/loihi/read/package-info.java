/**
 * {@code mapping.json}, read back. {@link org.hillock.loihi.read.MappingFile} is the whole file,
 * {@link org.hillock.loihi.read.MappedCore} one core of it, in the words of the chip's registers,
 * {@link org.hillock.loihi.read.MappedSynapses} all synapses of one source after the other. It
 * knows nothing of the compiler, so that what stands on it can judge the compiler. Records of
 * arrays, which must not be changed.
 */
@NullMarked
package org.hillock.loihi.read;

import org.jspecify.annotations.NullMarked;
