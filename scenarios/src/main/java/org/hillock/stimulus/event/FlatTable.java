package org.hillock.stimulus.event;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A table of a FlatBuffer, the form of the packets of AEDAT 4: an offset to the table, and in front
 * of the table one to the list of where each of its fields is. Every access is within the bytes, or
 * throws {@link IndexOutOfBoundsException}.
 */
final class FlatTable {

  private static final int OFFSET = 4;
  private static final int FIRST_FIELD = 4;

  private final ByteBuffer bytes;
  private final int table;
  private final int fields;
  private final int fieldBytes;

  /**
   * @param buffer the bytes, of which the first four lead to the table
   */
  FlatTable(byte[] buffer) {
    bytes = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
    table = bytes.getInt(0);
    fields = table - bytes.getInt(table);
    fieldBytes = bytes.getShort(fields) & 0xffff;
  }

  /** The four letters that say what it is. */
  String kind() {
    byte[] letters = new byte[OFFSET];
    bytes.get(OFFSET, letters);
    return new String(letters, StandardCharsets.US_ASCII);
  }

  /** Where a field is; 0 if it has its usual value. */
  private int place(int field) {
    int at = FIRST_FIELD + 2 * field;
    int offset = at < fieldBytes ? bytes.getShort(fields + at) & 0xffff : 0;
    return offset == 0 ? 0 : table + offset;
  }

  /** A whole number of four bytes. */
  int number(int field, int usual) {
    int place = place(field);
    return place == 0 ? usual : bytes.getInt(place);
  }

  /** A whole number of eight bytes. */
  long wide(int field, long usual) {
    int place = place(field);
    return place == 0 ? usual : bytes.getLong(place);
  }

  /** Where the elements of a list begin: its length stands before them; 0 without a list. */
  int list(int field) {
    int place = place(field);
    return place == 0 ? 0 : Math.addExact(place, bytes.getInt(place)) + OFFSET;
  }

  /** Length of a list. */
  int length(int list) {
    return list == 0 ? 0 : bytes.getInt(list - OFFSET);
  }

  ByteBuffer bytes() {
    return bytes;
  }
}
