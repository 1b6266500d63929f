package org.hillock.engine.exchange;

import java.nio.ByteBuffer;

/**
 * Several processes, each with a share of the partitions.
 *
 * <p>What is told passes in chunks of one size for all ranks, which begin with how long they are,
 * so that one operation of MPI does it (as in NEST; Jordan et al. 2018, Front Neuroinform 12:2).
 * Where one rank has more to say than fits, all see so, grow their chunks by the same rule, and
 * tell everything again. Chunks shrink when they have long been too large.
 *
 * <pre>
 *   chunk:  length | longest that this rank tells any | what it says besides | bytes …
 * </pre>
 */
public final class OfRanks implements SpikeExchange {

  private static final int HEADER = 3 * Integer.BYTES;
  private static final int SMALLEST = 1 << 8;
  private static final int LARGEST = 1 << 30;

  /** After so many exchanges chunks are fitted to the longest of them. */
  private static final int WINDOW = 64;

  private final Ranks ranks;
  private final Packet[] packets;
  private int chunk = SMALLEST;
  private ByteBuffer told = Packet.allocate(0);
  private ByteBuffer heard = Packet.allocate(0);
  private int longest;
  private int exchanges;

  /**
   * @param ranks that share the network
   */
  public OfRanks(Ranks ranks) {
    this.ranks = ranks;
    this.packets = new Packet[ranks.size()];
    for (int rank = 0; rank < packets.length; rank++) {
      packets[rank] = new Packet(SMALLEST);
    }
  }

  @Override
  public int rank() {
    return ranks.rank();
  }

  @Override
  public int ranks() {
    return ranks.size();
  }

  @Override
  public int exchange(Parcel parcel, int said) {
    boolean selective = parcel.selective();
    int own = 0;
    for (int to = 0; to < (selective ? ranks.size() : 1); to++) {
      packets[to].clear();
      if (!selective || to != rank()) {
        parcel.write(selective ? to : Parcel.ALL, packets[to]);
      }
      own = Math.max(own, packets[to].size());
    }
    int needed = pass(selective, own, said);
    if (HEADER + needed > chunk) {
      chunk = fitting(needed);
      needed = pass(selective, own, said);
    }
    int all = 0;
    for (int from = 0; from < ranks.size(); from++) {
      int at = from * chunk;
      all |= heard.getInt(at + 2 * Integer.BYTES);
      if (from != rank()) {
        parcel.read(from, Packet.of(heard, at + HEADER, heard.getInt(at)));
      }
    }
    shrink(needed);
    return all;
  }

  /** Passes chunks of the present size; returns the longest that any rank tells. */
  private int pass(boolean selective, int own, int said) {
    int chunks = selective ? ranks.size() : 1;
    told = room(told, chunks);
    heard = room(heard, ranks.size());
    for (int to = 0; to < chunks; to++) {
      ByteBuffer written = packets[to].written();
      told.clear().position(to * chunk);
      told.putInt(written.limit()).putInt(own).putInt(said);
      told.put(written.limit(Math.min(written.limit(), chunk - HEADER)));
    }
    if (selective) {
      ranks.alltoall(told, heard, chunk);
    } else {
      ranks.allgather(told, heard, chunk);
    }
    int most = 0;
    for (int from = 0; from < ranks.size(); from++) {
      most = Math.max(most, heard.getInt(from * chunk + Integer.BYTES));
    }
    return most;
  }

  private ByteBuffer room(ByteBuffer buffer, int chunks) {
    long bytes = (long) chunks * chunk;
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalStateException(
          chunks + " chunks of " + chunk + " bytes for one exchange between ranks: too much");
    }
    return buffer.capacity() < bytes ? Packet.allocate((int) bytes) : buffer;
  }

  private static int fitting(int bytes) {
    long needed = Math.max(SMALLEST, (long) HEADER + bytes);
    return (int) Math.min(LARGEST, Long.highestOneBit(2 * needed - 1));
  }

  private void shrink(int needed) {
    longest = Math.max(longest, needed);
    if (++exchanges == WINDOW) {
      chunk = Math.min(chunk, fitting(longest));
      longest = 0;
      exchanges = 0;
    }
  }

  @Override
  public ToFirst toFirst() {
    return new ToFirst(ranks);
  }

  @Override
  public FromRank from(int rank) {
    return new FromRank(ranks, rank);
  }
}
