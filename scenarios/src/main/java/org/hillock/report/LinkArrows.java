package org.hillock.report;

import org.hillock.loihi.estimate.LinkLoads;

/**
 * Links between tiles or chips as arrows from one to the next, each on its right-hand side so that
 * the two directions lie beside each other; wider and darker where more packets pass.
 */
final class LinkArrows {

  private static final int BANDS = 5;
  private static final double KEY_WIDTH = 44;

  private LinkArrows() {}

  /**
   * Draws all links that packets pass.
   *
   * @param x left edge of each column
   * @param y upper edge of each row
   * @param side of a tile
   * @param names what a link is called where the pointer rests on it
   */
  static void draw(
      Picture picture, LinkLoads links, double[] x, double[] y, double side, LinkNames names) {
    LinkLoads.Link busiest = links.busiest();
    for (int row = 0; row < links.rows(); row++) {
      for (int column = 0; column < links.columns(); column++) {
        for (LinkLoads.Direction direction : LinkLoads.Direction.values()) {
          double load = links.load(column, row, direction);
          if (load > 0) {
            LinkLoads.Link link = new LinkLoads.Link(column, row, direction, load);
            double[] corners = corners(link, x, y, side, load / busiest.load());
            String style = "l" + band(load / busiest.load());
            picture.shape(
                style, names.of(link) + ": " + Numerals.count(load) + " packets/s", corners);
          }
        }
      }
    }
    if (busiest.load() > 0) {
      picture.shape("busiest", "", frame(corners(busiest, x, y, side, 1)));
    }
  }

  /** Names links for people. */
  interface LinkNames {
    String of(LinkLoads.Link link);
  }

  private static int band(double part) {
    return (int) Math.max(1, Math.ceil(part * BANDS));
  }

  /** A triangle whose base is at the tile where the link begins, and its tip at the next. */
  private static double[] corners(
      LinkLoads.Link link, double[] x, double[] y, double side, double part) {
    double half = side * (0.06 + 0.15 * part);
    double aside = side * 0.25;
    int column = link.column();
    int row = link.row();
    double midX = x[column] + side / 2;
    double midY = y[row] + side / 2;
    return switch (link.direction()) {
      case EAST -> along(x[column] + side, x[column + 1], midY + aside, half);
      case WEST -> along(x[column], x[column - 1] + side, midY - aside, half);
      case SOUTH -> down(y[row] + side, y[row + 1], midX - aside, half);
      case NORTH -> down(y[row], y[row - 1] + side, midX + aside, half);
    };
  }

  private static double[] along(double from, double to, double y, double half) {
    return new double[] {from, y - half, to, y, from, y + half};
  }

  private static double[] down(double from, double to, double x, double half) {
    return new double[] {x - half, from, x, to, x + half, from};
  }

  /** The box around a shape. */
  private static double[] frame(double[] corners) {
    double left = Math.min(corners[0], Math.min(corners[2], corners[4])) - 2;
    double right = Math.max(corners[0], Math.max(corners[2], corners[4])) + 2;
    double top = Math.min(corners[1], Math.min(corners[3], corners[5])) - 2;
    double bottom = Math.max(corners[1], Math.max(corners[3], corners[5])) + 2;
    return new double[] {left, top, right, top, right, bottom, left, bottom};
  }

  /** Draws the key, 40 high, if there is anything to explain. */
  static void key(Picture picture, double x, double y, double most, String what) {
    if (most == 0) {
      return;
    }
    picture.text("small", x, y + 10, what);
    for (int band = 1; band <= BANDS; band++) {
      picture.rectangle("l" + band, x + (band - 1) * KEY_WIDTH, y + 16, KEY_WIDTH, 12, "");
    }
    picture.textAround("small", x, y + 41, "0");
    picture.textAround("small", x + BANDS * KEY_WIDTH, y + 41, Numerals.significant(most, 3));
  }
}
