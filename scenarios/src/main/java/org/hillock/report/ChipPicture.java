package org.hillock.report;

import java.util.Locale;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.estimate.LinkLoads;

/** The mesh of a large board, chip by chip. */
final class ChipPicture {

  private static final double MARGIN = 10;
  private static final double KEY_LEFT = 18;
  private static final double TOP = 62;
  private static final double WIDEST = 90;
  private static final double NARROWEST = 30;

  /** Part of the distance between chips that the chip takes; links take the rest. */
  private static final double CHIP = 0.68;

  private ChipPicture() {}

  static void draw(
      Markup page, Mapping mapping, CoreUse use, LinkLoads tileLinks, MeshNames names) {
    ChipProfile profile = mapping.profile();
    LinkLoads links = tileLinks.byChip(profile.mesh());
    double room = Picture.PAGE_WIDTH - 2 * MARGIN;
    double pitch = Math.max(NARROWEST, Math.min(WIDEST, room / links.columns()));
    double side = CHIP * pitch;
    double[] x = places(links.columns(), MARGIN, pitch);
    double[] y = places(links.rows(), TOP, pitch);
    int[] cores = new int[profile.chips()];
    double[] load = new double[profile.chips()];
    for (int core = 0; core < mapping.cores(); core++) {
      int chip = mapping.physical(core) / profile.coresPerChip();
      cores[chip]++;
      load[chip] += use.load(core);
    }
    double width = Math.max(Picture.PAGE_WIDTH, 2 * MARGIN + pitch * links.columns());
    Picture picture =
        Picture.open(
            page,
            width,
            TOP + pitch * links.rows() + 10,
            "The chips of the board with the use of their cores and the load between them");
    UseScale.key(picture, KEY_LEFT, 4, "use of the fullest resource, mean of the cores");
    LinkArrows.key(
        picture,
        KEY_LEFT + UseScale.keyWidth() + 70,
        4,
        links.busiest().load(),
        "packets per second from chip to chip");
    for (int row = 0; row < links.rows(); row++) {
      for (int column = 0; column < links.columns(); column++) {
        int chip = names.chip(column * profile.mesh().columns(), row * profile.mesh().rows());
        int inUse = chip < cores.length ? cores[chip] : 0;
        double mean = inUse == 0 ? 0 : load[chip] / inUse;
        String title =
            inUse == 0
                ? "chip " + chip + ": not in use"
                : String.format(
                    Locale.ROOT,
                    "chip %d: %s in use, %s full in the mean",
                    chip,
                    Numerals.counted(inUse, "core", "cores"),
                    Numerals.percent(mean));
        picture.rectangle(UseScale.fill(mean), x[column], y[row], side, side, title);
        picture.textAround(
            UseScale.text(mean), x[column] + side / 2, y[row] + side / 2 + 4, "" + chip);
      }
    }
    LinkArrows.draw(picture, links, x, y, side, names::chipLink);
    picture.close(
        "Squares are chips with their numbers; empty ones are not in use. Arrows are all links from"
            + " a chip to the next together, one for each direction; the busiest is within a green frame. Resting on anything with the"
            + " pointer shows its numbers.");
  }

  private static double[] places(int count, double first, double pitch) {
    double[] places = new double[count];
    for (int i = 0; i < count; i++) {
      places[i] = first + i * pitch + (1 - CHIP) / 2 * pitch;
    }
    return places;
  }
}
