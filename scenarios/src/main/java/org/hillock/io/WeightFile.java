package org.hillock.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.record.WeightTable;

/**
 * Sampled weights as text, one line a synapse and time; {@code synapse} counts the synapses of a
 * projection by source, then target.
 */
public final class WeightFile {

  private static final String HEADER =
      "time_ms,projection,source_population,source,target_population,target,synapse,weight";

  private WeightFile() {}

  /** Writes all tables. */
  public static void write(List<WeightTable> tables, Path file) throws IOException {
    NumberText number = new NumberText();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER + "\n");
      for (WeightTable table : tables) {
        for (int t = 0; t < table.times().length; t++) {
          String time = new NumberText().of(table.times()[t]);
          for (int i = 0; i < table.sources().length; i++) {
            out.write(
                String.join(
                    ",",
                    time,
                    table.projection(),
                    table.sourcePopulation(),
                    Integer.toString(table.sources()[i]),
                    table.targetPopulation(),
                    Integer.toString(table.targets()[i]),
                    Integer.toString(i),
                    number.of(table.weights()[t][i])));
            out.write('\n');
          }
        }
      }
    }
  }

  private record Key(String projection, String source, String target) {}

  private record Row(double time, int source, int target, int synapse, double weight) {}

  /** Reads the tables back. */
  public static List<WeightTable> read(Path file) throws IOException {
    Map<Key, List<Row>> rows = new LinkedHashMap<>();
    try (CsvReader in = new CsvReader(file)) {
      if (!String.join(",", in.header()).equals(HEADER)) {
        throw new ResultFormatException(file, 1, "the first line is not '" + HEADER + "'");
      }
      while (in.next()) {
        rows.computeIfAbsent(new Key(in.text(1), in.text(2), in.text(4)), key -> new ArrayList<>())
            .add(new Row(in.number(0), in.integer(3), in.integer(5), in.integer(6), in.number(7)));
      }
    }
    List<WeightTable> tables = new ArrayList<>();
    rows.forEach((key, list) -> tables.add(table(key, list)));
    return tables;
  }

  private static WeightTable table(Key key, List<Row> rows) {
    int synapses = 1 + rows.stream().mapToInt(Row::synapse).max().orElse(0);
    int samples = rows.size() / synapses;
    double[] times = new double[samples];
    double[][] weights = new double[samples][synapses];
    int[] sources = new int[synapses];
    int[] targets = new int[synapses];
    for (int i = 0; i < samples * synapses; i++) {
      Row row = rows.get(i);
      times[i / synapses] = row.time();
      weights[i / synapses][i % synapses] = row.weight();
      sources[i % synapses] = row.source();
      targets[i % synapses] = row.target();
    }
    return new WeightTable(
        key.projection(), key.source(), key.target(), sources, targets, times, weights);
  }
}
