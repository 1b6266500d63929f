package org.hillock.loihi.emulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads the reference vectors; their README says where they come from. */
public final class Vectors {

  private static final String FOLDER = "/org/hillock/loihi/reference/";

  private Vectors() {}

  /** The names of all files. */
  public static List<String> names() throws IOException {
    URL folder = Objects.requireNonNull(Vectors.class.getResource(FOLDER + "agreement.csv.gz"));
    try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())).getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv.gz"))
          .map(name -> name.substring(0, name.length() - ".csv.gz".length()))
          .sorted()
          .toList();
    }
  }

  /** The lines of a file. */
  public static List<String> lines(String name) {
    InputStream file = Vectors.class.getResourceAsStream(FOLDER + name + ".csv.gz");
    try (var in = Objects.requireNonNull(file, name);
        var reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a table, without comments and heading. */
  public static List<String[]> table(String name) {
    return lines(name).stream()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  /**
   * A file that is not copied into the project: beside it, in {@code shared/reference/loihi}, or in
   * the folder that the system property {@code reference.folder} names.
   */
  public static Optional<Path> outside(String name) {
    String named = System.getProperty("reference.folder");
    if (named != null && Files.exists(Path.of(named, name))) {
      return Optional.of(Path.of(named, name));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/reference/loihi").resolve(name);
      if (Files.exists(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
