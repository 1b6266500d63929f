/**
 * The synapses of a partition on the grid: how they are stored, built and delivered.
 *
 * <p>Read {@link org.hillock.engine.grid.table.Synapses} first, then {@link
 * org.hillock.engine.grid.table.SegmentIndex}: tables are sorted by source and delay. When a spike
 * becomes known, its synapses of delay d are noted in a {@linkplain
 * org.hillock.engine.grid.table.DueCalendar calendar} and added to one row of input d steps later,
 * so that all additions of a step fall into a few kilobytes.
 *
 * <table>
 * <caption>Who does what</caption>
 * <tr><td>{@link org.hillock.engine.grid.table.TableBuilder}</td><td>draws and sorts a table</td></tr>
 * <tr><td>{@link org.hillock.engine.grid.table.StaticSynapses}</td><td>weights that stay</td></tr>
 * <tr><td>{@link org.hillock.engine.grid.table.PlasticSynapses}</td><td>weights that change</td></tr>
 * <tr><td>{@link org.hillock.engine.grid.table.SpikeBuffer}</td><td>spikes of an epoch</td></tr>
 * <tr><td>{@link org.hillock.engine.grid.table.Arrivals}</td><td>who has received one</td></tr>
 * <tr><td>{@link org.hillock.engine.grid.table.TableSize}</td><td>bytes, before it is built</td></tr>
 * </table>
 *
 * <p>Times in steps. A table is used by one thread at a time.
 */
@NullMarked
package org.hillock.engine.grid.table;

import org.jspecify.annotations.NullMarked;
