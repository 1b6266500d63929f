package org.hillock.engine.exchange;

/** One process: what its threads have written all of them can read once they have met. */
final class OfThreads implements SpikeExchange {

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public int ranks() {
    return 1;
  }

  @Override
  public int exchange(Parcel parcel, int said) {
    return said;
  }

  @Override
  public ToFirst toFirst() {
    throw new IllegalStateException("there is no other rank");
  }

  @Override
  public FromRank from(int rank) {
    throw new IllegalStateException("there is no other rank");
  }
}
