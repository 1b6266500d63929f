package org.hillock.report.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.report.PngPicture;
import org.hillock.report.ReportPage;
import org.hillock.report.Section;
import org.hillock.sweep.StoredSweep;

/** The page of a sweep. */
public final class SweepReport {

  private SweepReport() {}

  /**
   * Reads a folder.
   *
   * @throws IOException if a file is not what it should be
   */
  public static ReportPage of(Path folder) throws IOException {
    StoredSweep sweep = StoredSweep.read(folder);
    List<byte[]> pictures = new ArrayList<>();
    for (Path file : sweep.pictures()) {
      pictures.add(PngPicture.read(file));
    }
    List<Section> sections = new ArrayList<>();
    sections.add(new PlanSection(sweep));
    if (!pictures.isEmpty()) {
      sections.add(new PlotSection(sweep, pictures));
    }
    if (!sweep.failed().isEmpty()) {
      sections.add(new FailureSection(sweep));
    }
    sections.add(new TableSection(sweep));
    return ReportPage.still(
        "Sweep of " + sweep.scenario(),
        "One scenario at many values, on the " + sweep.engine() + " engine of Hillock",
        sections);
  }
}
