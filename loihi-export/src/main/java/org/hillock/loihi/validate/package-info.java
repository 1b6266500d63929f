/**
 * Judges a mapping without the compiler. {@link org.hillock.loihi.validate.MappingValidator} reads
 * the file, counts what every core takes, follows every route, draws the neurons and synapses of
 * the network as the simulator does, and looks for each of them on the chip. It is written against
 * the description of the hardware and uses no class of the compiler but the profile's limits.
 *
 * <table>
 * <caption>What is checked, and where</caption>
 * <tr><td>limits, counts, slices</td><td>{@code CoreCheck}</td></tr>
 * <tr><td>ranges of registers</td><td>{@code RegisterCheck}</td></tr>
 * <tr><td>words of the synapse memory</td><td>{@code MemoryCheck}</td></tr>
 * <tr><td>crossbars</td><td>{@code CrossbarCheck}</td></tr>
 * <tr><td>routes and places</td><td>{@code RouteCheck}</td></tr>
 * <tr><td>populations</td><td>{@code PopulationCheck}</td></tr>
 * <tr><td>fields of neurons, and how far rounding may take them</td><td>{@code NeuronCheck,
 *     ExpectedNeuron}</td></tr>
 * <tr><td>synapses</td><td>{@code SynapseCheck}</td></tr>
 * <tr><td>learning rules</td><td>{@code LearningCheck}</td></tr>
 * <tr><td>trains of ports, synapses of the host</td><td>{@code PortCheck, HostCheck}</td></tr>
 * </table>
 *
 * <p>Not thread-safe.
 */
@NullMarked
package org.hillock.loihi.validate;

import org.jspecify.annotations.NullMarked;
