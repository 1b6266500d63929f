/**
 * Neurons that move linearly between events: the equations are data, and everything else follows
 * from them, on a grid and in continuous time.
 *
 * <p>Read {@link org.hillock.model.linear.LinearDynamics} first; {@link
 * org.hillock.model.linear.Linear} makes of it what a model returns. {@link
 * org.hillock.model.linear.Paths} is the exact solution. On a grid {@link
 * org.hillock.model.linear.LinearKernel} is the loop; in continuous time {@link
 * org.hillock.model.linear.GeneralEvents} serves all, and the commonest shapes have faster
 * solutions of their own, and {@link org.hillock.model.linear.ExponentialCells} one for many
 * inputs, whose order does not matter. Units: ms, mV, pA, pF. Descriptions are immutable; kernels
 * belong to a block and are for one thread.
 */
@NullMarked
package org.hillock.model.linear;

import org.jspecify.annotations.NullMarked;
