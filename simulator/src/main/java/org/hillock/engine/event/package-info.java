/**
 * The engine in continuous time.
 *
 * <p>Read {@link org.hillock.engine.event.EventSimulation} first: it says what happens in which
 * order, and why partitions need not hear of each other within a window. Then {@link
 * org.hillock.engine.event.EventPartition}, which is one window of a share of the neurons:
 *
 * <table>
 * <caption>Who does what</caption>
 * <tr><td>{@link org.hillock.engine.event.SynapseRows}</td><td>synapses, by source</td></tr>
 * <tr><td>{@link org.hillock.engine.event.StaticDelivery}, {@link
 *     org.hillock.engine.event.PlasticDelivery}</td><td>spikes in flight</td></tr>
 * <tr><td>{@link org.hillock.engine.event.Inbox}</td><td>what arrives at each neuron</td></tr>
 * <tr><td>{@link org.hillock.engine.event.WakeCalendar}</td><td>who may fire unasked</td></tr>
 * <tr><td>{@link org.hillock.engine.event.EventGroup}</td><td>neurons, their inputs and their
 *     visits</td></tr>
 * <tr><td>{@link org.hillock.engine.event.CellVisits}</td><td>visits of neurons of which inputs are
 *     summed in no order</td></tr>
 * <tr><td>{@link org.hillock.engine.event.Outbox}</td><td>who has fired</td></tr>
 * </table>
 *
 * <p>Times in ms. Everything but the synapses while they are built is used by one thread at a time.
 */
@NullMarked
package org.hillock.engine.event;

import org.jspecify.annotations.NullMarked;
