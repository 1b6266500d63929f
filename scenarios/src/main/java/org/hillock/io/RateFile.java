package org.hillock.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.hillock.record.RateTable;

/** Binned spike counts as text: one line a bin (from, to] and population. */
public final class RateFile {

  private static final String HEADER = "from_ms,to_ms,population,spikes,rate_hz";

  private RateFile() {}

  /** Writes all tables. */
  public static void write(List<RateTable> tables, Path file) throws IOException {
    NumberText number = new NumberText();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER + "\n");
      for (RateTable table : tables) {
        for (int i = 0; i < table.counts().length; i++) {
          out.write(
              String.join(
                  ",",
                  number.of(edge(table, i)),
                  number.of(edge(table, i + 1)),
                  table.population(),
                  Integer.toString(table.counts()[i]),
                  number.of(table.rate(i))));
          out.write('\n');
        }
      }
    }
  }

  /** An edge of a bin, rounded to a picosecond so that it reads as what it means. */
  private static double edge(RateTable table, int i) {
    return Math.rint((table.start() + i * table.bin()) * 1e9) / 1e9;
  }

  /** Reads the tables back; sizes of populations are not in the file. */
  public static List<RateTable> read(Path file, ToIntFunction<String> sizeOf) throws IOException {
    Map<String, List<double[]>> rows = new LinkedHashMap<>();
    try (CsvReader in = new CsvReader(file)) {
      if (!String.join(",", in.header()).equals(HEADER)) {
        throw new ResultFormatException(file, 1, "the first line is not '" + HEADER + "'");
      }
      while (in.next()) {
        rows.computeIfAbsent(in.text(2), name -> new ArrayList<>())
            .add(new double[] {in.number(0), in.number(1), in.integer(3)});
      }
    }
    List<RateTable> tables = new ArrayList<>();
    rows.forEach(
        (population, list) ->
            tables.add(
                new RateTable(
                    population,
                    sizeOf.applyAsInt(population),
                    list.get(0)[0],
                    list.get(0)[1] - list.get(0)[0],
                    list.stream().mapToInt(row -> (int) row[2]).toArray())));
    return tables;
  }
}
