package org.hillock.loihi.chip;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What is wrong with bytes that should be text in UTF-8, as a sentence for people. */
public final class NotText {

  private NotText() {}

  /** The first byte that is not UTF-8, and where it is. */
  public static String of(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(1 << 12);
    int line = 1;
    int column = 1;
    boolean more = true;
    while (more) {
      more = decoder.decode(in, out, true).isOverflow();
      out.flip();
      while (out.hasRemaining()) {
        boolean end = out.get() == '\n';
        line += end ? 1 : 0;
        column = end ? 1 : column + 1;
      }
      out.clear();
    }
    return in.hasRemaining()
        ? String.format(
            Locale.ROOT,
            "line %d, column %d: found the byte 0x%02x; expected text in UTF-8, as which the file is"
                + " to be saved",
            line,
            column,
            in.get(in.position()) & 0xff)
        : "not a text in UTF-8";
  }
}
