package org.hillock.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.plot.PlotData;
import org.hillock.stimulus.Presentation;

/** Which image was shown when, as text: a line each. */
final class PresentationFile {

  private static final String HEADER = "begin_ms,end_ms,name,image,label";

  private PresentationFile() {}

  /** What plots need of presentations. */
  static List<PlotData.Shown> shown(List<Presentation> presentations) {
    return presentations.stream()
        .map(
            one ->
                shown(one.name(), one.label() == null ? "" : one.label(), one.begin(), one.end()))
        .toList();
  }

  private static PlotData.Shown shown(String name, String label, double begin, double end) {
    return new PlotData.Shown(name, label.isEmpty() ? name : label, begin, end);
  }

  /**
   * Reads them back.
   *
   * @throws ResultFormatException if a line is not what it should be
   */
  static List<PlotData.Shown> read(Path file) throws IOException {
    List<PlotData.Shown> all = new ArrayList<>();
    try (CsvReader in = new CsvReader(file, HEADER)) {
      while (in.next()) {
        all.add(shown(in.text(2), in.text(4), in.time(0), in.time(1)));
      }
    }
    return all;
  }

  /** Writes all that are shown; the label of one of which nobody knows what it shows is empty. */
  static void write(List<Presentation> presentations, Path file) throws IOException {
    try (TableWriter out = TableWriter.into(file, HEADER)) {
      for (Presentation each : presentations) {
        String label = each.label() == null ? "" : each.label();
        String rest = "," + each.name() + "," + each.image() + "," + label;
        out.number(each.begin()).text(TableWriter.bytes(","));
        out.number(each.end()).text(TableWriter.bytes(rest)).line();
      }
    }
  }
}
