package org.hillock.engine.exchange;

import java.nio.ByteBuffer;

/** Reads at the first rank what another one has written by {@link ToFirst}, in the same order. */
public final class FromRank {

  private final Ranks ranks;
  private final int rank;
  private final ByteBuffer piece = Packet.allocate(ToFirst.PIECE);

  FromRank(Ranks ranks, int rank) {
    this.ranks = ranks;
    this.rank = rank;
    piece.position(piece.limit());
  }

  private void have(int bytes) {
    if (piece.remaining() < bytes) {
      piece.clear();
      ranks.receive(piece, ToFirst.PIECE, rank);
    }
  }

  /** Reads a number. */
  public long next() {
    have(Long.BYTES);
    return piece.getLong();
  }

  /** Reads numbers. */
  public int[] ints() {
    int[] values = new int[(int) next()];
    for (int at = 0; at < values.length; ) {
      have(Integer.BYTES);
      int some = Math.min(values.length - at, piece.remaining() / Integer.BYTES);
      piece.asIntBuffer().get(values, at, some);
      piece.position(piece.position() + some * Integer.BYTES);
      at += some;
    }
    return values;
  }

  /** Reads numbers. */
  public double[] doubles() {
    double[] values = new double[(int) next()];
    for (int at = 0; at < values.length; ) {
      have(Double.BYTES);
      int some = Math.min(values.length - at, piece.remaining() / Double.BYTES);
      piece.asDoubleBuffer().get(values, at, some);
      piece.position(piece.position() + some * Double.BYTES);
      at += some;
    }
    return values;
  }

  /** Reads rows. */
  public double[][] rows() {
    double[][] rows = new double[(int) next()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = doubles();
    }
    return rows;
  }
}
