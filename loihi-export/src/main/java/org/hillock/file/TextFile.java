package org.hillock.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text in UTF-8, line by line or as a whole; a byte that is none is reported with its place. */
public final class TextFile implements Closeable {

  private static final int BLOCK = 1 << 16;

  private final Path file;
  private final BufferedReader in;
  private int line;

  private TextFile(Path file, BufferedReader in) {
    this.file = file;
    this.in = in;
  }

  /** Opens a file to be read line by line. */
  public static TextFile open(Path file) throws IOException {
    SpecialFileException.refuse(file);
    return new TextFile(
        file,
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder()), BLOCK));
  }

  /**
   * The next line, or null at the end.
   *
   * @throws NotTextException if the file is not UTF-8; bytes are looked at some lines ahead
   */
  public @Nullable String next() throws IOException {
    try {
      String text = in.readLine();
      line++;
      return line == 1 && text != null && text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw fault(file);
    }
  }

  /** Number of the line that was read last, from 1. */
  public int line() {
    return line;
  }

  /**
   * All of a file.
   *
   * @throws NotTextException if it is not UTF-8
   */
  public static String read(Path file) throws IOException {
    SpecialFileException.refuse(file);
    byte[] bytes = Files.readAllBytes(file);
    try {
      String text = decoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw fault(file);
    }
  }

  private static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Looks for the first byte that is wrong in a file that is not text, for who has found out in his
   * own way: readers decode ahead, so they cannot tell where.
   */
  public static NotTextException fault(Path file) throws IOException {
    int line = 1;
    int column = 1;
    CharsetDecoder decoder = decoder();
    CharBuffer character = CharBuffer.allocate(2);
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK).limit(0);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
      boolean end = false;
      while (true) {
        if (bytes.remaining() < 4 && !end) {
          bytes.compact();
          int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
          end = read < 0;
          bytes.position(bytes.position() + Math.max(0, read)).flip();
          continue;
        }
        if (!bytes.hasRemaining()) {
          // It has been changed since; all that can be said is that it was wrong.
          return new NotTextException(file, 1, 1, "a byte that is none of a character");
        }
        int first = bytes.get(bytes.position()) & 0xff;
        character.clear().limit(first >= 0xf0 ? 2 : 1);
        decoder.reset().decode(bytes, character, end);
        if (character.position() == 0) {
          return new NotTextException(
              file, line, column, String.format(Locale.ROOT, "found the byte 0x%02X", first));
        }
        boolean feed = character.get(0) == '\n';
        line += feed ? 1 : 0;
        column = feed ? 1 : column + 1;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
