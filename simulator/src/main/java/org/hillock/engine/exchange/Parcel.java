package org.hillock.engine.exchange;

/** What one rank tells the others at once: it is written there, and read by each of them. */
public interface Parcel {

  /** In place of a rank: all of them. */
  int ALL = -1;

  /**
   * Writes what is to be told.
   *
   * @param rank to whom; {@link #ALL} unless each is told {@linkplain #selective something else}
   * @param to where
   */
  void write(int rank, Packet to);

  /**
   * Reads what another rank has told.
   *
   * @param rank which; never the own one
   * @param from what it has written
   */
  void read(int rank, Packet from);

  /** Whether each rank is told something else; all ranks must say the same. */
  default boolean selective() {
    return false;
  }
}
