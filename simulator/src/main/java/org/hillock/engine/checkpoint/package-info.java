/**
 * The state of a run, from which it goes on as if it had never been interrupted.
 *
 * <p>Read {@link org.hillock.engine.checkpoint.Sections} first: engines hand over what neurons and
 * plastic synapses know, in an order that does not depend on partitions, and the spikes that are
 * under way. Static synapses are built again from the seed, and random numbers are keyed, so
 * neither is there. {@link org.hillock.engine.checkpoint.Snapshot} keeps it in memory; files are
 * for others. For one thread.
 */
@NullMarked
package org.hillock.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
