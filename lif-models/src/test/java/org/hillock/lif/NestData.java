package org.hillock.lif;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads the reference results of NEST that lie beside the tests. */
final class NestData {

  private NestData() {}

  /** All rows but the header. */
  static List<double[]> rows(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(
                        NestData.class.getResourceAsStream("nest/" + name + ".csv.gz"), name)),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(NestData::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One column. */
  static double[] column(String name, int column) {
    return rows(name).stream().mapToDouble(row -> row[column]).toArray();
  }

  private static double[] row(String line) {
    String[] cells = line.split(",");
    double[] row = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      row[i] = Double.parseDouble(cells[i]);
    }
    return row;
  }
}
