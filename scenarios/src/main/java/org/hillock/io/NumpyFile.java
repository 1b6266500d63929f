package org.hillock.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hillock.file.NumberRegion;

/**
 * An array of NumPy in a file of its own, written piece by piece: version 1.0 of the format (NumPy
 * Enhancement Proposal 1), little-endian, the last index varying fastest.
 */
final class NumpyFile implements AutoCloseable {

  /** The header is padded to a multiple of 64 bytes; no shape of two numbers needs more. */
  private static final int HEADER = 128;

  private static final int BEFORE_TEXT = 10;

  private final FileChannel channel;
  private final NumberRegion numbers;

  private NumpyFile(Path file, String type, long... shape) throws IOException {
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING);
    ByteBuffer header = ByteBuffer.wrap(header(type, shape));
    while (header.hasRemaining()) {
      channel.write(header);
    }
    this.numbers = new NumberRegion(channel, HEADER);
  }

  /** Numbers of double precision. */
  static NumpyFile doubles(Path file, long... shape) throws IOException {
    return new NumpyFile(file, "<f8", shape);
  }

  /** Whole numbers of 32 bits. */
  static NumpyFile ints(Path file, long... shape) throws IOException {
    return new NumpyFile(file, "<i4", shape);
  }

  private static byte[] header(String type, long... shape) {
    String sizes =
        Arrays.stream(shape).mapToObj(size -> size + ",").collect(Collectors.joining(" "));
    String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
    byte[] header = new byte[HEADER];
    Arrays.fill(header, (byte) ' ');
    byte[] begin = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, HEADER - BEFORE_TEXT, 0};
    System.arraycopy(begin, 0, header, 0, begin.length);
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, BEFORE_TEXT, bytes.length);
    header[HEADER - 1] = '\n';
    return header;
  }

  /** Where the numbers go. */
  NumberRegion numbers() {
    return numbers;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      numbers.flush();
    }
  }
}
