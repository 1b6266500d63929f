package org.hillock.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.hillock.io.checkpoint.SavedFile;
import org.hillock.text.MistakeException;

/**
 * Check sums of files that grow: each time only what is new is read. By them a run that goes on
 * knows that its files are what they were when it was saved.
 */
public final class FileSums {

  private static final int BLOCK = 1 << 16;

  private final Map<String, Sum> sums = new HashMap<>();
  private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);

  private static final class Sum {
    private final CRC32C crc = new CRC32C();
    private long bytes;
  }

  /**
   * Looks whether files are what they were; what has been written after them does not matter.
   *
   * @param folder that they lie in
   * @param files by name
   * @throws MistakeException if one is not
   */
  public static FileSums check(Path folder, Map<String, SavedFile> files) throws IOException {
    FileSums sums = new FileSums();
    for (Map.Entry<String, SavedFile> entry : files.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      SavedFile saved = entry.getValue();
      String fault = "";
      if (saved.bytes() == 0) {
        continue;
      } else if (!Files.isRegularFile(file)) {
        fault = "is missing";
      } else if (Files.size(file) < saved.bytes()) {
        fault = "is shorter than it was when the run was saved";
      } else if (sums.of(folder, entry.getKey(), saved.bytes()).sum() != saved.sum()) {
        fault = "is not what it was when the run was saved";
      }
      if (!fault.isEmpty()) {
        throw new MistakeException(
            "'"
                + file
                + "' "
                + fault
                + ", so that the run cannot be gone on with: put it back if there is a copy, or run"
                + " the scenario again; nothing was changed");
      }
    }
    return sums;
  }

  /**
   * What the files are now.
   *
   * @param folder that they lie in
   * @param bytes how much of each has been written, by name
   */
  public Map<String, SavedFile> of(Path folder, Map<String, Long> bytes) throws IOException {
    Map<String, SavedFile> files = new LinkedHashMap<>();
    for (Map.Entry<String, Long> file : bytes.entrySet()) {
      files.put(file.getKey(), of(folder, file.getKey(), file.getValue()));
    }
    return files;
  }

  private SavedFile of(Path folder, String name, long bytes) throws IOException {
    Sum sum = sums.computeIfAbsent(name, key -> new Sum());
    if (sum.bytes < bytes) {
      try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
        while (sum.bytes < bytes) {
          block.clear().limit((int) Math.min(BLOCK, bytes - sum.bytes));
          int read = channel.read(block, sum.bytes);
          if (read < 0) {
            throw new IOException("'" + name + "' is shorter than what was written to it");
          }
          sum.bytes += read;
          sum.crc.update(block.flip());
        }
      }
    }
    return new SavedFile(sum.bytes, sum.crc.getValue());
  }
}
