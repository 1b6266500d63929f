package org.hillock.engine.exchange;

import java.nio.ByteBuffer;

/**
 * Processes, or threads that play them, that pass bytes to each other. All make the same calls in
 * the same order; a call returns when the others have made it too. Buffers are direct; their
 * positions and limits say nothing.
 */
public interface Ranks {

  /** Which one this is, from 0. */
  int rank();

  /** How many there are. */
  int size();

  /**
   * Tells all the same.
   *
   * @param own {@code bytes} bytes
   * @param all takes those of every rank, one after the other
   * @param bytes how many of each
   */
  void allgather(ByteBuffer own, ByteBuffer all, int bytes);

  /**
   * Tells each something else.
   *
   * @param to {@code bytes} bytes for each rank, one after the other
   * @param from takes those of every rank, one after the other
   * @param bytes how many for each
   */
  void alltoall(ByteBuffer to, ByteBuffer from, int bytes);

  /**
   * Tells one.
   *
   * @param buffer {@code bytes} bytes
   * @param bytes how many
   * @param to which rank, which calls {@link #receive}
   */
  void send(ByteBuffer buffer, int bytes, int to);

  /**
   * Hears one.
   *
   * @param buffer takes {@code bytes} bytes
   * @param bytes how many
   * @param from which rank, which calls {@link #send}
   */
  void receive(ByteBuffer buffer, int bytes, int from);
}
