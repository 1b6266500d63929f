package org.hillock.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.hillock.record.Batch;
import org.jspecify.annotations.Nullable;

/** Writes {@code spikes.csv} while the run goes on; no file if no spikes are recorded. */
final class SpikeSink implements BatchTaker, Closeable {

  private final Path file;
  private final MessageDigest digest = Sha256.digest();
  private @Nullable TableWriter out;

  /** Bytes of whole batches, after the header. */
  private long whole;

  private boolean cut;

  SpikeSink(Path file) {
    this.file = file;
  }

  /**
   * Goes on with a file.
   *
   * @param bytes of it that stay
   */
  static SpikeSink goOn(Path file, long bytes) throws IOException {
    SpikeSink sink = new SpikeSink(file);
    TableWriter table = TableWriter.goOn(file, bytes, SpikeFile.HEADER, sink.digest);
    sink.out = table;
    sink.whole = table.length();
    SpikeFile.digest(file, sink.digest);
    return sink;
  }

  /** How long the file is [bytes]; 0 if there is none yet. */
  long bytes() {
    return out == null ? 0 : (SpikeFile.HEADER + "\n").length() + whole;
  }

  @Override
  public void take(Batch batch) throws IOException {
    if (batch.spikes().isEmpty()) {
      return;
    }
    TableWriter table = out;
    if (table == null) {
      table = TableWriter.into(file, SpikeFile.HEADER, digest);
      out = table;
    }
    SpikeFile.writeInOrder(batch.spikes(), table);
    table.flush();
    whole = table.length();
  }

  /** Cuts off what was written of a batch that there was no room for. */
  void cutToWhole() throws IOException {
    cut = true;
    if (out != null) {
      out.abandon();
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate((SpikeFile.HEADER + "\n").length() + whole);
      }
    }
  }

  /** The hash of the run, once all is written. */
  String hash() throws IOException {
    if (cut && out != null) {
      return SpikeFile.hash(file);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The name of the file, if there is one. */
  List<String> files() {
    return out == null ? List.of() : List.of(String.valueOf(file.getFileName()));
  }

  @Override
  public void close() throws IOException {
    TableWriter table = out;
    if (table != null && !cut) {
      table.close();
    }
  }
}
