package org.hillock.scenario.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.file.NotTextException;
import org.hillock.file.SpecialFileException;
import org.hillock.file.TextFile;
import org.hillock.file.WholeFile;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/**
 * The text of a scenario and where it came from.
 *
 * @param name how messages call it, usually the file name as the user gave it
 * @param text the YAML
 * @param baseDirectory where files that the scenario names are looked for, or null if it may not
 *     name any
 */
public record ScenarioSource(String name, String text, @Nullable Path baseDirectory) {

  /** Larger files are data, which belongs into a CSV file next to the scenario. */
  static final long MAX_BYTES = 64L << 20;

  /**
   * Reads a scenario file.
   *
   * @throws ScenarioException with one sentence if it cannot be read or is not text
   */
  public static ScenarioSource ofFile(Path file) throws ScenarioException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return new ScenarioSource(file.toString(), read(file, file.toString()), folder);
  }

  /** The text of a file that must be UTF-8. */
  public static String read(Path file, String name) throws ScenarioException {
    if (Files.isDirectory(file)) {
      throw failed(name, "is a folder; expected a file", null);
    }
    if (!Files.exists(file)) {
      throw failed(name, "there is no such file", nearestSibling(file));
    }
    if (WholeFile.isSpecial(file)) {
      throw failed(name, SpecialFileException.FAULT, null);
    }
    try {
      long bytes = Files.size(file);
      if (bytes > MAX_BYTES) {
        throw failed(name, "has " + bytes + " bytes; at most " + MAX_BYTES + " are read", null);
      }
      String text = TextFile.read(file);
      int nothing = text.indexOf('\0');
      if (nothing >= 0) {
        long line = text.substring(0, nothing).lines().count();
        throw failed(name, "is not a text file: found a byte 0 in line " + Math.max(1, line), null);
      }
      return text;
    } catch (NotTextException e) {
      throw new ScenarioException(
          List.of(
              new Problem(
                  name,
                  e.line(),
                  e.column(),
                  "",
                  e.found(),
                  "expected a text file in UTF-8; save it in this encoding",
                  null)));
    } catch (AccessDeniedException e) {
      throw failed(name, "may not be read; its permissions forbid it", null);
    } catch (IOException e) {
      throw failed(name, "cannot be read: " + e.getMessage(), null);
    }
  }

  private static @Nullable String nearestSibling(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    Path wanted = file.getFileName();
    if (folder == null || wanted == null || !Files.isDirectory(folder)) {
      return null;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> names =
          entries.limit(10_000).map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
      return Names.nearest(wanted.toString(), names);
    } catch (IOException e) {
      return null;
    }
  }

  private static ScenarioException failed(String name, String found, @Nullable String suggestion) {
    return new ScenarioException(List.of(new Problem(name, 0, 0, "", found, "", suggestion)));
  }
}
