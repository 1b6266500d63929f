package org.hillock.sweep;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.hillock.io.ResultFormatException;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one shard, one JSON object a line after the line of the plan. A line is written at
 * once when its run has ended, so that a process that is killed loses only what it was running; a
 * line that it could not finish is cut off by who goes on.
 */
final class RowFile implements Closeable {

  /**
   * What a file holds.
   *
   * @param plan of the first line
   * @param rows of the other lines
   * @param bytes of all whole lines
   */
  record Content(JsonObject plan, List<SweepRow> rows, long bytes) {}

  private final FileChannel channel;

  private RowFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a file to write rows; nobody else can meanwhile.
   *
   * @param bytes of whole lines that it has; 0 for a new one, which gets the plan
   */
  static RowFile open(Path file, SweepPlan plan, long bytes) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    try {
      if (!locked(channel)) {
        throw new MistakeException(
            "'"
                + file
                + "' is being written by another process: let it end, or take another --out");
      }
      channel.truncate(bytes).position(bytes);
      RowFile rows = new RowFile(channel);
      if (bytes == 0) {
        rows.line(plan.json().toString());
      }
      return rows;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Appends a row. */
  synchronized void append(SweepRow row) throws IOException {
    line(row.json());
  }

  private void line(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * Reads all whole lines; null if not even the first is whole.
   *
   * @throws ResultFormatException if it is no file of rows
   */
  static @Nullable Content read(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int end = all.length;
    while (end > 0 && all[end - 1] != '\n') {
      end--;
    }
    String[] lines = new String(all, 0, end, StandardCharsets.UTF_8).split("\n", -1);
    if (end == 0) {
      return null;
    }
    List<SweepRow> rows = new ArrayList<>();
    JsonObject plan = object(file, lines[0], 1);
    for (int i = 1; i < lines.length - 1; i++) {
      try {
        rows.add(SweepRow.of(object(file, lines[i], i + 1)));
      } catch (RuntimeException e) { // a key that is missing, or a value of another kind
        throw notRow(file, i + 1);
      }
    }
    return new Content(plan, rows, end);
  }

  private static JsonObject object(Path file, String line, int number) throws IOException {
    try {
      return JsonParser.parseString(line).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw notRow(file, number);
    }
  }

  private static ResultFormatException notRow(Path file, int line) {
    return new ResultFormatException(
        file, line, "not a row of a sweep; remove the file, and its points are run again");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
