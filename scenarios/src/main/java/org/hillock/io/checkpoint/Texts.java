package org.hillock.io.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hillock.model.StateCarrier;

/** Carries text among numbers: how many bytes of UTF-8 there are, then they, eight to a number. */
final class Texts {

  /** No text of a checkpoint is longer; a file that says so is not believed. */
  private static final int MOST = 1 << 24;

  private Texts() {}

  /** Carries a text. */
  static String carry(StateCarrier carrier, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = carrier.carry(bytes.length);
    if (length < 0 || length > MOST) {
      throw new IllegalStateException("a text of " + length + " bytes in a checkpoint");
    }
    byte[] carried = new byte[length];
    for (int at = 0; at < length; at += Long.BYTES) {
      long word = 0;
      for (int i = at; i < Math.min(at + Long.BYTES, bytes.length); i++) {
        word |= (bytes[i] & 0xFFL) << 8 * (i - at);
      }
      word = carrier.carry(word);
      for (int i = at; i < Math.min(at + Long.BYTES, length); i++) {
        carried[i] = (byte) (word >>> 8 * (i - at));
      }
    }
    return new String(carried, StandardCharsets.UTF_8);
  }

  /** Carries a list of texts. */
  static List<String> carry(StateCarrier carrier, List<String> texts) {
    int count = carrier.carry(texts.size());
    List<String> carried = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      carried.add(carry(carrier, carrier.restores() ? "" : texts.get(i)));
    }
    return carried;
  }
}
