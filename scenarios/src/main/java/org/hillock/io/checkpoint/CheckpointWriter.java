package org.hillock.io.checkpoint;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.hillock.engine.checkpoint.CheckpointException;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.model.StateCarrier;

/** Writes a checkpoint, section by section; it stands in its place when it has been finished. */
public final class CheckpointWriter implements Sections, Closeable {

  private final Path path;
  private final Path aside;
  private final FileOutputStream file;
  private final DataOutputStream out;
  private final ByteBuffer block = ByteBuffer.allocate(Format.BLOCK * Long.BYTES);
  private final CRC32C sum = new CRC32C();
  private byte[] name = {};

  /**
   * @param path where it is to stand
   * @throws CheckpointException if it cannot be written
   */
  public CheckpointWriter(Path path) {
    this.path = path;
    this.aside = path.resolveSibling(path.getFileName() + ".new");
    try {
      this.file = new FileOutputStream(aside.toFile());
      this.out = new DataOutputStream(new BufferedOutputStream(file, 1 << 16));
      out.write(Format.MAGIC);
      out.writeInt(Format.VERSION);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Writes a section.
   *
   * @param title its name, which no other section has
   * @param content hands over what is in it
   */
  @Override
  public void section(String title, Consumer<StateCarrier> content) {
    if (title.isEmpty()) {
      throw new IllegalArgumentException("a section has a name");
    }
    try {
      begin(title);
      content.accept(new Taker());
      if (block.position() > 0) {
        endBlock();
      }
      endBlock();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void begin(String title) throws IOException {
    name = title.getBytes(StandardCharsets.UTF_8);
    out.writeShort(name.length);
    out.write(name);
  }

  private void endBlock() throws IOException {
    int count = block.position() / Long.BYTES;
    out.writeInt(count);
    out.write(block.array(), 0, block.position());
    out.writeInt(sum(sum, name, count, block.array(), block.position()));
    block.clear();
  }

  /** The checksum of a block. */
  static int sum(CRC32C sum, byte[] name, int count, byte[] numbers, int length) {
    sum.reset();
    sum.update(name);
    sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(count).flip());
    sum.update(numbers, 0, length);
    return (int) sum.getValue();
  }

  /** Puts the checkpoint in its place, in that of an earlier one if there is any. */
  public void finish() {
    try {
      begin("");
      endBlock();
      out.flush();
      file.getFD().sync();
      out.close();
      Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Throws away what has not been finished. */
  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      // What has not been finished is thrown away anyway; finish has told of its own failure.
    }
    try {
      Files.deleteIfExists(aside);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private CheckpointException failed(IOException cause) {
    return new CheckpointException(
        "the checkpoint "
            + path
            + " cannot be written ("
            + cause.getMessage()
            + "); make room there, or choose another place",
        cause);
  }

  /** Takes numbers. */
  private final class Taker implements StateCarrier {
    @Override
    public long carry(long value) {
      if (!block.hasRemaining()) {
        try {
          endBlock();
        } catch (IOException e) {
          throw failed(e);
        }
      }
      block.putLong(value);
      return value;
    }

    @Override
    public boolean restores() {
      return false;
    }
  }
}
