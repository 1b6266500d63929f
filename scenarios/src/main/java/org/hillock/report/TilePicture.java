package org.hillock.report;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.estimate.LinkLoads;

/** The mesh of the chips in use, tile by tile, with its cores and links. */
final class TilePicture {

  /** Beyond so many columns or rows a tile would be too small to see. */
  static final int MOST_TILES = 64;

  private static final double MARGIN = 10;
  private static final double KEY_LEFT = 18;
  private static final double TOP = 62;
  private static final double WIDEST = 84;

  /** Where the page is too narrow for tiles of this size, it scrolls. */
  private static final double NARROWEST = 22;

  /** Part of the distance between tiles that the tile takes; links take the rest. */
  private static final double TILE = 0.64;

  private static final double NUMBERS_FROM = 24;

  private final Mapping mapping;
  private final CoreUse use;
  private final LinkLoads links;
  private final MeshNames names;
  private final ChipProfile.Mesh mesh;
  private final double side;
  private final double[] x;
  private final double[] y;

  TilePicture(Mapping mapping, CoreUse use, LinkLoads links, MeshNames names) {
    this.mapping = mapping;
    this.use = use;
    this.links = links;
    this.names = names;
    this.mesh = mapping.profile().mesh();
    int chips = links.columns() / mesh.columns();
    double room = Picture.PAGE_WIDTH - 2 * MARGIN;
    double pitch = Math.min(WIDEST, room / (links.columns() + 0.4 * chips));
    double between = Math.max(10, 0.4 * pitch);
    pitch = Math.min(WIDEST, (room - between * chips) / links.columns());
    pitch = Math.max(NARROWEST, pitch);
    this.side = TILE * pitch;
    this.x = new double[links.columns()];
    for (int column = 0; column < x.length; column++) {
      x[column] =
          MARGIN + column * pitch + (column / mesh.columns() + 0.5) * between + (pitch - side) / 2;
    }
    this.y = new double[links.rows()];
    double below = Math.max(28, between);
    for (int row = 0; row < y.length; row++) {
      y[row] = TOP + row * pitch + (row / mesh.rows() + 1) * below + (pitch - side) / 2;
    }
  }

  void draw(Markup page) {
    Picture picture =
        Picture.open(
            page,
            Math.max(Picture.PAGE_WIDTH, x[x.length - 1] + side + 2 * MARGIN),
            y[y.length - 1] + side + 24,
            "The mesh of tiles with the use of their cores and the load of the links");
    UseScale.key(picture, KEY_LEFT, 4, "use of the fullest resource of a core");
    LinkArrows.key(
        picture,
        KEY_LEFT + UseScale.keyWidth() + 70,
        4,
        links.busiest().load(),
        "packets per second on a link");
    drawChips(picture);
    drawTiles(picture);
    LinkArrows.draw(picture, links, x, y, side, names::tileLink);
    picture.close(
        String.format(
            Locale.ROOT,
            "Squares are cores, %d to a tile%s; empty ones are not in use. Arrows are links, two"
                + " between neighbouring tiles, one for each direction; links without packets are"
                + " not drawn, and the busiest is within a green frame. Resting on anything with the"
                + " pointer shows its numbers.",
            mesh.coresPerTile(),
            showsNumbers() ? ", with their use in percent" : ""));
  }

  private void drawChips(Picture picture) {
    double pad = 0.3 * (side / TILE - side) + 3;
    for (int row = 0; row < links.rows(); row += mesh.rows()) {
      for (int column = 0; column < links.columns(); column += mesh.columns()) {
        double right = x[column + mesh.columns() - 1] + side + pad;
        double bottom = y[row + mesh.rows() - 1] + side + pad;
        picture.rectangle(
            "chip",
            x[column] - pad,
            y[row] - pad,
            right - x[column] + pad,
            bottom - y[row] + pad,
            "");
        picture.text("small", x[column] - pad, y[row] - pad - 5, "chip " + names.chip(column, row));
      }
    }
  }

  private boolean showsNumbers() {
    return side / split() >= NUMBERS_FROM;
  }

  /** Cores of a tile lie in so many rows and columns. */
  private int split() {
    return (int) Math.ceil(Math.sqrt(mesh.coresPerTile()));
  }

  private void drawTiles(Picture picture) {
    Map<Integer, Integer> cores = new HashMap<>();
    for (int core = 0; core < mapping.cores(); core++) {
      cores.put(mapping.physical(core), core);
    }
    for (int row = 0; row < links.rows(); row++) {
      for (int column = 0; column < links.columns(); column++) {
        int first = names.firstCore(column, row);
        boolean used = false;
        for (int i = 0; i < mesh.coresPerTile(); i++) {
          Integer core = cores.get(first + i);
          if (core != null) {
            drawCore(picture, x[column], y[row], i, core);
            used = true;
          }
        }
        String title = used ? "" : names.tile(column, row) + ": not in use";
        picture.rectangle(used ? "outline" : "none", x[column], y[row], side, side, title);
      }
    }
  }

  private void drawCore(Picture picture, double left, double top, int place, int core) {
    double cell = side / split();
    double cellX = left + place % split() * cell;
    double cellY = top + place / split() * cell;
    Limit fullest = use.fullest(core);
    double load = use.load(core);
    String title =
        String.format(
            Locale.ROOT,
            "core %s, tile %d: %s %s",
            HeatMap.name(mapping, core),
            mapping.physical(core) % mapping.profile().coresPerChip() / mesh.coresPerTile(),
            Numerals.percent(load),
            "of its " + fullest.label());
    picture.rectangle(UseScale.fill(load), cellX, cellY, cell, cell, title);
    if (showsNumbers()) {
      picture.textAround(
          UseScale.text(load), cellX + cell / 2, cellY + cell / 2 + 4, Numerals.count(100 * load));
    }
  }
}
