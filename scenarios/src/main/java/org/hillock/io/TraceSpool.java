package org.hillock.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.record.TraceTable;

/**
 * Samples of one request on their way to a file that has them neuron by neuron. They come time by
 * time, so they are kept in blocks, within which they lie neuron by neuron:
 *
 * <pre>
 *   samples of the block | their times | variable 0: neuron 0, neuron 1, … | variable 1: …
 * </pre>
 *
 * <p>A block is as large as may well stand in memory, so the samples of a neuron are read in a few
 * pieces.
 */
public final class TraceSpool implements Closeable {

  /** A block takes so much of the heap at most, while it is gathered. */
  private static final int PARTS_OF_HEAP = 64;

  private static final long LEAST_BLOCK = 1 << 20;

  /** Takes samples in order of time. */
  @FunctionalInterface
  interface Visitor {
    /**
     * A sample.
     *
     * @param time when [ms]
     */
    void sample(double time, double value) throws IOException;
  }

  /** Takes the values of all neurons at one time after the other. */
  @FunctionalInterface
  interface RowVisitor {
    /**
     * A time.
     *
     * @param values of the neurons; filled anew for the next time
     */
    void row(double[] values) throws IOException;
  }

  private record Block(long at, int samples) {}

  private final NumberSpool numbers;
  private final long enough;
  private final String population;
  private final int firstNeuron;
  private final int neurons;
  private final List<String> variables;
  private final List<Block> blocks = new ArrayList<>();
  private final List<TraceTable> waiting = new ArrayList<>();
  private int waitingSamples;
  private double[] times = {};
  private double[] values = {};

  /**
   * @param file to write
   * @param like a table of the request
   */
  public TraceSpool(Path file, TraceTable like) throws IOException {
    this(file, like, 0);
  }

  /**
   * Goes on with a file.
   *
   * @param bytes of it that stay
   */
  TraceSpool(Path file, TraceTable like, long bytes) throws IOException {
    this(
        file, like, bytes, Math.max(LEAST_BLOCK, Runtime.getRuntime().maxMemory() / PARTS_OF_HEAP));
  }

  /** The same with another size of blocks [bytes], for tests. */
  TraceSpool(Path file, TraceTable like, long bytes, long enough) throws IOException {
    this.numbers = new NumberSpool(file, bytes);
    this.enough = enough;
    this.population = like.population();
    this.firstNeuron = like.firstNeuron();
    this.variables = like.variables();
    this.neurons = like.values().length == 0 ? 0 : like.values()[0].length;
    findBlocks();
  }

  /** The blocks of a file that is gone on with: each begins with the number of its samples. */
  private void findBlocks() throws IOException {
    double[] samples = new double[1];
    long columns = 1 + (long) variables.size() * neurons;
    for (long at = 0; at < numbers.size(); at += 1 + columns * (long) samples[0]) {
      numbers.read(at, samples, 1);
      blocks.add(new Block(at + 1, (int) samples[0]));
    }
  }

  /** How long the file is, once all that was taken is in it [bytes]. */
  long bytes() throws IOException {
    endBlock();
    return numbers.bytes();
  }

  String population() {
    return population;
  }

  int firstNeuron() {
    return firstNeuron;
  }

  int neurons() {
    return neurons;
  }

  List<String> variables() {
    return variables;
  }

  /** How many samples there are of each neuron and variable. */
  long samples() {
    long samples = waitingSamples;
    for (Block block : blocks) {
      samples += block.samples;
    }
    return samples;
  }

  /** Takes the next samples. */
  public void take(TraceTable table) throws IOException {
    if (table.times().length == 0) {
      return;
    }
    waiting.add(table);
    waitingSamples += table.times().length;
    if ((1L + (long) variables.size() * neurons) * waitingSamples * Double.BYTES >= enough) {
      endBlock();
    }
  }

  private void endBlock() throws IOException {
    if (waitingSamples == 0) {
      return;
    }
    long at = numbers.size();
    try {
      numbers.append(waitingSamples);
      for (TraceTable table : waiting) {
        numbers.append(table.times());
      }
      for (int v = 0; v < variables.size(); v++) {
        for (int i = 0; i < neurons; i++) {
          for (TraceTable table : waiting) {
            numbers.append(table.values()[v][i]);
          }
        }
      }
      numbers.flush();
    } catch (IOException e) {
      numbers.cutTo(at);
      throw e;
    } finally {
      waiting.clear();
    }
    blocks.add(new Block(at + 1, waitingSamples));
    waitingSamples = 0;
  }

  /** Goes through the samples of one neuron, in order of time. */
  void forEach(int variable, int neuron, Visitor visitor) throws IOException {
    endBlock();
    for (Block block : blocks) {
      if (times.length < block.samples) {
        times = new double[block.samples];
        values = new double[block.samples];
      }
      long column = (long) variable * neurons + neuron;
      numbers.read(block.at, times, block.samples);
      numbers.read(block.at + (1 + column) * block.samples, values, block.samples);
      for (int i = 0; i < block.samples; i++) {
        visitor.sample(times[i], values[i]);
      }
    }
  }

  /** Goes through the samples of one variable of all neurons, in order of time. */
  void forEachRow(int variable, RowVisitor visitor) throws IOException {
    endBlock();
    double[] row = new double[neurons];
    double[] columns = {};
    for (Block block : blocks) {
      int count = Math.multiplyExact(neurons, block.samples);
      columns = columns.length < count ? new double[count] : columns;
      numbers.read(block.at + (1 + (long) variable * neurons) * block.samples, columns, count);
      for (int sample = 0; sample < block.samples; sample++) {
        for (int i = 0; i < neurons; i++) {
          row[i] = columns[i * block.samples + sample];
        }
        visitor.row(row);
      }
    }
  }

  /** When the first sample was taken [ms]; NaN if there is none. */
  double firstTime() throws IOException {
    endBlock();
    double[] first = {Double.NaN};
    if (!blocks.isEmpty()) {
      numbers.read(blocks.get(0).at, first, 1);
    }
    return first[0];
  }

  /** The samples of one neuron, in memory. */
  TraceTable column(int variable, int neuron) throws IOException {
    int count = Math.toIntExact(samples());
    double[] when = new double[count];
    double[] what = new double[count];
    int[] next = {0};
    forEach(
        variable,
        neuron,
        (time, value) -> {
          when[next[0]] = time;
          what[next[0]++] = value;
        });
    return new TraceTable(
        population,
        firstNeuron + neuron,
        List.of(variables.get(variable)),
        when,
        new double[][][] {{what}});
  }

  @Override
  public void close() throws IOException {
    numbers.close();
  }
}
