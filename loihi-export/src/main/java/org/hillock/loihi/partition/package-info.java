/**
 * Which neurons share a core, and what the core then holds. {@link
 * org.hillock.loihi.partition.Partitioner} cuts the network, {@code CoreBudget} keeps the books of
 * one core, {@code CoreLayout} is its whole content. Limits are those of {@link
 * org.hillock.loihi.chip.ChipProfile}. Not thread-safe but for the records.
 */
@NullMarked
package org.hillock.loihi.partition;

import org.jspecify.annotations.NullMarked;
