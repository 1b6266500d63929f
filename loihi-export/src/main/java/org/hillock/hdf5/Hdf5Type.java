package org.hillock.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A type of numbers or text, as HDF5 describes it in a datatype message (File Format Specification
 * 3.0, IV.A.2.d, version 1 of the message); little-endian.
 *
 * @param bytes of a value
 * @param message the description
 */
record Hdf5Type(int bytes, byte[] message) {

  /** Numbers of double precision. */
  static final Hdf5Type FLOAT64 = floating();

  /** Whole numbers from 0 on, of 32 bits. */
  static final Hdf5Type UINT32 = whole(4);

  /** Whole numbers from 0 on, of 64 bits. */
  static final Hdf5Type UINT64 = whole(8);

  private static final int FIXED_POINT = 0;
  private static final int FLOATING_POINT = 1;
  private static final int STRING = 3;
  private static final int ENUMERATION = 8;

  private static ByteBuffer message(int kind, int bits, int bytes, int properties) {
    return ByteBuffer.allocate(8 + properties)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((1 << 4 | kind) | bits << 8)
        .putInt(bytes);
  }

  private static Hdf5Type whole(int bytes) {
    ByteBuffer message = message(FIXED_POINT, 0, bytes, 4);
    message.putShort((short) 0).putShort((short) (8 * bytes)); // offset and precision [bits]
    return new Hdf5Type(bytes, message.array());
  }

  /**
   * IEEE 754: the sign is bit 63, then 11 bits of exponent and 52 of a mantissa that begins with 1.
   */
  private static Hdf5Type floating() {
    ByteBuffer message = message(FLOATING_POINT, 0x20 | 63 << 8, 8, 12);
    message.putShort((short) 0).putShort((short) 64); // offset and precision [bits]
    message.put((byte) 52).put((byte) 11).put((byte) 0).put((byte) 52).putInt(1023);
    return new Hdf5Type(8, message.array());
  }

  /** Text in UTF-8 of so many bytes. */
  static Hdf5Type text(int bytes) {
    return new Hdf5Type(bytes, message(STRING, 1 | 1 << 4, bytes, 0).array());
  }

  /** One of some words, which are numbered from 0, in a byte. */
  static Hdf5Type words(List<String> words) {
    byte[] base = whole(1).message();
    int names = words.stream().mapToInt(word -> padded(word.length() + 1)).sum();
    ByteBuffer message =
        message(ENUMERATION, words.size(), 1, base.length + names + words.size()).put(base);
    for (String word : words) {
      byte[] text = word.getBytes(StandardCharsets.US_ASCII);
      message.put(text).position(message.position() + padded(text.length + 1) - text.length);
    }
    for (int i = 0; i < words.size(); i++) {
      message.put((byte) i);
    }
    return new Hdf5Type(1, message.array());
  }

  /** Lengths in the file are multiples of 8. */
  static int padded(int bytes) {
    return (bytes + 7) & ~7;
  }
}
