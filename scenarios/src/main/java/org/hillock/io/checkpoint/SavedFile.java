package org.hillock.io.checkpoint;

/**
 * How far a file had been written when a run was saved.
 *
 * @param bytes its length
 * @param sum CRC-32C of them
 */
public record SavedFile(long bytes, long sum) {}
