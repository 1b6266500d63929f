package org.hillock.lif;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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

  private static BufferedReader open(String file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(
                Objects.requireNonNull(NestData.class.getResourceAsStream("nest/" + file), file)),
            StandardCharsets.UTF_8));
  }

  /** Whether there is such a table. */
  static boolean exists(String name) {
    return NestData.class.getResource("nest/" + name + ".csv.gz") != null;
  }

  /** A file of parameters. */
  static JsonObject json(String name) {
    try (BufferedReader reader = open(name + ".json.gz")) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the columns. */
  static List<String> header(String name) {
    try (BufferedReader reader = open(name + ".csv.gz")) {
      return List.of(reader.readLine().split(","));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All rows but the header. */
  static List<double[]> rows(String name) {
    try (BufferedReader reader = open(name + ".csv.gz")) {
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
