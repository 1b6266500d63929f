/**
 * What a run records, and where it goes.
 *
 * <p>Read {@link org.hillock.record.Recording} first: requests that say what to keep. What is not
 * asked for costs nothing. Each partition {@linkplain org.hillock.record.HeldRecord holds} what it
 * has recorded until there is enough of it; then the parts of all partitions become a {@link
 * org.hillock.record.Batch}, which {@link org.hillock.record.SinkQueue} passes on to a {@link
 * org.hillock.record.Sink}. So memory does not grow with time, unless the sink is {@linkplain
 * org.hillock.record.MemorySink memory}.
 *
 * <p>Times are in ms from the start of the run. Lists and tables are not changed once they are in a
 * batch.
 */
@NullMarked
package org.hillock.record;

import org.jspecify.annotations.NullMarked;
