/**
 * The synapses of a partition on the grid: how they are stored, built and delivered.
 *
 * <p>Read {@link org.hillock.engine.grid.table.Synapses} first, then {@link
 * org.hillock.engine.grid.table.SegmentIndex}: tables are sorted by source and delay. What reaches
 * the neurons in a step is added to rows of a few kilobytes, {@link
 * org.hillock.engine.grid.table.InputRows}: whole numbers where weights are drawn at random or all
 * the same, so that neither order nor layout changes the sum, and sums in double precision in a
 * fixed order for all others. A spike comes there on one of two ways:
 *
 * <ul>
 *   <li>Its segments are noted in a {@linkplain org.hillock.engine.grid.table.DueCalendar calendar}
 *       when it becomes known, and visited where they lie in the step in which they are due: {@link
 *       org.hillock.engine.grid.table.StaticSynapses} and {@link
 *       org.hillock.engine.grid.table.PlasticSynapses}.
 *   <li>Its synapses are copied to that step at once, if segments are short: {@link
 *       org.hillock.engine.grid.table.CopiedSynapses}.
 * </ul>
 *
 * <table>
 * <caption>Who does what</caption>
 * <tr><td>{@link org.hillock.engine.grid.table.TableBuilder}</td><td>draws and sorts a table</td></tr>
 * <tr><td>{@link org.hillock.engine.grid.table.Addition}</td><td>adds segments to rows</td></tr>
 * <tr><td>{@link org.hillock.engine.grid.table.TouchAhead}</td><td>has memory fetched before it is needed</td></tr>
 * <tr><td>{@link org.hillock.engine.grid.table.BlockChains}</td><td>what waits, by the step in which it is due</td></tr>
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
