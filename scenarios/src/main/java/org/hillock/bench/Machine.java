package org.hillock.bench;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.io.ProgramVersion;
import org.hillock.vector.Vectors;

/**
 * What a figure was measured on.
 *
 * @param processors that the program may use
 * @param caches sizes of first, second and third cache as the system gives them, such as 512 KiB;
 *     empty where it does not say
 * @param doubles double numbers in a vector
 * @param jvm name and version of the virtual machine
 */
public record Machine(int processors, List<String> caches, int doubles, String jvm) {

  /** Where Linux describes the caches of the first processor. */
  private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

  private static final Pattern SIZE = Pattern.compile("(\\d+)K");
  private static final int KIBIBYTES = 1024;

  public Machine {
    caches = List.copyOf(caches);
  }

  /** This machine. */
  public static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        caches(CACHES),
        Vectors.doubles(),
        ProgramVersion.jvm());
  }

  /**
   * The sizes of the caches for data, the first cache first.
   *
   * @param folder where the system has a folder for each cache, with files level, type and size
   */
  static List<String> caches(Path folder) {
    TreeMap<Integer, String> sizes = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.newDirectoryStream(folder, "index*")) {
      for (Path cache : entries) {
        if (!Files.readString(cache.resolve("type")).strip().equals("Instruction")) {
          sizes.put(
              Integer.parseInt(Files.readString(cache.resolve("level")).strip()),
              size(Files.readString(cache.resolve("size")).strip()));
        }
      }
    } catch (IOException | DirectoryIteratorException | NumberFormatException e) {
      // Said only where the system says it; a half of it would be wrong.
      return List.of();
    }
    return new ArrayList<>(sizes.values());
  }

  private static String size(String given) {
    Matcher kibibytes = SIZE.matcher(given);
    if (!kibibytes.matches()) {
      return given;
    }
    int size = Integer.parseInt(kibibytes.group(1));
    return size % KIBIBYTES == 0 ? size / KIBIBYTES + " MiB" : size + " KiB";
  }

  /** One line for people. */
  @Override
  public String toString() {
    return processors
        + (processors == 1 ? " processor, " : " processors, ")
        + (caches.isEmpty() ? "" : "caches of " + String.join(", ", caches) + ", ")
        + (doubles == 1 ? "no vectors, " : "vectors of " + doubles + " doubles, ")
        + jvm;
  }
}
