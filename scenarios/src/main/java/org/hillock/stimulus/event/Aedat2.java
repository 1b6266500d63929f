package org.hillock.stimulus.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hillock.stimulus.StimulusException;

/**
 * AEDAT 2.0: lines that begin with #, then an address and a time in microseconds for each event,
 * both of four bytes, the highest first. What an address means depends on the camera: of the DVS128
 * bit 0 is set where the pixel became darker, bits 1 to 7 are x and 8 to 14 are y; of the DAVIS bit
 * 31 says that it is no event of polarity, bit 10 that it came from outside, bit 11 is set where
 * the pixel became brighter, 12 to 21 are x, 22 to 30 y. Columns begin at the right, rows at the
 * bottom. So does jAER, which writes these files, read them (DVS128 and DavisBaseCamera of its
 * sources).
 */
final class Aedat2 {

  private static final int BYTES = 8;

  private Aedat2() {}

  static void read(byte[] bytes, String name, EventTaker events) throws StimulusException {
    int at = 0;
    boolean davis = false;
    while (at < bytes.length && bytes[at] == '#') {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      String line =
          new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      davis |= line.contains("davis");
      at = Math.min(bytes.length, end + 1);
    }
    if ((bytes.length - at) % BYTES != 0) {
      throw new StimulusException(
          "'" + name + "' ends within an event: " + (bytes.length - at) + " bytes of events",
          "expected eight for each; fetch or copy it again");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, at, bytes.length - at);
    while (buffer.hasRemaining()) {
      int address = buffer.getInt();
      long time = buffer.getInt() & 0xFFFFFFFFL;
      if (!davis) {
        if ((address >>> 15 & 1) == 0) {
          events.take(time, address >>> 1 & 0x7f, address >>> 8 & 0x7f, (address & 1) == 0);
        }
      } else if (address >= 0 && (address >>> 10 & 1) == 0) {
        int x = address >>> 12 & 0x3ff;
        events.take(time, x, address >>> 22 & 0x1ff, (address >>> 11 & 1) != 0);
      }
    }
  }
}
