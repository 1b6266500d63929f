/**
 * The sections of a scenario file, and what stands in them.
 *
 * <p>Read {@link org.hillock.scenario.section.Keys} first: which keys each map of a file may have.
 * {@link org.hillock.scenario.section.ScenarioSchema} makes a JSON schema of it.
 *
 * <table>
 * <caption>How a file is read</caption>
 * <tr><td>{@code SetOptions}</td><td>puts {@code --set} values in</td></tr>
 * <tr><td>{@code Fields}</td><td>a map whose keys were checked; unknown ones are refused</td></tr>
 * <tr><td>{@code ParameterTable}</td><td>the {@code parameters:}, evaluated in any order</td></tr>
 * <tr><td>{@code ValueReader}</td><td>one value: a quantity, a whole number, a switch</td></tr>
 * <tr><td>{@code TimeSection} … {@code RecordSection}</td><td>one section of the file each</td></tr>
 * </table>
 *
 * <p>All that is read is in ms, mV, pA, pF, nS, MΩ and Hz. Readers are used by one thread.
 */
@NullMarked
package org.hillock.scenario.section;

import org.jspecify.annotations.NullMarked;
