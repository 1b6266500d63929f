package org.hillock.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.record.ModulatorTable;

/** What modulators left behind as text: a line a projection, trace and time. */
public final class ModulatorFile {

  private static final String HEADER = "time_ms,projection,trace,value_per_ms";

  private ModulatorFile() {}

  /** Writes all tables. */
  public static void write(List<ModulatorTable> tables, Path file) throws IOException {
    try (TableWriter out = TableWriter.into(file, HEADER)) {
      for (ModulatorTable table : tables) {
        for (int trace = 0; trace < table.traces().size(); trace++) {
          String name = table.traces().get(trace);
          byte[] its = TableWriter.bytes("," + table.projection() + "," + name + ",");
          for (int t = 0; t < table.times().length; t++) {
            out.number(table.times()[t]).text(its).number(table.values()[trace][t]).line();
          }
        }
      }
    }
  }

  /** The samples of one trace. */
  private static final class Samples {
    final SampleLists.Doubles times = new SampleLists.Doubles();
    final SampleLists.Doubles values = new SampleLists.Doubles();
  }

  /**
   * Reads the tables back.
   *
   * @throws ResultFormatException if a line is not what it should be
   */
  public static List<ModulatorTable> read(Path file) throws IOException {
    Map<String, Map<String, Samples>> projections = new LinkedHashMap<>();
    try (CsvReader in = new CsvReader(file, HEADER)) {
      while (in.next()) {
        Samples samples =
            projections
                .computeIfAbsent(in.text(1), name -> new LinkedHashMap<>())
                .computeIfAbsent(in.text(2), name -> new Samples());
        double time = in.time(0);
        int last = samples.times.size() - 1;
        if (last >= 0 && time <= samples.times.get(last)) {
          throw in.wrong("the time " + in.text(0) + " is not after that of the line before");
        }
        samples.times.add(time);
        samples.values.add(in.number(3));
      }
    }
    List<ModulatorTable> tables = new ArrayList<>();
    for (Map.Entry<String, Map<String, Samples>> entry : projections.entrySet()) {
      tables.add(table(file, entry.getKey(), entry.getValue()));
    }
    return tables;
  }

  private static ModulatorTable table(Path file, String projection, Map<String, Samples> traces)
      throws ResultFormatException {
    List<Samples> samples = List.copyOf(traces.values());
    double[] times = samples.get(0).times.toArray();
    double[][] values = new double[samples.size()][];
    for (int trace = 0; trace < values.length; trace++) {
      values[trace] = samples.get(trace).values.toArray();
      if (values[trace].length != times.length) {
        throw new ResultFormatException(
            file, 0, "the traces of '" + projection + "' have different numbers of samples");
      }
    }
    return new ModulatorTable(projection, List.copyOf(traces.keySet()), times, values);
  }
}
