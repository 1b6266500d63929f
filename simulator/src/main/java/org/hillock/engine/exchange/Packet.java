package org.hillock.engine.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Bytes that a rank writes and another one reads, in the order of the processor, outside of the
 * heap of Java, where MPI can reach them. Grows as it is written. Not thread-safe.
 */
public final class Packet {

  private static final int MOST = 1 << 30;

  private ByteBuffer bytes;

  Packet(int capacity) {
    this.bytes = allocate(capacity);
  }

  private Packet(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  static ByteBuffer allocate(int capacity) {
    return ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
  }

  /** Reads a stretch of a buffer. */
  static Packet of(ByteBuffer bytes, int from, int length) {
    return new Packet(bytes.slice(from, length).order(ByteOrder.nativeOrder()));
  }

  void clear() {
    bytes.clear();
  }

  int size() {
    return bytes.position();
  }

  /** What has been written, to be read from its beginning. */
  ByteBuffer written() {
    return bytes.duplicate().flip();
  }

  private ByteBuffer room(long more) {
    if (bytes.remaining() < more) {
      long needed = bytes.position() + more;
      if (needed > MOST) {
        throw new IllegalStateException(
            needed + " bytes for one exchange between ranks, which may take " + MOST);
      }
      ByteBuffer larger = allocate((int) Math.min(MOST, Math.max(needed, 2L * bytes.capacity())));
      bytes = larger.put(bytes.flip());
    }
    return bytes;
  }

  /** Writes a number. */
  public void putInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  /** Writes a number. */
  public void putLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  /** Writes a number. */
  public void putDouble(double value) {
    room(Double.BYTES).putDouble(value);
  }

  /** Writes the numbers of an array from one place to another, exclusive. */
  public void putInts(int[] values, int from, int to) {
    ByteBuffer into = room((long) Integer.BYTES * (to - from));
    into.asIntBuffer().put(values, from, to - from);
    into.position(into.position() + Integer.BYTES * (to - from));
  }

  /** Writes the numbers of an array from one place to another, exclusive. */
  public void putDoubles(double[] values, int from, int to) {
    ByteBuffer into = room((long) Double.BYTES * (to - from));
    into.asDoubleBuffer().put(values, from, to - from);
    into.position(into.position() + Double.BYTES * (to - from));
  }

  /** Reads a number. */
  public int getInt() {
    return bytes.getInt();
  }

  /** Reads a number. */
  public long getLong() {
    return bytes.getLong();
  }

  /** Reads a number. */
  public double getDouble() {
    return bytes.getDouble();
  }

  /** Reads numbers into an array from one place to another, exclusive. */
  public void getInts(int[] into, int from, int to) {
    bytes.asIntBuffer().get(into, from, to - from);
    bytes.position(bytes.position() + Integer.BYTES * (to - from));
  }

  /** Reads numbers into an array from one place to another, exclusive. */
  public void getDoubles(double[] into, int from, int to) {
    bytes.asDoubleBuffer().get(into, from, to - from);
    bytes.position(bytes.position() + Double.BYTES * (to - from));
  }
}
