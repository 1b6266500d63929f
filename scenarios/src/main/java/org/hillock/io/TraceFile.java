package org.hillock.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Writes the samples of all requests. */
  public static void write(List<TraceSpool> requests, Path file) throws IOException {
    try (TableWriter out = TableWriter.into(file, HEADER)) {
      for (TraceSpool request : requests) {
        for (int v = 0; v < request.variables().size(); v++) {
          String variable = request.variables().get(v);
          for (int i = 0; i < request.neurons(); i++) {
            int neuron = request.firstNeuron() + i;
            byte[] who =
                TableWriter.bytes("," + request.population() + "," + neuron + "," + variable + ",");
            request.forEach(v, i, (time, value) -> out.number(time).text(who).number(value).line());
          }
        }
      }
    }
  }

  private record Key(String population, String variable) {}

  /** The samples of one neuron. */
  private static final class Samples {
    final SampleLists.Doubles times = new SampleLists.Doubles();
    final SampleLists.Doubles values = new SampleLists.Doubles();
  }

  /**
   * Reads the tables back, one a population and variable.
   *
   * @param sizes of all populations, by name
   * @throws ResultFormatException if a line is not what it should be
   */
  public static List<TraceTable> read(Path file, Map<String, Integer> sizes) throws IOException {
    Map<Key, TreeMap<Integer, Samples>> samples = new LinkedHashMap<>();
    try (CsvReader in = new CsvReader(file, HEADER)) {
      while (in.next()) {
        Samples neuron =
            samples
                .computeIfAbsent(new Key(in.text(1), in.text(3)), key -> new TreeMap<>())
                .computeIfAbsent(in.neuron(1, 2, sizes), index -> new Samples());
        double time = in.time(0);
        int before = neuron.times.size();
        if (before > 0 && !(time > neuron.times.get(before - 1))) {
          throw in.wrong("the time " + in.text(0) + " is not after that of the sample before");
        }
        neuron.times.add(time);
        neuron.values.add(in.number(4));
      }
    }
    List<TraceTable> tables = new ArrayList<>();
    samples.forEach((key, neurons) -> tables.addAll(tables(key, neurons)));
    return tables;
  }

  /** One table for each run of neurons without a gap that were sampled at the same times. */
  private static List<TraceTable> tables(Key key, TreeMap<Integer, Samples> neurons) {
    List<TraceTable> tables = new ArrayList<>();
    List<double[]> run = new ArrayList<>();
    double[] times = new double[0];
    int first = 0;
    for (Map.Entry<Integer, Samples> entry : neurons.entrySet()) {
      int neuron = entry.getKey();
      double[] own = entry.getValue().times.toArray();
      if (!run.isEmpty() && (first + run.size() != neuron || !Arrays.equals(own, times))) {
        tables.add(table(key, first, times, run));
        run = new ArrayList<>();
      }
      if (run.isEmpty()) {
        first = neuron;
        times = own;
      }
      run.add(entry.getValue().values.toArray());
    }
    tables.add(table(key, first, times, run));
    return tables;
  }

  private static TraceTable table(Key key, int first, double[] times, List<double[]> run) {
    double[][][] values = {run.toArray(double[][]::new)};
    return new TraceTable(key.population(), first, List.of(key.variable()), times, values);
  }
}
