package org.hillock.cli.option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hillock.file.WholeFile;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;

/** A file that an option names, to be written at the end of a command. */
public final class OutputFile {

  private OutputFile() {}

  /** What cannot be written is better known before minutes of work than after. */
  public static void check(String option, @Nullable Path file) {
    if (file != null) {
      refuse(option, file, WholeFile.obstacle(file));
    }
  }

  /** The same for a name that gets an ending yet. */
  public static void checkBase(String option, @Nullable Path base) {
    if (base != null) {
      refuse(option, base, WholeFile.baseObstacle(base));
    }
  }

  /** The same for files inside of a folder, which may have to be made. */
  public static void checkInside(String option, Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new MistakeException(option + " " + folder + " is not a folder: name another");
    }
    refuse(option, folder, WholeFile.obstacle(folder.resolve("picture.png")));
  }

  private static void refuse(String option, Path file, Optional<String> obstacle) {
    if (obstacle.isPresent()) {
      String joint = obstacle.get().startsWith("is ") ? " " : ": ";
      throw new MistakeException(option + " " + file + joint + obstacle.get());
    }
  }

  /** Writes lines; see {@link WholeFile}. */
  public static void write(Path file, List<String> lines) throws IOException {
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    WholeFile.write(file, out -> out.write(text));
  }
}
