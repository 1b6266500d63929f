/**
 * Small HDF5 files as a tree in memory: groups, numbers and text, all of a file at once; and large
 * ones of plain numbers, written piece by piece.
 *
 * <p>Read {@link org.hillock.hdf5.Hdf5File} first: it reads a whole file into an {@link
 * org.hillock.hdf5.Hdf5Group}, and writes one. What a file means is the matter of the formats above
 * ({@code nir}, {@code netx}); what HDF5 is, is the matter of the library below, which no other
 * package uses. {@link org.hillock.hdf5.Hdf5Layout} writes what does not fit in memory, without the
 * library.
 *
 * <p>Trees are not thread-safe while they are being built.
 */
@NullMarked
package org.hillock.hdf5;

import org.jspecify.annotations.NullMarked;
