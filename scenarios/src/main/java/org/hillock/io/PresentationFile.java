package org.hillock.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hillock.stimulus.Presentation;

/** Which image was shown when, as text: a line each. */
final class PresentationFile {

  private static final String HEADER = "begin_ms,end_ms,name,image,label";

  private PresentationFile() {}

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
