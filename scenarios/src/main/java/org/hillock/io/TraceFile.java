package org.hillock.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.record.TraceTable;

/**
 * Sampled state as text: {@code time_ms,population,neuron,variable,value}, one line a sample, in
 * the order population, variable, neuron, time.
 */
public final class TraceFile {

  private static final String HEADER = "time_ms,population,neuron,variable,value";

  private TraceFile() {}

  /** Writes all tables. */
  public static void write(List<TraceTable> tables, Path file) throws IOException {
    NumberText time = new NumberText();
    NumberText value = new NumberText();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER + "\n");
      for (TraceTable table : tables) {
        for (int v = 0; v < table.variables().size(); v++) {
          for (int i = 0; i < table.values()[v].length; i++) {
            String who =
                ","
                    + table.population()
                    + ","
                    + (table.firstNeuron() + i)
                    + ","
                    + table.variables().get(v)
                    + ",";
            for (int s = 0; s < table.times().length; s++) {
              out.write(time.of(table.times()[s]));
              out.write(who);
              out.write(value.of(table.values()[v][i][s]));
              out.write('\n');
            }
          }
        }
      }
    }
  }

  private record Key(String population, String variable) {}

  /** Reads the tables back, one a population and variable. */
  public static List<TraceTable> read(Path file) throws IOException {
    Map<Key, TreeMap<Integer, Map<Double, Double>>> samples = new LinkedHashMap<>();
    try (CsvReader in = new CsvReader(file)) {
      if (!String.join(",", in.header()).equals(HEADER)) {
        throw new ResultFormatException(file, 1, "the first line is not '" + HEADER + "'");
      }
      while (in.next()) {
        samples
            .computeIfAbsent(new Key(in.text(1), in.text(3)), key -> new TreeMap<>())
            .computeIfAbsent(in.integer(2), neuron -> new LinkedHashMap<>())
            .put(in.number(0), in.number(4));
      }
    }
    List<TraceTable> tables = new ArrayList<>();
    samples.forEach((key, neurons) -> tables.addAll(tables(key, neurons)));
    return tables;
  }

  /** One table for each run of neurons without a gap. */
  private static List<TraceTable> tables(Key key, TreeMap<Integer, Map<Double, Double>> neurons) {
    List<TraceTable> tables = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (int neuron : neurons.keySet()) {
      if (!run.isEmpty() && run.get(run.size() - 1) != neuron - 1) {
        tables.add(table(key, run, neurons));
        run = new ArrayList<>();
      }
      run.add(neuron);
    }
    tables.add(table(key, run, neurons));
    return tables;
  }

  private static TraceTable table(
      Key key, List<Integer> run, Map<Integer, Map<Double, Double>> neurons) {
    double[] times = doubles(neurons.get(run.get(0)).keySet());
    double[][][] values = new double[1][run.size()][];
    for (int i = 0; i < run.size(); i++) {
      values[0][i] = doubles(neurons.get(run.get(i)).values());
    }
    return new TraceTable(key.population(), run.get(0), List.of(key.variable()), times, values);
  }

  private static double[] doubles(Iterable<Double> boxed) {
    List<Double> list = new ArrayList<>();
    boxed.forEach(list::add);
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
