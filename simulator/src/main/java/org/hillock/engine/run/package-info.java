/**
 * A run, whatever the engine: what is asked, what comes out, and the threads in between.
 *
 * <p>Read {@link org.hillock.engine.run.Simulation} first, then {@link
 * org.hillock.engine.run.RunSettings} and {@link org.hillock.engine.run.RunResult}. An engine cuts
 * the neurons into {@linkplain org.hillock.engine.run.Partitioning partitions}; a partition owns
 * its neurons and all synapses onto them, so that no two threads write the same place. {@link
 * org.hillock.engine.run.Team} has the threads meet, {@link org.hillock.engine.run.Supervisor}
 * tells the listener how far the run has come, and {@link org.hillock.engine.run.NetworkCheck}
 * refuses what no engine can run.
 *
 * <p>Times in ms. A simulation is driven by the thread that calls {@code run}; it starts its own
 * worker threads and joins them before it returns.
 */
@NullMarked
package org.hillock.engine.run;

import org.jspecify.annotations.NullMarked;
