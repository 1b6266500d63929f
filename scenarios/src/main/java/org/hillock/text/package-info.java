/**
 * Text that people type and read: numbers, names, mistakes.
 *
 * <p>Results are text of which nearly all is numbers, so writing them decides how long a run takes
 * to end. Read {@link org.hillock.text.ShortestDecimal} first: the fewest digits that read back to
 * the same double, the same on every JVM; {@link org.hillock.text.DecimalText} gives them a form.
 * {@link org.hillock.text.Names} finds what was meant by a name that does not exist, and a {@link
 * org.hillock.text.MistakeException} says so.
 *
 * <p>Knows {@link org.hillock.file} alone. Objects are used by one thread.
 */
@NullMarked
package org.hillock.text;

import org.jspecify.annotations.NullMarked;
