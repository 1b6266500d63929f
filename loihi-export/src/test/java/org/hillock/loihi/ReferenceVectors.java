package org.hillock.loihi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads the vectors of {@code reference/README.md}. */
public final class ReferenceVectors {

  private ReferenceVectors() {}

  /** All lines of a file. */
  public static List<String> lines(String name) throws IOException {
    try (var in =
            Objects.requireNonNull(
                ReferenceVectors.class.getResourceAsStream("reference/" + name + ".csv.gz"));
        var reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  /** The rows of a table, without its heading. */
  static List<String[]> table(String name) throws IOException {
    return lines(name).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }
}
