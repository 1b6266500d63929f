package org.hillock.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.record.RateTable;

/** Binned spike counts as text: one line a bin (from, to] and population. */
public final class RateFile {

  private static final String HEADER = "from_ms,to_ms,population,spikes,rate_hz";

  /** How far an edge may be from where equal bins put it, in bins. */
  private static final double ROUNDING = 0.01;

  private RateFile() {}

  /** Writes what all requests gave. */
  static void write(List<RateSpool> requests, Path file) throws IOException {
    try (TableWriter out = TableWriter.into(file, HEADER)) {
      for (RateSpool request : requests) {
        RateTable table = request.like();
        byte[] name = TableWriter.bytes("," + table.population() + ",");
        request.forEach(
            (bin, spikes) -> {
              out.number(edge(table, bin)).comma().number(edge(table, bin + 1)).text(name);
              out.whole(spikes).comma().number(table.rateOf(spikes)).line();
            });
      }
    }
  }

  /** An edge of a bin, rounded to a picosecond so that it reads as what it means. */
  private static double edge(RateTable table, long bin) {
    return Math.rint((table.start() + bin * table.bin()) * 1e9) / 1e9;
  }

  /**
   * Reads the tables back.
   *
   * @param sizes of all populations, by name
   * @throws ResultFormatException if a line is not what it should be
   */
  public static List<RateTable> read(Path file, Map<String, Integer> sizes) throws IOException {
    Map<String, Bins> bins = new LinkedHashMap<>();
    try (CsvReader in = new CsvReader(file, HEADER)) {
      while (in.next()) {
        if (!sizes.containsKey(in.text(2))) {
          throw in.wrong("'" + in.text(2) + "' is none of the populations " + sizes.keySet());
        }
        double from = in.time(0);
        double to = in.time(1);
        Bins own = bins.computeIfAbsent(in.text(2), name -> new Bins(from, to - from));
        double next = own.start() + own.counts().size() * own.width();
        if (!(own.width() > 0) || Math.abs(from - next) > ROUNDING * own.width()) {
          throw in.wrong("the bin from " + in.text(0) + " to " + in.text(1) + " is not the next");
        }
        own.counts().add(in.index(3));
      }
    }
    List<RateTable> tables = new ArrayList<>();
    bins.forEach(
        (population, own) -> {
          int[] counts = new int[own.counts().size()];
          for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) own.counts().get(i);
          }
          int size = sizes.getOrDefault(population, 1);
          tables.add(new RateTable(population, size, own.start(), own.width(), counts));
        });
    return tables;
  }

  private record Bins(double start, double width, SampleLists.Doubles counts) {
    Bins(double start, double width) {
      this(start, width, new SampleLists.Doubles());
    }
  }
}
