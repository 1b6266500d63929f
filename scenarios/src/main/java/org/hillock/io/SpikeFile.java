package org.hillock.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

  private static final int BLOCK = 1 << 16;

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

  /** The hash of the lines of a file after the first, which is what {@link #write} gives. */
  static String hash(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    digest(file, digest);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Gives the lines of a file after the first to a digest. */
  static void digest(Path file, MessageDigest digest) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes((HEADER + "\n").length());
      byte[] block = new byte[BLOCK];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    } catch (EOFException e) {
      // shorter than its first line should be: the hash of nothing
    }
  }

  /**
   * Writes spikes of all populations in the order of the file.
   *
   * @param lists one a population
   */
  static void writeInOrder(List<SpikeList> lists, TableWriter out) throws IOException {
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
    List<Train> trains = new ArrayList<>();
    populations.keySet().forEach(name -> trains.add(new Train()));
    try (SpikeLines in = new SpikeLines(file, populations)) {
      while (in.next()) {
        trains.get(in.population()).add(in.time(), in.neuron());
      }
    }
    List<SpikeList> lists = new ArrayList<>();
    for (String name : populations.keySet()) {
      lists.add(trains.get(lists.size()).list(name));
    }
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
