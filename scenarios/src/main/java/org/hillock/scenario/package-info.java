/**
 * From a YAML text to a scenario that can be run, or to all of its mistakes.
 *
 * <p>Read {@link org.hillock.scenario.ScenarioLoader} first: {@code load} goes through a file from
 * top to bottom. It hands out a {@link org.hillock.scenario.Scenario}, or throws a {@link
 * org.hillock.scenario.ScenarioException} that holds a {@link org.hillock.scenario.Problem} for
 * each mistake, with its line and column, the value found, what is allowed, and the nearest valid
 * name.
 *
 * <table>
 * <caption>How a file is read</caption>
 * <tr><td>{@code YamlReader}</td><td>text to {@code Item}s: values, lists and maps with places</td></tr>
 * <tr><td>{@code SetOptions}</td><td>puts {@code --set} values in</td></tr>
 * <tr><td>{@code Keys}, {@code Fields}</td><td>which keys a map may have; unknown ones are refused</td></tr>
 * <tr><td>{@code ParameterTable}</td><td>the {@code parameters:}, evaluated in any order</td></tr>
 * <tr><td>{@code ValueReader}</td><td>one value: a quantity, a whole number, a switch</td></tr>
 * <tr><td>{@code TimeSection} … {@code RecordSection}</td><td>one section of the file each</td></tr>
 * <tr><td>{@code Expectation}</td><td>a claim, checked for sense here and for truth after the run</td></tr>
 * <tr><td>{@code ResolvedYaml}</td><td>the scenario as run, as a file again</td></tr>
 * </table>
 *
 * <p>A value is a formula ({@code eta * 20 mV / (J * 20 ms)}): {@code Tokens}, {@code
 * ExpressionParser}, {@code Expression} and {@code Evaluator}. Every {@link
 * org.hillock.scenario.Quantity} carries a {@link org.hillock.scenario.Dimension}; sums and
 * comparisons of different dimensions are mistakes, and so is a value without a unit where one
 * belongs. The power of ten of a unit is kept apart from the number until the number is needed, so
 * that "8 Hz" is exactly 8.0 and "100 us" exactly 0.1 ms.
 *
 * <p>Reading goes on after a mistake. What rests on something that was already reported is passed
 * over in silence: a method that could not read a value returns null, a population that was not
 * understood has size 0.
 *
 * <p>All that leaves this package is in ms, mV, pA, pF, nS, MΩ and Hz. Loading uses one thread;
 * scenarios are immutable and may be shared.
 */
@NullMarked
package org.hillock.scenario;

import org.jspecify.annotations.NullMarked;
