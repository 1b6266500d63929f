package org.hillock.report.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.io.StoredComparison;
import org.hillock.report.Markup;
import org.hillock.report.PngPicture;
import org.hillock.report.ReportPage;
import org.hillock.report.Section;

/** The page of a comparison. */
public final class ComparisonReport {

  private ComparisonReport() {}

  /**
   * Reads a folder.
   *
   * @throws IOException if a file is not what it should be
   */
  public static ReportPage of(Path folder) throws IOException {
    StoredComparison comparison = StoredComparison.read(folder);
    List<Section> sections = new ArrayList<>();
    sections.add(new Found(comparison));
    Path plot = folder.resolve("compare.png");
    if (Files.isRegularFile(plot)) {
      sections.add(new Drawn(PngPicture.read(plot)));
    }
    return ReportPage.still(
        "Two runs compared",
        "A: " + comparison.a() + ", B: " + comparison.b() + "; by Hillock " + comparison.hillock(),
        sections);
  }

  /** What was found, in the tables of the command. */
  private record Found(StoredComparison comparison) implements Section {

    @Override
    public String id() {
      return "found";
    }

    @Override
    public String title() {
      return "What was found";
    }

    @Override
    public void write(Markup page) {
      List<String> lines = comparison.lines();
      if (!lines.isEmpty()) {
        page.open("p")
            .element(
                "strong",
                lines.get(lines.size() - 1),
                "class",
                comparison.identical() ? "holds" : "");
        page.close();
      }
      comparison.notes().forEach(note -> page.element("p", note, "class", "notice"));
      page.open("div", "class", "copyable").open("pre", "tabindex", "0", "class", "whole");
      page.element("code", String.join("\n", lines)).close().close();
    }
  }

  /** The distributions over neurons. */
  private record Drawn(byte[] png) implements Section {

    @Override
    public String id() {
      return "distributions";
    }

    @Override
    public String title() {
      return "Distributions over neurons";
    }

    @Override
    public void write(Markup page) {
      PngPicture.write(page, png, "Plot: cumulative distributions over neurons of both runs");
      page.element("p", "Broad pale lines are A, thin ones B.", "class", "soft");
    }
  }
}
