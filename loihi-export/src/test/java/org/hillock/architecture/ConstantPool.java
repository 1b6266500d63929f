package org.hillock.architecture;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of a class file: string constants, and names of what it uses (Java Virtual Machine
 * Specification, section 4.4).
 */
final class ConstantPool {

  private static final int MAGIC = 0xCAFEBABE;

  private ConstantPool() {}

  static List<String> texts(byte[] classFile) throws IOException {
    List<String> texts = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("no class file");
      }
      in.skipNBytes(4);
      int count = in.readUnsignedShort();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts.add(in.readUTF());
          case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
          case 5, 6 -> {
            in.skipNBytes(8);
            i++; // numbers of 64 bits take two places
          }
          default -> throw new IOException("a constant of the kind " + tag);
        }
      }
    }
    return texts;
  }
}
