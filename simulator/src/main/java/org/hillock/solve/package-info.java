/**
 * Numerical integration of ordinary differential equations, with an error that is stated.
 *
 * <p>Read {@link org.hillock.solve.RungeKuttaFehlberg} first: one step for many independent systems
 * at once, each with its own length. Who calls it decides what error is allowed, and how to go on
 * where it is larger.
 *
 * <p>No units: they are those of the equations. Objects are for one thread.
 */
@NullMarked
package org.hillock.solve;

import org.jspecify.annotations.NullMarked;
