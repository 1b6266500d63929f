/**
 * Sweeps: one scenario at every point of a grid of values, and what came out as a table and a
 * picture.
 *
 * <p>The problem: hundreds of runs take hours, on one machine or as an array of jobs on a cluster,
 * and some of them fail; nothing that has been run may be lost, no two processes may write one
 * file, and the table must be the same however the runs were shared out. Read {@link
 * org.hillock.sweep.SweepGrid} first: it numbers the points. A {@link
 * org.hillock.sweep.SweepWorkers} runs those of a shard; each gives a {@link
 * org.hillock.sweep.SweepRow}, which is appended to the {@link org.hillock.sweep.RowFile} of the
 * shard at once. {@link org.hillock.sweep.SweepFolder} knows all of these files, and whoever finds
 * every point in them writes the {@link org.hillock.sweep.SweepTable} in the order of the grid.
 *
 * <p>Values are in the units that their labels say. {@link org.hillock.sweep.SweepWorkers} has
 * threads of its own; all else is used by one thread.
 */
@NullMarked
package org.hillock.sweep;

import org.jspecify.annotations.NullMarked;
