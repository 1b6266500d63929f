package org.hillock.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.hillock.text.DecimalText;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of a table in blocks of bytes, without an object for each number: some hundred
 * megabytes a second, so that a run ends soon after its last step.
 */
final class TableWriter implements Closeable {

  private static final int BLOCK = 1 << 16;

  private final OutputStream out;
  private final @Nullable MessageDigest digest;
  private final DecimalText number = new DecimalText();
  private final byte[] block = new byte[BLOCK];
  private int end;
  private long length;

  /**
   * @param digest takes all lines but the header, or null
   */
  private TableWriter(OutputStream out, @Nullable MessageDigest digest) {
    this.out = out;
    this.digest = digest;
  }

  /** Into a file. */
  static TableWriter into(Path file, String header) throws IOException {
    return into(file, header, null);
  }

  /** Into a file, with a hash of the lines after the header. */
  static TableWriter into(Path file, String header, @Nullable MessageDigest digest)
      throws IOException {
    // Through a channel: only that can be given up in the middle, by an interrupt.
    OutputStream out =
        Channels.newOutputStream(
            FileChannel.open(
                file,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING));
    try {
      out.write((header + "\n").getBytes(StandardCharsets.UTF_8));
      return new TableWriter(out, digest);
    } catch (IOException e) {
      out.close();
      throw e;
    }
  }

  /**
   * Goes on with a file.
   *
   * @param bytes of the file, header included, that stay; what comes after is cut off
   * @param header its first lines
   * @param digest takes the lines that come now
   */
  static TableWriter goOn(Path file, long bytes, String header, @Nullable MessageDigest digest)
      throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    try {
      channel.truncate(bytes).position(bytes);
      TableWriter out = new TableWriter(Channels.newOutputStream(channel), digest);
      out.length = bytes - bytes(header + "\n").length;
      return out;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Into nothing but a hash. */
  static TableWriter into(MessageDigest digest) {
    return new TableWriter(OutputStream.nullOutputStream(), digest);
  }

  /** A text, to be written often, in the form that {@link #text(byte[])} takes. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  TableWriter number(double value) throws IOException {
    reserve(DecimalText.LONGEST);
    end = number.put(value, block, end);
    return this;
  }

  TableWriter whole(long value) throws IOException {
    reserve(DecimalText.LONGEST);
    end = number.putWhole(value, block, end);
    return this;
  }

  TableWriter text(byte[] text) throws IOException {
    if (text.length > BLOCK) {
      flush();
      pass(text, text.length);
    } else {
      reserve(text.length);
      System.arraycopy(text, 0, block, end, text.length);
      end += text.length;
    }
    return this;
  }

  TableWriter comma() throws IOException {
    return character(',');
  }

  /** Ends a line. */
  TableWriter line() throws IOException {
    return character('\n');
  }

  TableWriter character(char ascii) throws IOException {
    reserve(1);
    block[end++] = (byte) ascii;
    return this;
  }

  private void reserve(int bytes) throws IOException {
    if (end + bytes > BLOCK) {
      flush();
    }
  }

  /** Passes on what has been written so far. */
  void flush() throws IOException {
    pass(block, end);
    end = 0;
  }

  /** How many bytes have been passed on, without the header. */
  long length() {
    return length;
  }

  private void pass(byte[] bytes, int count) throws IOException {
    if (digest != null) {
      digest.update(bytes, 0, count);
    }
    out.write(bytes, 0, count);
    length += count;
  }

  /** Closes without what has not been passed on, after a failure. */
  void abandon() throws IOException {
    end = 0;
    out.close();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
