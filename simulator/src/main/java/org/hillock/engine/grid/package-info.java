/**
 * The clock-driven engine: time advances in equal steps, and every neuron is updated in each.
 *
 * <p>Read {@link org.hillock.engine.grid.GridPartition} first: a share of the neurons, the synapses
 * onto them, and what happens to both in one step. Synapses are kept in {@linkplain
 * org.hillock.engine.grid.table.SegmentIndex tables sorted by source and delay}; when a spike
 * becomes known, its synapses of delay d are noted in a {@linkplain
 * org.hillock.engine.grid.table.DueCalendar calendar} and added to one row of input d steps later,
 * so that all additions of a step fall into a few kilobytes.
 *
 * <p>The input of a neuron in a step is summed in a fixed order: inputs from outside, then synapse
 * tables in network order, within a table the oldest spikes first, then by source and synapse
 * index. It does not depend on partitions or threads.
 *
 * <p>Steps are counted from 1: step k covers (t_{k-1}, t_k]. A partition is used by one thread at a
 * time.
 */
@NullMarked
package org.hillock.engine.grid;

import org.jspecify.annotations.NullMarked;
