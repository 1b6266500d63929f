package org.hillock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that an option names, to be written at the end of a command. */
final class OutputFile {

  private OutputFile() {}

  /** What cannot be written is better known before minutes of work than after. */
  static void check(String option, @Nullable Path file) {
    if (file != null && Files.isDirectory(file)) {
      throw new MistakeException(option + " " + file + " is a folder: expected the name of a file");
    }
    checkFolder(option, file);
  }

  /** The same for a name that gets an ending yet. */
  static void checkFolder(String option, @Nullable Path file) {
    if (file != null) {
      Path folder = file.toAbsolutePath().getParent();
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new MistakeException(
            option + " " + file + ": the folder '" + folder + "' cannot be made; name another");
      }
      if (!Files.isWritable(folder)) {
        throw new MistakeException(
            option + " " + file + ": the folder '" + folder + "' cannot be written; name another");
      }
    }
  }

  /** Writes lines; the file appears when it is whole. */
  static void write(Path file, List<String> lines) throws IOException {
    // Not createTempFile: the figures would be readable by their owner only.
    long pid = ProcessHandle.current().pid();
    Path partial = file.resolveSibling("." + file.getFileName() + "." + pid + ".part");
    try {
      Files.writeString(partial, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
