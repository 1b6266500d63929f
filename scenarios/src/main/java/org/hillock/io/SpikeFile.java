package org.hillock.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.file.TextFile;
import org.hillock.record.SpikeList;
import org.hillock.text.DecimalText;

/**
 * Spikes as text: {@code spikes.csv}, or one file a population in the format of NEST's recorders.
 *
 * <p>Lines are sorted by time, then name of the population, then neuron. The hash of a run is the
 * SHA-256 of these lines without the header, each ended by a line feed.
 */
public final class SpikeFile {

  /** First line of {@code spikes.csv}. */
  public static final String HEADER = "time_ms,population,neuron";

  private SpikeFile() {}

  /**
   * Writes all spikes.
   *
   * @param lists one a population
   * @param file to write
   * @return the hash, in hexadecimal
   */
  public static String write(List<SpikeList> lists, Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (TableWriter out = TableWriter.into(file, HEADER, digest)) {
      writeInOrder(lists, out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The hash without writing a file. */
  public static String hash(List<SpikeList> lists) {
    MessageDigest digest = Sha256.digest();
    try (TableWriter out = TableWriter.into(digest)) {
      writeInOrder(lists, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Writes the spikes of a population in the format of NEST 3's spike recorder: two comment lines,
   * a header, then sender and time, separated by tabs.
   *
   * @param list the spikes
   * @param file to write, by custom {@code <population>.dat}
   * @param firstSender number of the population's first neuron, as NEST counts nodes
   */
  public static void writeNest(SpikeList list, Path file, int firstSender) throws IOException {
    String header =
        "# NEST version: written by Hillock\n# RecordingBackendASCII version: 2\nsender\ttime_ms";
    try (TableWriter out = TableWriter.into(file, header)) {
      for (int i = 0; i < list.size(); i++) {
        long sender = (long) firstSender + list.neurons()[i];
        out.whole(sender).character('\t').number(list.times()[i]).line();
      }
    }
  }

  private static void writeInOrder(List<SpikeList> lists, TableWriter out) throws IOException {
    List<SpikeList> byName = new ArrayList<>(lists);
    byName.sort(Comparator.comparing(SpikeList::population));
    int[] next = new int[byName.size()];
    byte[][] names =
        byName.stream()
            .map(list -> TableWriter.bytes("," + list.population() + ","))
            .toArray(byte[][]::new);
    DecimalText number = new DecimalText();
    while (true) {
      double time = Double.POSITIVE_INFINITY;
      for (int i = 0; i < next.length; i++) {
        if (next[i] < byName.get(i).size()) {
          time = Math.min(time, byName.get(i).times()[next[i]]);
        }
      }
      if (time == Double.POSITIVE_INFINITY) {
        return;
      }
      byte[] text = TableWriter.bytes(number.of(time));
      for (int i = 0; i < next.length; i++) {
        SpikeList list = byName.get(i);
        while (next[i] < list.size() && list.times()[next[i]] == time) {
          out.text(text).text(names[i]).whole(list.neurons()[next[i]++]).line();
        }
      }
    }
  }

  /**
   * Reads spikes back.
   *
   * @param file {@code spikes.csv}
   * @param populations sizes of the populations by name, in the order wanted; those without spikes
   *     get an empty list
   * @throws ResultFormatException if a line is not what it should be
   */
  public static List<SpikeList> read(Path file, Map<String, Integer> populations)
      throws IOException {
    Map<String, Train> trains = new LinkedHashMap<>();
    populations.keySet().forEach(name -> trains.put(name, new Train()));
    try (TextFile in = TextFile.open(file)) {
      String line = in.next();
      if (!HEADER.equals(line)) {
        throw new ResultFormatException(file, 1, "the first line is not '" + HEADER + "'");
      }
      double last = Double.NEGATIVE_INFINITY;
      while ((line = in.next()) != null) {
        int number = in.line();
        int first = line.indexOf(',');
        int second = line.indexOf(',', first + 1);
        String name = second < 0 ? "" : line.substring(first + 1, second);
        Train train = trains.get(name);
        if (train == null) {
          throw new ResultFormatException(
              file, number, "'" + line + "' is not a spike of " + populations.keySet());
        }
        try {
          double time = Double.parseDouble(line.substring(0, first));
          if (!(time >= last && time < Double.POSITIVE_INFINITY)) {
            throw new ResultFormatException(
                file, number, "'" + line + "' is not in the order of time");
          }
          last = time;
          int neuron = Integer.parseInt(line.substring(second + 1));
          int size = populations.getOrDefault(name, 0);
          if (neuron < 0 || neuron >= size) {
            throw new ResultFormatException(
                file,
                number,
                "'" + line + "' is of no neuron: '" + name + "' has those from 0 to " + (size - 1));
          }
          train.add(time, neuron);
        } catch (NumberFormatException e) {
          throw new ResultFormatException(file, number, "'" + line + "' has no time and neuron");
        }
      }
    }
    List<SpikeList> lists = new ArrayList<>();
    trains.forEach((name, train) -> lists.add(train.list(name)));
    return lists;
  }

  private static final class Train {
    private double[] times = new double[64];
    private int[] neurons = new int[64];
    private int size;

    void add(double time, int neuron) {
      if (size == times.length) {
        times = Arrays.copyOf(times, size * 2);
        neurons = Arrays.copyOf(neurons, size * 2);
      }
      times[size] = time;
      neurons[size++] = neuron;
    }

    SpikeList list(String population) {
      return new SpikeList(population, Arrays.copyOf(times, size), Arrays.copyOf(neurons, size));
    }
  }
}
