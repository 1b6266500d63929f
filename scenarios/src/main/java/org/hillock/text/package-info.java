/**
 * Numbers as text, fast and exact.
 *
 * <p>Results are text of which nearly all is numbers, so writing them decides how long a run takes
 * to end. Read {@link org.hillock.text.ShortestDecimal} first: the fewest digits that read back to
 * the same double, the same on every JVM; {@link org.hillock.text.DecimalText} gives them a form.
 *
 * <p>Knows no other package of Hillock. Objects are used by one thread.
 */
@NullMarked
package org.hillock.text;

import org.jspecify.annotations.NullMarked;
