/**
 * The page of a comparison: what {@code compare} printed, and its plot. Read {@link
 * org.hillock.report.comparison.ComparisonReport} first. Units are those of the tables. Everything
 * here belongs to the thread that writes the page.
 */
@NullMarked
package org.hillock.report.comparison;

import org.jspecify.annotations.NullMarked;
