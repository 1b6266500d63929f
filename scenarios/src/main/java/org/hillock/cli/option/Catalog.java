package org.hillock.cli.option;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.text.MistakeException;
import org.hillock.text.Names;

/** The scenarios that ship, and scenario files by path. */
public final class Catalog {

  private static final String GALLERY = "/gallery/";

  /** Scenarios that are there to be timed; found by name, but not listed. */
  private static final String BENCH = "/bench/";

  private Catalog() {}

  /** Names of the scenarios that ship, in the order of their index. */
  public static List<String> names() {
    return names(GALLERY);
  }

  private static List<String> names(String folder) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(resource(folder + "index.txt"), StandardCharsets.UTF_8))) {
      return in.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The scenario of a name of the gallery or of a path.
   *
   * @throws MistakeException if there is neither
   */
  public static ScenarioSource find(String nameOrPath) throws ScenarioException {
    if (isShipped(nameOrPath)) {
      return shipped(names(GALLERY).contains(nameOrPath) ? GALLERY : BENCH, nameOrPath);
    }
    boolean looksLikePath =
        nameOrPath.contains("/") || nameOrPath.contains("\\") || nameOrPath.matches(".*\\.ya?ml");
    if (looksLikePath || Files.exists(Path.of(nameOrPath))) {
      return ScenarioSource.ofFile(Path.of(nameOrPath));
    }
    String nearest = Names.nearest(nameOrPath, names());
    throw new MistakeException(
        "there is no scenario '"
            + nameOrPath
            + "'"
            + (nearest == null ? "" : "; did you mean '" + nearest + "'?")
            + "\nScenarios that ship: "
            + String.join(", ", names())
            + ". A scenario of your own is given by its path, such as ./mine.yaml");
  }

  /** Whether this means a scenario that ships: a file of its name goes before it. */
  static boolean isShipped(String nameOrPath) {
    return knows(nameOrPath) && !Files.isRegularFile(Path.of(nameOrPath));
  }

  /** Whether there is a scenario of this name. */
  public static boolean knows(String name) {
    return names(GALLERY).contains(name) || names(BENCH).contains(name);
  }

  /** A scenario of the gallery. */
  public static ScenarioSource shipped(String name) {
    return shipped(GALLERY, name);
  }

  private static ScenarioSource shipped(String folder, String name) {
    try (InputStream in = resource(folder + name + ".yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new ScenarioSource(name + ".yaml", text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String file) {
    InputStream in = Catalog.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("the program has no " + file);
    }
    return in;
  }
}
