package org.hillock.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.record.Spikes;

/**
 * Spikes of one population that stay in {@code spikes.csv}: each time that they are gone through,
 * the file is read.
 *
 * @param file where they are
 * @param sizes of all populations by name
 * @param population its name
 * @param count how many there are
 */
record StoredSpikes(Path file, Map<String, Integer> sizes, String population, long count)
    implements Spikes {

  /** Files up to this part of the heap are read once, into memory. */
  private static final int PARTS_OF_HEAP = 16;

  @Override
  public void forEach(Visitor visitor) {
    int number = List.copyOf(sizes.keySet()).indexOf(population);
    try (SpikeLines lines = new SpikeLines(file, sizes)) {
      while (lines.next()) {
        if (lines.population() == number) {
          visitor.spike(lines.time(), lines.neuron());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The spikes of all populations: in memory if they are few, else where they are.
   *
   * @param sizes of the populations by name, in the order wanted; those without spikes have none
   * @throws ResultFormatException if a line is not what it should be
   */
  static List<Spikes> open(Path file, Map<String, Integer> sizes) throws IOException {
    return open(file, sizes, Runtime.getRuntime().maxMemory() / PARTS_OF_HEAP);
  }

  /** The same with another limit of what is read into memory [bytes of the file], for tests. */
  static List<Spikes> open(Path file, Map<String, Integer> sizes, long most) throws IOException {
    if (Files.size(file) <= most) {
      return List.copyOf(SpikeFile.read(file, sizes));
    }
    long[] counts = new long[sizes.size()];
    try (SpikeLines lines = new SpikeLines(file, sizes)) {
      while (lines.next()) {
        counts[lines.population()]++;
      }
    }
    List<Spikes> all = new ArrayList<>();
    for (String population : sizes.keySet()) {
      all.add(new StoredSpikes(file, sizes, population, counts[all.size()]));
    }
    return all;
  }
}
