package org.hillock.stimulus;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of the form in which MNIST is kept (IDX; LeCun, Cortes and Burges 1998), of unsigned
 * bytes, as it is or compressed by gzip: two bytes 0, one for the type of the values, one for the
 * number of dimensions, the dimensions as whole numbers of four bytes, the values.
 *
 * @param dimensions such as images, rows and columns
 * @param values one a byte, from 0 to 255
 */
record IdxFile(int[] dimensions, byte[] values) {

  private static final int UNSIGNED_BYTES = 8;
  private static final int GZIP = 0x1f8b;

  /**
   * Reads a file.
   *
   * @param file which
   * @param name what messages call it
   * @param dimensions how many it must have
   * @throws StimulusException if it is not of this form
   */
  static IdxFile read(Path file, String name, int dimensions) throws StimulusException {
    try (InputStream stream = opened(file)) {
      return read(new DataInputStream(stream), name, dimensions);
    } catch (NoSuchFileException e) {
      throw new StimulusException("no file '" + name + "' beside the scenario", "");
    } catch (EOFException | ZipException e) {
      throw new StimulusException(
          "'" + name + "' ends early or is damaged", "fetch or copy it again");
    } catch (IOException e) {
      throw new StimulusException("'" + name + "' cannot be read: " + e.getMessage(), "");
    }
  }

  private static InputStream opened(Path file) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      stream.mark(2);
      int magic = stream.read() << 8 | stream.read();
      stream.reset();
      return magic == GZIP ? new BufferedInputStream(new GZIPInputStream(stream)) : stream;
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  private static IdxFile read(DataInputStream stream, String name, int wanted)
      throws IOException, StimulusException {
    int magic = stream.readInt();
    int type = magic >>> 8;
    if (type >>> 8 != 0) {
      throw new StimulusException(
          "'" + name + "' is no IDX file",
          "expected one that begins as MNIST's do, such as" + " train-images-idx3-ubyte.gz");
    }
    if (type != UNSIGNED_BYTES) {
      throw new StimulusException(
          "'" + name + "' has values of the type 0x" + Integer.toHexString(type),
          "expected unsigned bytes, 0x8");
    }
    int count = magic & 0xff;
    if (count != wanted) {
      throw new StimulusException(
          "'" + name + "' has " + count + " dimensions",
          "expected " + wanted + (wanted == 1 ? ": labels" : ": images, rows and columns"));
    }
    int[] dimensions = new int[count];
    long size = 1;
    for (int i = 0; i < count; i++) {
      dimensions[i] = stream.readInt();
      if (dimensions[i] < 1) {
        throw new StimulusException(
            "'" + name + "' has a dimension of " + dimensions[i], "expected 1 or more");
      }
      size = Math.multiplyExact(Math.min(size, Integer.MAX_VALUE), dimensions[i]);
    }
    if (size > Integer.MAX_VALUE - 8) {
      throw new StimulusException(
          "'" + name + "' has " + size + " values", "expected at most two thousand million");
    }
    // In pieces, as they come: a wrong number in the header reserves nothing.
    byte[] values = stream.readNBytes((int) size);
    if (values.length < size) {
      throw new EOFException();
    }
    if (stream.read() >= 0) {
      throw new StimulusException(
          "'" + name + "' has more than the " + size + " values that it announces", "");
    }
    return new IdxFile(dimensions, values);
  }
}
