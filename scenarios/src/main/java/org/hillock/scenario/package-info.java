/**
 * From a YAML text to a scenario that can be run, or to all of its mistakes.
 *
 * <p>Read {@link org.hillock.scenario.ScenarioLoader} first: {@code load} goes through a file from
 * top to bottom. It hands out a {@link org.hillock.scenario.Scenario}, or throws a {@link
 * org.hillock.scenario.source.ScenarioException} that holds a {@link
 * org.hillock.scenario.source.Problem} for each mistake, with its line and column, the value found,
 * what is allowed, and the nearest valid name.
 *
 * <table>
 * <caption>The rooms, each of which knows only those above it</caption>
 * <tr><td>{@link org.hillock.scenario.quantity}</td><td>numbers with units</td></tr>
 * <tr><td>{@link org.hillock.scenario.formula}</td><td>expressions, and what they are worth</td></tr>
 * <tr><td>{@link org.hillock.scenario.source}</td><td>the text, its items with their places, and
 *     mistakes</td></tr>
 * <tr><td>{@link org.hillock.scenario.section}</td><td>the sections of a file, and what stands in
 *     them</td></tr>
 * <tr><td>{@link org.hillock.scenario.claim}</td><td>what a scenario expects of its results</td></tr>
 * <tr><td>{@code scenario} itself</td><td>the whole of it</td></tr>
 * <tr><td>{@code scenario.write}</td><td>a scenario as a file again</td></tr>
 * </table>
 *
 * <p>Reading goes on after a mistake. What rests on something that was already reported is passed
 * over in silence: a method that could not read a value returns null, a population that was not
 * understood has size 0.
 *
 * <p>A scenario is in ms, mV, pA, pF, nS, MΩ and Hz. Loading uses one thread; scenarios are
 * immutable and may be shared.
 */
@NullMarked
package org.hillock.scenario;

import org.jspecify.annotations.NullMarked;
