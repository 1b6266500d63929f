package org.hillock.io;

import java.io.IOException;
import org.hillock.record.Batch;

/** A part of what a {@link ResultSink} does with a record: one file of it, or counters. */
interface BatchTaker {

  /**
   * Takes what was recorded since the batch before.
   *
   * @throws IOException if it cannot be written
   */
  void take(Batch batch) throws IOException;
}
