package org.hillock.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.record.WeightTable;

/**
 * Sampled weights of one projection on their way to a file that has one projection after the other:
 * a row a sample, of its time, the weights, and what else the synapses keep.
 */
final class WeightSpool implements Closeable {

  private final NumberSpool numbers;
  private final List<String> states;
  private final long row;
  private WeightTable last;
  private int samples;

  /**
   * @param file to write
   * @param like a table of the projection
   * @param bytes of the file that stay, if it is gone on with
   */
  WeightSpool(Path file, WeightTable like, long bytes) throws IOException {
    this.numbers = new NumberSpool(file, bytes);
    this.states = List.copyOf(like.states().keySet());
    this.row = 1 + (1L + states.size()) * like.sources().length;
    this.last = like;
    this.samples = Math.toIntExact(numbers.size() / row);
  }

  /** How long the file is [bytes]. */
  long bytes() throws IOException {
    return numbers.bytes();
  }

  /** The projection and its synapses, with the weights of the last sample. */
  WeightTable last() {
    return last;
  }

  List<String> states() {
    return states;
  }

  int samples() {
    return samples;
  }

  /** Takes the next samples. */
  void take(WeightTable table) throws IOException {
    int count = table.times().length;
    for (int t = 0; t < count; t++) {
      try {
        numbers.append(table.times()[t]);
        numbers.append(table.weights()[t]);
        for (String state : states) {
          numbers.append(table.states().getOrDefault(state, new double[0][])[t]);
        }
        numbers.flush();
      } catch (IOException e) {
        numbers.cutTo(samples * row);
        throw e;
      }
      samples++;
    }
    if (count > 0) {
      last = cut(table, count - 1);
    }
  }

  private static WeightTable cut(WeightTable table, int sample) {
    Map<String, double[][]> states = new LinkedHashMap<>();
    table.states().forEach((name, all) -> states.put(name, new double[][] {all[sample]}));
    return new WeightTable(
        table.projection(),
        table.sourcePopulation(),
        table.targetPopulation(),
        table.sources(),
        table.targets(),
        new double[] {table.times()[sample]},
        new double[][] {table.weights()[sample]},
        states);
  }

  /** When a sample was taken [ms]. */
  double time(int sample) throws IOException {
    double[] time = new double[1];
    numbers.read(sample * row, time, 1);
    return time[0];
  }

  /**
   * Numbers of the synapses at one sample.
   *
   * @param which 0 for the weights, then what else they keep
   * @param into takes them
   */
  void read(int sample, int which, double[] into) throws IOException {
    int synapses = last.sources().length;
    numbers.read(sample * row + 1 + (long) which * synapses, into, synapses);
  }

  @Override
  public void close() throws IOException {
    numbers.close();
  }
}
