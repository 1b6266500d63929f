package org.hillock.experiment;

import java.nio.file.Path;
import org.hillock.io.ClaimedFolder;
import org.jspecify.annotations.Nullable;

/**
 * Where a run begins, and whether it can be gone on with.
 *
 * @param saving how it is saved now and then; null if it is not
 * @param folder of results that is gone on with; null for a new one
 * @param from whose state it began with, as it was named; null if it began with its own
 */
public record Course(@Nullable Saving saving, @Nullable ClaimedFolder folder, @Nullable Path from) {

  /** From the beginning to the end. */
  public static final Course WHOLE = new Course(null, null, null);
}
