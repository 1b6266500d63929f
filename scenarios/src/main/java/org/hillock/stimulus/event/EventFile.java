package org.hillock.stimulus.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hillock.stimulus.StimulusException;

/**
 * A file of an event camera: AEDAT 2 and 4 of jAER and DV (docs.inivation.com), or a table of x, y,
 * t and polarity.
 */
final class EventFile {

  private static final String AEDAT = "#!AER-DAT";
  private static final long MOST_BYTES = 1L << 30;

  private EventFile() {}

  /**
   * Reads all events, in the order of the file.
   *
   * @param file which
   * @param name what messages call it
   * @param width columns of the sensor, with which those of AEDAT 2, which begin at the right, are
   *     counted from the left
   * @param height rows of the sensor, likewise
   * @param events takes them
   * @throws StimulusException if it is missing, damaged, or of a form that is not known
   */
  static void read(Path file, String name, int width, int height, EventTaker events)
      throws StimulusException {
    byte[] bytes;
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new StimulusException("'" + name + "' is larger than 1 GiB", "cut it into parts");
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new StimulusException("no file '" + name + "' beside the scenario", "");
    } catch (IOException e) {
      throw new StimulusException("'" + name + "' cannot be read: " + e.getMessage(), "");
    }
    String start =
        new String(bytes, 0, Math.min(bytes.length, AEDAT.length() + 1), StandardCharsets.US_ASCII);
    if (!start.startsWith(AEDAT)) {
      CsvEvents.read(bytes, name, events);
    } else if (start.endsWith("2")) {
      Aedat2.read(
          bytes,
          name,
          (time, x, y, on) -> events.take(time, mirrored(x, width), mirrored(y, height), on));
    } else if (start.endsWith("4")) {
      new Aedat4(bytes, name).read(events);
    } else {
      throw new StimulusException(
          "'" + name + "' is of version " + start.substring(AEDAT.length()) + " of AEDAT",
          "expected 2 or 4; DV converts the others");
    }
  }

  /** From the other end; what is not on the sensor stays, for the message about it. */
  private static int mirrored(int at, int length) {
    return at < length ? length - 1 - at : at;
  }
}
