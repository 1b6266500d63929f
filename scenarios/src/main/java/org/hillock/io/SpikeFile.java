package org.hillock.io;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.hillock.record.SpikeList;

/**
 * Spikes as text: {@code spikes.csv}, or one file a population in the format of NEST's recorders.
 *
 * <p>Lines are sorted by time, then name of the population, then neuron. The hash of a run is the
 * SHA-256 of these lines without the header, each ended by a line feed.
 */
public final class SpikeFile {

  /** First line of {@code spikes.csv}. */
  public static final String HEADER = "time_ms,population,neuron";

  private interface Line {
    void write(String time, String population, int neuron) throws IOException;
  }

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
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      out.write('\n');
      forEachInOrder(
          lists,
          (time, population, neuron) -> {
            String line = time + ',' + population + ',' + neuron + '\n';
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            out.write(line);
          });
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The hash without writing a file. */
  public static String hash(List<SpikeList> lists) {
    MessageDigest digest = Sha256.digest();
    try {
      forEachInOrder(
          lists,
          (time, population, neuron) ->
              digest.update(
                  (time + ',' + population + ',' + neuron + '\n')
                      .getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Writes {@code <population>.dat} for each population, in the format of NEST 3's spike recorder:
   * two comment lines, a header, then sender and time, separated by tabs.
   *
   * @param lists one a population
   * @param folder where to write
   * @param firstSender number of each population's first neuron, as NEST counts nodes
   */
  public static void writeNest(
      List<SpikeList> lists, Path folder, ToIntFunction<String> firstSender) throws IOException {
    for (SpikeList list : lists) {
      int first = firstSender.applyAsInt(list.population());
      NumberText number = new NumberText();
      try (BufferedWriter out =
          Files.newBufferedWriter(folder.resolve(list.population() + ".dat"))) {
        out.write("# NEST version: written by Hillock\n# RecordingBackendASCII version: 2\n");
        out.write("sender\ttime_ms\n");
        for (int i = 0; i < list.size(); i++) {
          out.write((first + list.neurons()[i]) + "\t" + number.of(list.times()[i]) + "\n");
        }
      }
    }
  }

  private static void forEachInOrder(List<SpikeList> lists, Line line) throws IOException {
    List<SpikeList> byName = new ArrayList<>(lists);
    byName.sort(Comparator.comparing(SpikeList::population));
    int[] next = new int[byName.size()];
    NumberText number = new NumberText();
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
      String text = number.of(time);
      for (int i = 0; i < next.length; i++) {
        SpikeList list = byName.get(i);
        while (next[i] < list.size() && list.times()[next[i]] == time) {
          line.write(text, list.population(), list.neurons()[next[i]++]);
        }
      }
    }
  }

  /**
   * Reads spikes back.
   *
   * @param file {@code spikes.csv}
   * @param populations names of the populations, in the order wanted; those without spikes get an
   *     empty list
   * @throws ResultFormatException if a line is not what it should be
   */
  public static List<SpikeList> read(Path file, List<String> populations) throws IOException {
    Map<String, Train> trains = new LinkedHashMap<>();
    populations.forEach(name -> trains.put(name, new Train()));
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String line = in.readLine();
      if (!HEADER.equals(line)) {
        throw new ResultFormatException(file, 1, "the first line is not '" + HEADER + "'");
      }
      double last = Double.NEGATIVE_INFINITY;
      for (int number = 2; (line = in.readLine()) != null; number++) {
        int first = line.indexOf(',');
        int second = line.indexOf(',', first + 1);
        Train train = second < 0 ? null : trains.get(line.substring(first + 1, second));
        if (train == null) {
          throw new ResultFormatException(
              file, number, "'" + line + "' is not a spike of " + populations);
        }
        try {
          double time = Double.parseDouble(line.substring(0, first));
          if (!(time >= last && time < Double.POSITIVE_INFINITY)) {
            throw new ResultFormatException(
                file, number, "'" + line + "' is not in the order of time");
          }
          last = time;
          train.add(time, Integer.parseInt(line.substring(second + 1)));
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
