/**
 * What reaches neurons from outside in each step of the grid.
 *
 * <p>Read {@link org.hillock.engine.grid.input.GridInput} first: what one input adds to some
 * neurons of one block in a step. {@link org.hillock.engine.grid.input.GridInputs} makes them from
 * the inputs of a network.
 *
 * <p>Steps are counted from 1; currents in pA. An input is used by one thread at a time.
 */
@NullMarked
package org.hillock.engine.grid.input;

import org.jspecify.annotations.NullMarked;
