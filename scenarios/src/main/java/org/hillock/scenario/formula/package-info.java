/**
 * Expressions such as {@code eta * 20 mV / (J * 20 ms)}.
 *
 * <p>Read {@link org.hillock.scenario.formula.Expression} first: {@link
 * org.hillock.scenario.formula.Tokens} and {@link org.hillock.scenario.formula.ExpressionParser}
 * make one of a text, {@link org.hillock.scenario.formula.Evaluator} its value, with what a {@link
 * org.hillock.scenario.formula.Scope} knows of names. Sums and comparisons of different dimensions
 * are mistakes, each an {@link org.hillock.scenario.formula.ExpressionException} with its place in
 * the text.
 *
 * <p>Units are those of {@link org.hillock.scenario.quantity}. Parsers are used by one thread,
 * expressions are immutable.
 */
@NullMarked
package org.hillock.scenario.formula;

import org.jspecify.annotations.NullMarked;
