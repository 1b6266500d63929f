package org.hillock.io;

import java.io.IOException;

/** A folder with a checkpoint that this process, and no other, goes on with. */
public final class ClaimedFolder implements AutoCloseable {

  private final SavedFolder saved;
  private final Leftovers.Claim claim;

  ClaimedFolder(SavedFolder saved, Leftovers.Claim claim) {
    this.saved = saved;
    this.claim = claim;
  }

  /** What it was when it was found. */
  public SavedFolder saved() {
    return saved;
  }

  Leftovers.Claim claim() {
    return claim;
  }

  /** Gives it back, wherever it is by now. */
  @Override
  public void close() throws IOException {
    claim.release();
  }
}
