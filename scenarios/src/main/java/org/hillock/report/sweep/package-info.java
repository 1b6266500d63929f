/**
 * The page of a sweep: what was varied, the plots, what failed, and the whole table. Read {@link
 * org.hillock.report.sweep.SweepReport} first. Numbers are shown as the table has them, in the
 * units of its headings. Everything here belongs to the thread that writes the page.
 */
@NullMarked
package org.hillock.report.sweep;

import org.jspecify.annotations.NullMarked;
