package org.hillock.report.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.io.StoredResult;
import org.hillock.plot.PlotKind;
import org.hillock.report.Markup;
import org.hillock.report.PngPicture;
import org.hillock.report.Section;

/**
 * The plots of the folder, within the page.
 *
 * @param pictures what there is
 */
record PictureSection(List<Shown> pictures) implements Section {

  /**
   * A plot.
   *
   * @param kind what it shows
   * @param png its bytes
   */
  record Shown(PlotKind kind, byte[] png) {}

  /** All plots of a folder that were written as PNG. */
  static PictureSection of(StoredResult result) throws IOException {
    List<Shown> pictures = new ArrayList<>();
    for (PlotKind kind : PlotKind.values()) {
      Path file = result.file(kind.plotName() + ".png");
      if (Files.isRegularFile(file)) {
        pictures.add(new Shown(kind, PngPicture.read(file)));
      }
    }
    return new PictureSection(pictures);
  }

  boolean isEmpty() {
    return pictures.isEmpty();
  }

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
    for (Shown picture : pictures) {
      page.element("h3", picture.kind().plotName());
      PngPicture.write(page, picture.png(), "Plot: " + picture.kind().description());
    }
  }
}
