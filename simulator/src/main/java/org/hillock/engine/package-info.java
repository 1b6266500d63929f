/**
 * Running a network.
 *
 * <p>Read {@link org.hillock.engine.Simulation} first: it opens with the schedule of a step. The
 * engine cuts the neurons into partitions; a partition owns its neurons and all synapses onto them,
 * so that no two threads write the same place.
 *
 * <p>Times in ms. A simulation is driven by the thread that calls {@code run}; it starts its own
 * worker threads and joins them before it returns.
 */
@NullMarked
package org.hillock.engine;

import org.jspecify.annotations.NullMarked;
