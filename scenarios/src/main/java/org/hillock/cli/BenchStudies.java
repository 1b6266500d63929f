package org.hillock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.bench.ChipCost;
import org.hillock.bench.EventCost;
import org.hillock.bench.Scaling;
import org.hillock.cli.option.OutputFile;
import org.hillock.cli.table.BenchPictures;
import org.hillock.cli.table.BenchTable;
import org.hillock.cli.table.ChipTable;
import org.jspecify.annotations.Nullable;

/** The cases that are not one network but many, each with a table of its own. */
final class BenchStudies {

  static final String SCALING = "scaling";
  static final String EVENT_COST = "event-cost";
  static final String CHIP = "chip";
  static final List<String> NAMES = List.of(SCALING, EVENT_COST, CHIP);

  private final PrintWriter out;
  private final @Nullable Path csv;
  private final @Nullable Path plot;

  /**
   * @param out for people
   * @param csv for programs, or null
   * @param plot base of the pictures' names, or null for none
   */
  BenchStudies(PrintWriter out, @Nullable Path csv, @Nullable Path plot) {
    this.out = out;
    this.csv = csv;
    this.plot = plot;
  }

  /**
   * Runs one.
   *
   * @param threads worker threads
   * @param measure measures one network
   */
  void run(String name, int threads, Scaling.Measure measure) throws IOException {
    switch (name) {
      case SCALING -> scaling(new Scaling(threads, measure).run());
      case EVENT_COST -> eventCost(new EventCost(threads, measure).run());
      default -> chip();
    }
  }

  private void scaling(List<Scaling.Point> points) throws IOException {
    BenchTable.lines(points).forEach(out::println);
    out.flush();
    writeCsv(BenchTable.csv(points));
    if (plot != null) {
      BenchPictures.scaling(points, plot).forEach(out::println);
      out.flush();
    }
  }

  private void eventCost(List<EventCost.Point> points) throws IOException {
    BenchTable.costLines(points).forEach(out::println);
    out.flush();
    writeCsv(BenchTable.costCsv(points));
    if (plot != null) {
      BenchPictures.eventCost(points, plot).forEach(out::println);
      out.flush();
    }
  }

  private void chip() throws IOException {
    List<ChipCost.Row> rows = new ArrayList<>();
    ChipCost.run(
        row -> {
          if (rows.isEmpty()) {
            out.println(ChipTable.heading());
          }
          rows.add(row);
          out.println(ChipTable.line(row));
          out.flush();
        });
    writeCsv(ChipTable.csv(rows));
  }

  private void writeCsv(List<String> lines) throws IOException {
    if (csv != null) {
      OutputFile.write(csv, lines);
    }
  }
}
