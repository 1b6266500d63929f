package org.hillock.io.checkpoint;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.hillock.engine.checkpoint.CheckpointException;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.model.StateCarrier;

/** A checkpoint that has been found whole. */
public final class Checkpoint implements Sections, Closeable {

  private final Path path;
  private final RandomAccessFile file;

  /** Where the blocks of each section begin. */
  private final Map<String, Long> sections;

  /**
   * Opens a checkpoint and looks whether it is whole.
   *
   * @param path the file
   * @throws CheckpointException if it is none, is damaged or of another version
   */
  public Checkpoint(Path path) {
    this.path = path;
    if (!Files.isRegularFile(path)) {
      throw new CheckpointException("there is no checkpoint " + path);
    }
    try {
      this.file = new RandomAccessFile(path.toFile(), "r");
    } catch (IOException e) {
      throw unreadable(e);
    }
    try {
      this.sections = index();
    } catch (EOFException e) {
      close();
      throw damaged("it ends too early");
    } catch (IOException e) {
      close();
      throw unreadable(e);
    } catch (CheckpointException e) {
      close();
      throw e;
    }
  }

  private DataInputStream from(long place) throws IOException {
    file.seek(place);
    return new DataInputStream(
        new BufferedInputStream(Channels.newInputStream(file.getChannel()), 1 << 16));
  }

  private Map<String, Long> index() throws IOException {
    DataInputStream in = from(0);
    byte[] magic = new byte[Format.MAGIC.length];
    in.readFully(magic);
    if (!Arrays.equals(magic, Format.MAGIC)) {
      throw new CheckpointException(path + " is not a checkpoint of Hillock");
    }
    int version = in.readInt();
    if (version != Format.VERSION) {
      throw new CheckpointException(
          path
              + " is a checkpoint of version "
              + version
              + ", and this Hillock reads version "
              + Format.VERSION
              + "; go on with the Hillock that wrote it");
    }
    long place = magic.length + Integer.BYTES;
    Map<String, Long> found = new LinkedHashMap<>();
    Block block = new Block();
    while (true) {
      byte[] name = new byte[in.readUnsignedShort()];
      in.readFully(name);
      place += Short.BYTES + name.length;
      String title = new String(name, StandardCharsets.UTF_8);
      long begin = place;
      do {
        block.read(in, name);
        place += 2 * Integer.BYTES + (long) block.count * Long.BYTES;
      } while (block.count > 0);
      if (title.isEmpty()) {
        return found;
      }
      found.put(title, begin);
    }
  }

  /** The names of the sections, in order. */
  public Set<String> sections() {
    return sections.keySet();
  }

  /**
   * Reads a section.
   *
   * @param title its name
   * @param content takes what is in it, all of it
   * @throws CheckpointException if there is none, or it holds more or less than is taken
   */
  @Override
  public void section(String title, Consumer<StateCarrier> content) {
    Long place = sections.get(title);
    if (place == null) {
      throw new CheckpointException(
          "the checkpoint " + path + " has no '" + title + "'; it is of another network");
    }
    try {
      Bringer bringer = new Bringer(title, from(place));
      content.accept(bringer);
      bringer.end();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private CheckpointException unreadable(IOException cause) {
    return new CheckpointException(
        "the checkpoint " + path + " cannot be read (" + cause.getMessage() + ")", cause);
  }

  private CheckpointException damaged(String how) {
    return new CheckpointException(
        "the checkpoint "
            + path
            + " is damaged: "
            + how
            + "; take a copy if there is one, or run the scenario again");
  }

  /** A block of a section. */
  private final class Block {
    private final byte[] bytes = new byte[Format.BLOCK * Long.BYTES];
    private final ByteBuffer numbers = ByteBuffer.wrap(bytes);
    private final CRC32C sum = new CRC32C();
    private int count;

    void read(DataInputStream in, byte[] name) throws IOException {
      count = in.readInt();
      if (count < 0 || count > Format.BLOCK) {
        throw damaged("a block of " + count + " numbers");
      }
      in.readFully(bytes, 0, count * Long.BYTES);
      if (in.readInt() != CheckpointWriter.sum(sum, name, count, bytes, count * Long.BYTES)) {
        throw damaged("a checksum is wrong in '" + new String(name, StandardCharsets.UTF_8) + "'");
      }
      numbers.position(0).limit(count * Long.BYTES);
    }
  }

  /** Brings numbers. */
  private final class Bringer implements StateCarrier {
    private final String title;
    private final byte[] name;
    private final DataInputStream in;
    private final Block block = new Block();

    Bringer(String title, DataInputStream in) throws IOException {
      this.title = title;
      this.name = title.getBytes(StandardCharsets.UTF_8);
      this.in = in;
      block.read(in, name);
    }

    @Override
    public long carry(long value) {
      if (!block.numbers.hasRemaining()) {
        next();
      }
      if (block.count == 0) {
        throw mismatch("less");
      }
      return block.numbers.getLong();
    }

    private void next() {
      if (block.count > 0) {
        try {
          block.read(in, name);
        } catch (IOException e) {
          throw unreadable(e);
        }
      }
    }

    void end() {
      if (!block.numbers.hasRemaining()) {
        next();
      }
      if (block.count > 0) {
        throw mismatch("more");
      }
    }

    private CheckpointException mismatch(String how) {
      return new CheckpointException(
          "the checkpoint "
              + path
              + " has "
              + how
              + " in '"
              + title
              + "' than this network keeps there; it is of another network");
    }

    @Override
    public boolean restores() {
      return true;
    }
  }
}
