package org.hillock.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.hillock.record.Batch;
import org.hillock.record.SpikeList;

/**
 * Writes spikes in the format of NEST 3's spike recorder while the run goes on, a file a
 * population: two comment lines, a header, then sender and time, separated by tabs.
 */
final class NestSink implements BatchTaker, Closeable {

  private static final String HEADER =
      "# NEST version: written by Hillock\n# RecordingBackendASCII version: 2\nsender\ttime_ms";

  private static final String ENDING = ".dat";

  private final Function<String, Path> files;
  private final ToIntFunction<String> firstSender;
  private final Map<String, TableWriter> open = new HashMap<>();

  /** Bytes of whole batches after the header, by population. */
  private final Map<String, Long> wholeBytes = new HashMap<>();

  /**
   * @param files gives a file of the result
   * @param firstSender number of a population's first neuron, as NEST counts nodes
   */
  NestSink(Function<String, Path> files, ToIntFunction<String> firstSender) {
    this.files = files;
    this.firstSender = firstSender;
  }

  /** Goes on with the files, of which so many bytes stay. */
  void goOn(Map<String, Long> bytes, Set<String> populations) throws IOException {
    for (String population : populations) {
      Long length = bytes.get(population + ENDING);
      if (length != null) {
        TableWriter out = TableWriter.goOn(files.apply(population + ENDING), length, HEADER, null);
        open.put(population, out);
        wholeBytes.put(population, out.length());
      }
    }
  }

  /** How long each file is [bytes]. */
  Map<String, Long> bytes() {
    Map<String, Long> bytes = new HashMap<>();
    wholeBytes.forEach(
        (population, whole) -> bytes.put(population + ENDING, (HEADER + "\n").length() + whole));
    return bytes;
  }

  @Override
  public void take(Batch batch) throws IOException {
    for (SpikeList list : batch.spikes()) {
      TableWriter out = open.get(list.population());
      if (out == null) {
        out = TableWriter.into(files.apply(list.population() + ENDING), HEADER);
        open.put(list.population(), out);
      }
      int first = firstSender.applyAsInt(list.population());
      for (int i = 0; i < list.size(); i++) {
        long sender = (long) first + list.neurons()[i];
        out.whole(sender).character('\t').number(list.times()[i]).line();
      }
      out.flush();
      wholeBytes.put(list.population(), out.length());
    }
  }

  /** Gives up what was written of lines that there was no room for. */
  void cutToWhole() throws IOException {
    for (Map.Entry<String, TableWriter> entry : open.entrySet()) {
      entry.getValue().abandon();
      long whole = wholeBytes.getOrDefault(entry.getKey(), 0L);
      Path file = files.apply(entry.getKey() + ENDING);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate((HEADER + "\n").length() + whole);
      }
    }
    open.clear();
  }

  @Override
  public void close() throws IOException {
    for (TableWriter out : open.values()) {
      out.close();
    }
  }
}
