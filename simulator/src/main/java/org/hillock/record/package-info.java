/**
 * What a run records: requests that say what to keep, and the lists that come back.
 *
 * <p>Read {@link org.hillock.record.Recording} first. What is not asked for costs nothing. Times
 * are in ms from the start of the run. The lists are immutable once a run has ended.
 */
@NullMarked
package org.hillock.record;

import org.jspecify.annotations.NullMarked;
