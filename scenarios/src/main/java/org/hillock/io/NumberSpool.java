package org.hillock.io;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Numbers on their way to a file of a result whose order is another than that in which they come:
 * written one after the other into a file of their own, and read from any place.
 */
final class NumberSpool implements Closeable {

  private static final int BLOCK = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer out = buffer();
  private final ByteBuffer in = buffer();
  private long written;

  /**
   * @param file to write
   * @param bytes of it that stay; 0 for a new one
   */
  NumberSpool(Path file, long bytes) throws IOException {
    this.file = file;
    this.channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    channel.truncate(bytes);
    this.written = bytes;
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocateDirect(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many numbers there are. */
  long size() {
    return written / Double.BYTES + out.position() / Double.BYTES;
  }

  void append(double number) throws IOException {
    if (!out.hasRemaining()) {
      flush();
    }
    out.putDouble(number);
  }

  void append(double[] numbers) throws IOException {
    for (double number : numbers) {
      append(number);
    }
  }

  /** How long the file is, once all has been put into it [bytes]. */
  long bytes() throws IOException {
    flush();
    return written;
  }

  /** Puts what has been appended into the file. */
  void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      written += channel.write(out, written);
    }
    out.clear();
  }

  /**
   * Reads numbers.
   *
   * @param at place of the first of them
   * @param into takes them, from its beginning
   * @param count how many
   */
  void read(long at, double[] into, int count) throws IOException {
    if ((at + count) * Double.BYTES > written) {
      flush();
    }
    long place = at * Double.BYTES;
    for (int done = 0; done < count; ) {
      in.clear().limit(Math.min(BLOCK, (count - done) * Double.BYTES));
      while (in.hasRemaining()) {
        int read = channel.read(in, place + in.position());
        if (read < 0) {
          throw new EOFException("'" + file.getFileName() + "' is shorter than it was");
        }
      }
      place += in.position();
      in.flip();
      while (in.hasRemaining()) {
        into[done++] = in.getDouble();
      }
    }
  }

  /** Cuts off what was written from a place on, such as a part of what there was no room for. */
  void cutTo(long size) throws IOException {
    out.clear();
    written = size * Double.BYTES;
    channel.truncate(written);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
