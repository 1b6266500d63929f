package org.hillock.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.hillock.record.Batch;
import org.hillock.record.Sink;
import org.hillock.record.SpikeList;

/**
 * Writes spikes in the format of NEST 3's spike recorder while the run goes on, a file a
 * population: two comment lines, a header, then sender and time, separated by tabs.
 */
final class NestSink implements Sink, Closeable {

  private static final String HEADER =
      "# NEST version: written by Hillock\n# RecordingBackendASCII version: 2\nsender\ttime_ms";

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

  @Override
  public void take(Batch batch) throws IOException {
    for (SpikeList list : batch.spikes()) {
      TableWriter out = open.get(list.population());
      if (out == null) {
        out = TableWriter.into(files.apply(list.population() + ".dat"), HEADER);
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
      Path file = files.apply(entry.getKey() + ".dat");
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
