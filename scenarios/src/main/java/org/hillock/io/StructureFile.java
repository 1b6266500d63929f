package org.hillock.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.hillock.record.StructureTable;
import org.hillock.record.WiringTable;

/**
 * How the wiring changed, as text: one line a quantity and change. {@code synapses} are those of a
 * projection from a population to a target; {@code calcium} that of a population; {@code elements}
 * and {@code connected} those of a neuron of a population, on average.
 */
public final class StructureFile {

  private static final String HEADER = "time_ms,quantity,name,population,target,value";
  private static final String WIRING_HEADER =
      "projection,source_population,source,target_population,target,weight,delay_ms";
  private static final String SYNAPSES = "synapses";
  private static final String CALCIUM = "calcium";
  private static final String ELEMENTS = "elements";
  private static final String CONNECTED = "connected";

  /** What a column of values is of. */
  private record Key(String quantity, String name, String population, String target) {}

  private StructureFile() {}

  /** Writes all that there was after each change. */
  public static void write(StructureTable table, Path file) throws IOException {
    List<Key> keys = new ArrayList<>();
    List<IntToDoubleFunction> columns = new ArrayList<>();
    for (StructureTable.Synapses one : table.synapses()) {
      keys.add(new Key(SYNAPSES, one.projection(), one.source(), one.target()));
      columns.add(i -> one.counts()[i]);
    }
    for (StructureTable.Calcium one : table.calcium()) {
      keys.add(new Key(CALCIUM, "", one.population(), ""));
      columns.add(i -> one.means()[i]);
    }
    for (StructureTable.Elements one : table.elements()) {
      keys.add(new Key(ELEMENTS, one.element(), one.population(), ""));
      columns.add(i -> one.means()[i]);
      keys.add(new Key(CONNECTED, one.element(), one.population(), ""));
      columns.add(i -> one.connected()[i]);
    }
    try (TableWriter out = TableWriter.into(file, HEADER)) {
      for (int i = 0; i < table.times().length; i++) {
        for (int column = 0; column < keys.size(); column++) {
          Key key = keys.get(column);
          String cells = String.join(",", key.quantity, key.name, key.population, key.target);
          out.number(table.times()[i]).text(TableWriter.bytes("," + cells + ","));
          out.number(columns.get(column).applyAsDouble(i)).line();
        }
      }
    }
  }

  /** Writes the synapses that there are at the end. */
  public static void writeWiring(StructureTable table, Path file) throws IOException {
    try (TableWriter out = TableWriter.into(file, WIRING_HEADER)) {
      for (WiringTable one : table.wiring()) {
        byte[] from = TableWriter.bytes(one.projection() + "," + one.sourcePopulation() + ",");
        byte[] to = TableWriter.bytes("," + one.targetPopulation() + ",");
        for (int i = 0; i < one.sources().length; i++) {
          out.text(from).whole(one.sources()[i]).text(to).whole(one.targets()[i]).comma();
          out.number(one.weights()[i]).comma().number(one.delays()[i]).line();
        }
      }
    }
  }

  /**
   * Reads it back.
   *
   * @throws ResultFormatException if a line is not what it should be
   */
  public static StructureTable read(Path file) throws IOException {
    SampleLists.Doubles times = new SampleLists.Doubles();
    List<Key> keys = new ArrayList<>();
    List<SampleLists.Doubles> columns = new ArrayList<>();
    int column = 0;
    try (CsvReader in = new CsvReader(file, HEADER)) {
      while (in.next()) {
        double time = in.time(0);
        if (times.size() == 0 || times.get(times.size() - 1) != time) {
          if (column != keys.size()) {
            throw in.wrong("the lines before it are fewer than those of other times");
          }
          times.add(time);
          column = 0;
        }
        Key key = new Key(in.text(1), in.text(2), in.text(3), in.text(4));
        if (times.size() == 1) {
          keys.add(key);
          columns.add(new SampleLists.Doubles());
        } else if (column == keys.size() || !keys.get(column).equals(key)) {
          throw in.wrong("not what other times have in this place");
        }
        columns.get(column++).add(in.number(5));
      }
    }
    return table(array(times), keys, columns.stream().map(StructureFile::array).toList());
  }

  private static StructureTable table(double[] times, List<Key> keys, List<double[]> columns) {
    List<StructureTable.Synapses> synapses = new ArrayList<>();
    List<StructureTable.Calcium> calcium = new ArrayList<>();
    List<StructureTable.Elements> elements = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Key key = keys.get(i);
      double[] values = columns.get(i);
      switch (key.quantity) {
        case SYNAPSES -> {
          long[] counts = new long[values.length];
          for (int sample = 0; sample < counts.length; sample++) {
            counts[sample] = (long) values[sample];
          }
          synapses.add(new StructureTable.Synapses(key.name, key.population, key.target, counts));
        }
        case CALCIUM -> calcium.add(new StructureTable.Calcium(key.population, values));
        case ELEMENTS -> {
          int connected = keys.indexOf(new Key(CONNECTED, key.name, key.population, ""));
          elements.add(
              new StructureTable.Elements(
                  key.population,
                  key.name,
                  values,
                  connected < 0 ? new double[values.length] : columns.get(connected)));
        }
        default -> {} // what is bound is read with the elements
      }
    }
    return new StructureTable(times, synapses, calcium, elements);
  }

  private static double[] array(SampleLists.Doubles values) {
    double[] array = new double[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }
}
