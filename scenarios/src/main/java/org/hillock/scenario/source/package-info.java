/**
 * What a user gives: the text of a scenario, what the command line says instead, and the places
 * where mistakes are.
 *
 * <p>Read {@link org.hillock.scenario.source.Item} first: a value, a list or a map, with its place
 * in the file, as {@link org.hillock.scenario.source.YamlReader} finds it in a {@link
 * org.hillock.scenario.source.ScenarioSource}. Mistakes are collected in {@link
 * org.hillock.scenario.source.Problems} and thrown together, as a {@link
 * org.hillock.scenario.source.ScenarioException}.
 *
 * <p>Lines and columns from 1. Reading uses one thread; items and problems are immutable.
 */
@NullMarked
package org.hillock.scenario.source;

import org.jspecify.annotations.NullMarked;
