package org.hillock.io;

import java.io.IOException;
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

  private static final String STATE_HEADER = "time_ms,projection,synapse,state,value";

  private WeightFile() {}

  /** Writes the samples of all projections. */
  static void write(List<WeightSpool> projections, Path file) throws IOException {
    try (TableWriter out = TableWriter.into(file, HEADER)) {
      for (WeightSpool projection : projections) {
        WeightTable table = projection.last();
        byte[] from =
            TableWriter.bytes("," + table.projection() + "," + table.sourcePopulation() + ",");
        byte[] to = TableWriter.bytes("," + table.targetPopulation() + ",");
        double[] weights = new double[table.sources().length];
        for (int t = 0; t < projection.samples(); t++) {
          double time = projection.time(t);
          projection.read(t, 0, weights);
          for (int i = 0; i < weights.length; i++) {
            out.number(time).text(from).whole(table.sources()[i]).text(to);
            out.whole(table.targets()[i]).comma().whole(i).comma().number(weights[i]).line();
          }
        }
      }
    }
  }

  /** Writes what synapses keep besides, of all projections. */
  static void writeStates(List<WeightSpool> projections, Path file) throws IOException {
    try (TableWriter out = TableWriter.into(file, STATE_HEADER)) {
      for (WeightSpool projection : projections) {
        WeightTable table = projection.last();
        byte[] name = TableWriter.bytes("," + table.projection() + ",");
        double[] values = new double[table.sources().length];
        for (int k = 0; k < projection.states().size(); k++) {
          byte[] its = TableWriter.bytes("," + projection.states().get(k) + ",");
          for (int t = 0; t < projection.samples(); t++) {
            double time = projection.time(t);
            projection.read(t, 1 + k, values);
            for (int i = 0; i < values.length; i++) {
              out.number(time).text(name).whole(i).text(its).number(values[i]).line();
            }
          }
        }
      }
    }
  }

  private record Key(String projection, String source, String target) {}

  /** The lines of one projection: all synapses in their order, at one time after the other. */
  private static final class Rows {
    final SampleLists.Doubles times = new SampleLists.Doubles();
    final SampleLists.Doubles sources = new SampleLists.Doubles();
    final SampleLists.Doubles targets = new SampleLists.Doubles();
    final SampleLists.Doubles weights = new SampleLists.Doubles();
    private int next;

    /** Takes a line, which must be of the next synapse, or of the first at a later time. */
    void take(CsvReader in, Map<String, Integer> sizes) throws IOException {
      double time = in.time(0);
      int source = in.neuron(2, 3, sizes);
      int target = in.neuron(4, 5, sizes);
      int synapse = in.index(6);
      boolean begins = times.size() == 0 || (synapse == 0 && time > times.get(times.size() - 1));
      if (begins) {
        if (times.size() > 1 && next != sources.size()) {
          throw in.wrong("the sample before has " + next + " synapses, not " + sources.size());
        }
        times.add(time);
        next = 0;
      }
      if (synapse != next || time != times.get(times.size() - 1)) {
        throw in.wrong("synapse " + in.text(6) + " at " + in.text(0) + " ms is not the next one");
      }
      if (times.size() == 1) {
        sources.add(source);
        targets.add(target);
      } else if (synapse >= sources.size()
          || sources.get(synapse) != source
          || targets.get(synapse) != target) {
        throw in.wrong("synapse " + synapse + " was another one at the first sample");
      }
      weights.add(in.number(7));
      next++;
    }

    boolean whole() {
      return next == sources.size();
    }
  }

  /**
   * Reads the tables back.
   *
   * @param sizes of all populations, by name
   * @throws ResultFormatException if a line is not what it should be
   */
  public static List<WeightTable> read(Path file, Map<String, Integer> sizes) throws IOException {
    Map<Key, Rows> rows = new LinkedHashMap<>();
    try (CsvReader in = new CsvReader(file, HEADER)) {
      while (in.next()) {
        rows.computeIfAbsent(new Key(in.text(1), in.text(2), in.text(4)), key -> new Rows())
            .take(in, sizes);
      }
    }
    List<WeightTable> tables = new ArrayList<>();
    for (Map.Entry<Key, Rows> entry : rows.entrySet()) {
      if (!entry.getValue().whole()) {
        throw new ResultFormatException(
            file, 0, "the last sample of '" + entry.getKey().projection() + "' is not complete");
      }
      tables.add(table(entry.getKey(), entry.getValue()));
    }
    return tables;
  }

  private static WeightTable table(Key key, Rows rows) {
    int synapses = rows.sources.size();
    double[][] weights = new double[rows.times.size()][synapses];
    for (int i = 0; i < rows.weights.size(); i++) {
      weights[i / synapses][i % synapses] = rows.weights.get(i);
    }
    return new WeightTable(
        key.projection(),
        key.source(),
        key.target(),
        whole(rows.sources),
        whole(rows.targets),
        rows.times.toArray(),
        weights);
  }

  private static int[] whole(SampleLists.Doubles numbers) {
    int[] whole = new int[numbers.size()];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (int) numbers.get(i);
    }
    return whole;
  }
}
