package org.hillock.stimulus.event;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.xxhash.XXHashFactory;
import org.hillock.stimulus.StimulusException;

/**
 * AEDAT 4.0: a line, a header, packets; a packet has a number of a stream and a size, and is a
 * {@link FlatTable} behind its length, which may be compressed by LZ4. Packets of events are taken,
 * those of frames and motion are passed over. An event has 16 bytes: time, x, y, polarity.
 */
final class Aedat4 {

  private static final int FIRST_LINE = "#!AER-DAT4.0\r\n".length();
  private static final String EVENTS = "EVTS";
  private static final int NONE = 0;
  private static final int MOST_LZ4 = 2;
  private static final int EVENT_BYTES = 16;
  private static final int LENGTH_BYTES = 4;

  /** Where the table of contents is, behind the last packet; -1 if there is none. */
  private static final int CONTENTS = 1;

  /** A packet is never so large: what would be is damaged. */
  private static final int MOST_BYTES = 1 << 28;

  private final byte[] file;
  private final String name;

  Aedat4(byte[] file, String name) {
    this.file = file;
    this.name = name;
  }

  void read(EventTaker events) throws StimulusException {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      int headerBytes = buffer.getInt(FIRST_LINE);
      int header = FIRST_LINE + 4;
      FlatTable table = new FlatTable(part(header, headerBytes));
      int compression = table.number(0, NONE);
      if (compression < NONE || compression > MOST_LZ4) {
        throw new StimulusException(
            "'" + name + "' is compressed by Zstandard", "save it again with LZ4 or without");
      }
      long end = table.wide(CONTENTS, -1);
      long last = end > 0 ? Math.min(end, file.length) : file.length;
      int at = Math.addExact(header, headerBytes);
      while (at < last) {
        int size = buffer.getInt(at + 4);
        byte[] packet = part(at + 8, size);
        take(compression == NONE ? packet : unpacked(packet), events);
        at = Math.addExact(at + 8, size);
      }
    } catch (IndexOutOfBoundsException | ArithmeticException | IOException e) {
      throw new StimulusException(
          "'" + name + "' is damaged or ends early", "fetch or copy it again");
    }
  }

  private byte[] part(int from, int size) {
    if (size < 0 || from > file.length - size) {
      throw new IndexOutOfBoundsException();
    }
    return Arrays.copyOfRange(file, from, from + size);
  }

  private static byte[] unpacked(byte[] packet) throws IOException {
    try (InputStream stream =
        new LZ4FrameInputStream(
            new ByteArrayInputStream(packet),
            LZ4Factory.safeInstance().safeDecompressor(),
            XXHashFactory.safeInstance().hash32())) {
      return stream.readNBytes(MOST_BYTES);
    } catch (RuntimeException e) {
      throw new IOException(e); // so the library says that a frame is none
    }
  }

  /** A packet begins with its length. */
  private void take(byte[] packet, EventTaker events) throws StimulusException {
    if (packet.length < LENGTH_BYTES) {
      throw new IndexOutOfBoundsException();
    }
    FlatTable table = new FlatTable(Arrays.copyOfRange(packet, LENGTH_BYTES, packet.length));
    if (!table.kind().equals(EVENTS)) {
      return;
    }
    int first = table.list(0);
    int count = table.length(first);
    for (int i = 0; i < count; i++) {
      int at = first + i * EVENT_BYTES;
      ByteBuffer bytes = table.bytes();
      events.take(
          bytes.getLong(at),
          bytes.getShort(at + 8),
          bytes.getShort(at + 10),
          bytes.get(at + 12) != 0);
    }
  }
}
