package org.hillock.engine.exchange;

import java.nio.ByteBuffer;

/**
 * Takes results from a rank to the first one, in any amount, in pieces of one size. {@link
 * FromRank} reads them in the same order.
 */
public final class ToFirst implements AutoCloseable {

  /** [bytes]; a multiple of the size of every number. */
  static final int PIECE = 1 << 18;

  private final Ranks ranks;
  private final ByteBuffer piece = Packet.allocate(PIECE);

  ToFirst(Ranks ranks) {
    this.ranks = ranks;
  }

  /** Writes a number. */
  public void put(long value) {
    room(Long.BYTES);
    piece.putLong(value);
  }

  /** Writes how many numbers there are, and they. */
  public void put(int[] values) {
    put((long) values.length);
    for (int at = 0; at < values.length; ) {
      room(Integer.BYTES);
      int some = Math.min(values.length - at, piece.remaining() / Integer.BYTES);
      piece.asIntBuffer().put(values, at, some);
      piece.position(piece.position() + some * Integer.BYTES);
      at += some;
    }
  }

  /** Writes how many numbers there are, and they. */
  public void put(double[] values) {
    put((long) values.length);
    for (int at = 0; at < values.length; ) {
      room(Double.BYTES);
      int some = Math.min(values.length - at, piece.remaining() / Double.BYTES);
      piece.asDoubleBuffer().put(values, at, some);
      piece.position(piece.position() + some * Double.BYTES);
      at += some;
    }
  }

  /** Writes how many rows there are, and they. */
  public void put(double[][] rows) {
    put((long) rows.length);
    for (double[] row : rows) {
      put(row);
    }
  }

  private void room(int bytes) {
    if (piece.remaining() < bytes) {
      pass();
    }
  }

  private void pass() {
    ranks.send(piece, PIECE, 0);
    piece.clear();
  }

  /** Passes on what is left. */
  @Override
  public void close() {
    if (piece.position() > 0) {
      pass();
    }
  }
}
