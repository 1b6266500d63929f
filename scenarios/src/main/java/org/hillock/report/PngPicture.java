package org.hillock.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.hillock.io.ResultFormatException;

/** A picture of a file, within the page. */
public final class PngPicture {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private PngPicture() {}

  /**
   * Reads a picture.
   *
   * @throws ResultFormatException if it is none
   */
  public static byte[] read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < SIGNATURE.length; i++) {
      if (bytes.length <= i || bytes[i] != SIGNATURE[i]) {
        throw new ResultFormatException(file, 0, "not a PNG picture; draw it again, or remove it");
      }
    }
    return bytes;
  }

  /**
   * Writes it into the page.
   *
   * @param label what it shows, for those who cannot see it
   */
  public static void write(Markup page, byte[] png, String label) {
    String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    page.open("figure").empty("img", "class", "plot", "src", data, "alt", label).close();
  }
}
