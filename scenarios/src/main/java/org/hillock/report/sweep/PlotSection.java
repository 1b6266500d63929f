package org.hillock.report.sweep;

import java.util.List;
import org.hillock.report.Markup;
import org.hillock.report.PngPicture;
import org.hillock.report.Section;
import org.hillock.sweep.StoredSweep;

/** The plots of a sweep, within the page. */
record PlotSection(StoredSweep sweep, List<byte[]> pictures) implements Section {

  @Override
  public String id() {
    return "plots";
  }

  @Override
  public String title() {
    return "Plots";
  }

  @Override
  public void write(Markup page) {
    for (byte[] picture : pictures) {
      PngPicture.write(page, picture, "Plot: what was measured over " + varied());
    }
    page.element(
        "p", "Means over the seeds, with bars of one standard deviation.", "class", "soft");
  }

  private String varied() {
    return String.join(
        " and ", sweep.over().stream().map(axis -> axis.substring(0, axis.indexOf('='))).toList());
  }
}
