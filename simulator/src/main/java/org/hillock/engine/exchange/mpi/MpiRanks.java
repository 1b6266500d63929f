package org.hillock.engine.exchange.mpi;

import java.nio.ByteBuffer;
import org.hillock.engine.exchange.Ranks;

/** The processes of MPI's world. */
final class MpiRanks implements Ranks {

  private final MpiFunctions mpi;
  private final int rank;
  private final int size;

  /** The buffers that were used last: most calls use the same again. */
  private ByteBuffer known = ByteBuffer.allocateDirect(1);

  private long knownAt = NativeLibrary.address(known);

  /** Odd while a call waits for other ranks; grows by two with each. */
  private volatile long calls;

  private ByteBuffer otherKnown = known;
  private long otherKnownAt = knownAt;

  MpiRanks(MpiFunctions mpi) {
    this.mpi = mpi;
    this.rank = mpi.rank();
    this.size = mpi.size();
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public int size() {
    return size;
  }

  /** A number that is odd while a call waits for other ranks, and grows with each call. */
  long calls() {
    return calls;
  }

  /** One thread at a time calls, so nothing is lost. */
  private void turn() {
    calls = calls + 1;
  }

  private long address(ByteBuffer buffer) {
    if (buffer == known) {
      return knownAt;
    }
    if (buffer == otherKnown) {
      return otherKnownAt;
    }
    otherKnown = known;
    otherKnownAt = knownAt;
    known = buffer;
    knownAt = NativeLibrary.address(buffer);
    return knownAt;
  }

  @Override
  public void allgather(ByteBuffer own, ByteBuffer all, int bytes) {
    turn();
    mpi.allgather(address(own), address(all), bytes);
    turn();
  }

  @Override
  public void alltoall(ByteBuffer to, ByteBuffer from, int bytes) {
    turn();
    mpi.alltoall(address(to), address(from), bytes);
    turn();
  }

  @Override
  public void send(ByteBuffer buffer, int bytes, int to) {
    turn();
    mpi.send(address(buffer), bytes, to);
    turn();
  }

  @Override
  public void receive(ByteBuffer buffer, int bytes, int from) {
    turn();
    mpi.receive(address(buffer), bytes, from);
    turn();
  }
}
