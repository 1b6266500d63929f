/**
 * The state of a run in a file.
 *
 * <p>{@link org.hillock.io.checkpoint.CheckpointWriter} writes one, {@link
 * org.hillock.io.checkpoint.Checkpoint} reads it; {@link org.hillock.engine.checkpoint} says what
 * is in it.
 *
 * <p>The file is a sequence of numbers of 8 bytes in named sections. All numbers are big-endian:
 *
 * <pre>
 *   8 bytes   HILLOCKC
 *   4 bytes   version of the format, 2
 *   sections  2 bytes length of the name, the name in UTF-8, blocks
 *   blocks    4 bytes n, n numbers of 8 bytes, 4 bytes CRC-32C of the name, of n and of the numbers;
 *             n is 1 to 8192, or 0 in the last block of a section, which has a sum, too
 *   the end   a section without a name and with no numbers
 * </pre>
 *
 * <p>It is written beside its place and renamed when it is whole and on the disk, so that the one
 * before stays until then. For one thread.
 */
@NullMarked
package org.hillock.io.checkpoint;

import org.jspecify.annotations.NullMarked;
