package org.hillock.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Numbers that lie one after the other from a place in a file on, little-endian. Several regions of
 * a file can be written in turn.
 */
public final class NumberRegion {

  private static final int BLOCK = 1 << 16;

  private final FileChannel channel;
  private final ByteBuffer out = ByteBuffer.allocateDirect(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
  private long place;

  /**
   * @param channel the file
   * @param place where the first number lies [bytes]
   */
  public NumberRegion(FileChannel channel, long place) {
    this.channel = channel;
    this.place = place;
  }

  /** Writes a number of 8 bytes. */
  public void put(double number) throws IOException {
    room(Double.BYTES).putDouble(number);
  }

  /** Writes numbers of 8 bytes. */
  public void put(double[] several) throws IOException {
    for (double number : several) {
      put(number);
    }
  }

  /** Writes a whole number of 8 bytes. */
  public void put(long number) throws IOException {
    room(Long.BYTES).putLong(number);
  }

  /** Writes a whole number of 4 bytes. */
  public void put(int number) throws IOException {
    room(Integer.BYTES).putInt(number);
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (out.remaining() < bytes) {
      flush();
    }
    return out;
  }

  /** Puts what has been written into the file. */
  public void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      place += channel.write(out, place);
    }
    out.clear();
  }
}
