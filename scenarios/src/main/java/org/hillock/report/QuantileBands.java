package org.hillock.report;

import java.util.List;
import org.hillock.loihi.chip.Limit;

/**
 * Use of each resource over many cores: from the emptiest to the fullest, and what lies between.
 */
final class QuantileBands {

  private static final double LEFT = 190;
  private static final double TOP = 40;
  private static final double ROW = 34;
  private static final double WIDTH = Picture.PAGE_WIDTH - LEFT - 80;

  private QuantileBands() {}

  static void draw(Markup page, CoreUse use) {
    List<Limit> limits = use.limits();
    double bottom = TOP + limits.size() * ROW;
    Picture picture =
        Picture.open(
            page, Picture.PAGE_WIDTH, bottom + 48, "Quantiles of the use of each resource");
    key(picture);
    for (int percent = 0; percent <= 100; percent += 20) {
      double x = LEFT + WIDTH * percent / 100;
      picture.line("grid", x, TOP, x, bottom);
      picture.textAround("axis", x, bottom + 18, percent + " %");
    }
    picture.textAround("axis", LEFT + WIDTH / 2, bottom + 40, "use [% of the limit of a core]");
    for (Limit limit : limits) {
      double[] sorted = use.sorted(limit);
      double y = TOP + limits.indexOf(limit) * ROW + ROW / 2;
      picture.label(LEFT - 10, y + 5, limit.label());
      band(picture, "u2", y, 6, at(sorted, 0), at(sorted, 1));
      band(picture, "u4", y, 16, at(sorted, 0.05), at(sorted, 0.95));
      band(picture, "u7", y, 24, at(sorted, 0.25), at(sorted, 0.75));
      double median = LEFT + WIDTH * at(sorted, 0.5);
      picture.line("mark", median, y - 14, median, y + 14);
    }
    picture.close(
        "Cores of the mapping, "
            + Numerals.count(use.cores())
            + " in all: half of them lie within the dark band, nine of ten within the middle one,"
            + " all within the thin one; the line is the median.");
  }

  private static void key(Picture picture) {
    double x = LEFT;
    String[] styles = {"u2", "u4", "u7"};
    String[] words = {"all cores", "5 % to 95 %", "25 % to 75 %"};
    double[] heights = {6, 16, 20};
    for (int i = 0; i < styles.length; i++) {
      picture.rectangle(styles[i], x, 14 - heights[i] / 2, 26, heights[i], "");
      picture.text("small", x + 32, 18, words[i]);
      x += 145;
    }
    picture.line("mark", x + 6, 4, x + 6, 24);
    picture.text("small", x + 16, 18, "median");
  }

  private static void band(
      Picture picture, String style, double y, double height, double from, double to) {
    double width = Math.max(2, WIDTH * (to - from));
    String title = Numerals.percent(from) + " to " + Numerals.percent(to);
    picture.rectangle(style, LEFT + WIDTH * from, y - height / 2, width, height, title);
  }

  /** A quantile: the number below which this part of the list lies, between neighbours by line. */
  static double at(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
