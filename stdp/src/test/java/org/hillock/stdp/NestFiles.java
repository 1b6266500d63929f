package org.hillock.stdp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Results of NEST among the resources of the tests. */
final class NestFiles {

  private NestFiles() {}

  /** The rows of a file, without its header. */
  static List<String[]> rows(String name) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(
                        NestFiles.class.getResourceAsStream("nest/" + name + ".csv.gz"), name)),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",")).toList();
    }
  }
}
