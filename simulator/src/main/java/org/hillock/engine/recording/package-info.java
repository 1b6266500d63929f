/**
 * From partitions to a sink: what they have recorded is put together in an order that does not
 * depend on them, for every engine.
 *
 * <p>Read {@link org.hillock.engine.recording.RecordStream} first. An engine says by {@link
 * org.hillock.engine.recording.RecordTimes} how it counts time, and by {@link
 * org.hillock.engine.recording.RecordSource} what its partitions hold. Called between two epochs,
 * by one thread.
 */
@NullMarked
package org.hillock.engine.recording;

import org.jspecify.annotations.NullMarked;
