/**
 * The clock-driven engine: time advances in equal steps, and every neuron is updated in each.
 *
 * <p>Read {@link org.hillock.engine.grid.GridPartition} first: a share of the neurons, the synapses
 * onto them, and what happens to both in one step. Where the time goes:
 *
 * <pre>
 *   receive   a spike of any partition becomes known: where its synapses lie is noted
 *   deliver   synapses of gigabytes are read, and added to rows of a few hundred kilobytes
 *   update    a thousand neurons at a time: their rows are read and cleared, inputs from outside
 *             are added, the kernel advances them; all of it in the first cache
 * </pre>
 *
 * <p>The first two are told in {@link org.hillock.engine.grid.table}, the third begins in {@code
 * NeuronGroup}.
 *
 * <p>The input of a neuron in a step is summed in a fixed order: listed and plastic weights by
 * table, then the oldest spikes first, then by source and synapse index; then weights in whole
 * quanta, then counted spikes times their weight, both of which are exact in any order; then inputs
 * from outside. It does not depend on partitions or threads.
 *
 * <p>Steps are counted from 1: step k covers (t_{k-1}, t_k]. A partition is used by one thread at a
 * time.
 */
@NullMarked
package org.hillock.engine.grid;

import org.jspecify.annotations.NullMarked;
