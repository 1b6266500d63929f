/**
 * Numbers with units.
 *
 * <p>Read {@link org.hillock.scenario.quantity.Quantity} first. It carries a {@link
 * org.hillock.scenario.quantity.Dimension}: what has different dimensions is not added or compared.
 * The power of ten of a {@link org.hillock.scenario.quantity.MeasurementUnit} is kept apart from
 * the number until the number is needed, so that "8 Hz" is exactly 8.0 and "100 us" exactly 0.1 ms.
 *
 * <p>Everything is immutable.
 */
@NullMarked
package org.hillock.scenario.quantity;

import org.jspecify.annotations.NullMarked;
