package org.hillock.report;

import java.util.List;
import java.util.Locale;
import org.hillock.loihi.Mapping;
import org.hillock.loihi.chip.Limit;

/** Use of each resource on each core: a row a resource, a column a core. */
final class HeatMap {

  /** Beyond so many cores a column would be too narrow to see. */
  static final int MOST_CORES = 400;

  private static final double LEFT = 190;
  private static final double TOP = 58;
  private static final double ROW = 30;
  private static final double WIDEST = 56;
  private static final double NUMBERS_FROM = 28;

  private HeatMap() {}

  static void draw(Markup page, Mapping mapping, CoreUse use) {
    List<Limit> limits = use.limits();
    int cores = use.cores();
    double column = Math.min(WIDEST, (Picture.PAGE_WIDTH - LEFT - 10) / cores);
    double bottom = TOP + limits.size() * ROW;
    Picture picture =
        Picture.open(
            page,
            Picture.PAGE_WIDTH,
            bottom + 44,
            "Heat map of the use of each resource on each core");
    UseScale.key(picture, LEFT, 0, "use, in percent of the limit of a core");
    double gap = column >= 4 ? 1 : 0;
    for (Limit limit : limits) {
      double y = TOP + limits.indexOf(limit) * ROW;
      picture.label(LEFT - 10, y + 19, limit.label());
      for (int core = 0; core < cores; core++) {
        double x = LEFT + core * column;
        double fraction = use.of(core, limit);
        String title =
            String.format(
                Locale.ROOT,
                "core %s: %s of %s %s, %s",
                name(mapping, core),
                Numerals.count(mapping.used(core, limit)),
                Numerals.count(limit.perCore(mapping.profile())),
                limit.label(),
                Numerals.percent(fraction));
        picture.rectangle(UseScale.fill(fraction), x, y, column - gap, ROW - 2, title);
        if (column >= NUMBERS_FROM && fraction > 0) {
          picture.textAround(
              UseScale.text(fraction),
              x + (column - gap) / 2,
              y + 18,
              Numerals.count(100 * fraction));
        }
      }
    }
    int every = Math.max(1, (int) Math.ceil(48 / column));
    for (int core = 0; core < cores; core += every) {
      picture.textAround("small", LEFT + (core + 0.5) * column, bottom + 16, name(mapping, core));
    }
    picture.text("axis", LEFT, bottom + 38, "core of the board: chip.core");
    picture.close(
        "Each column is a core in the order of mapping.json. Resting on a"
            + " cell with the pointer shows its numbers.");
  }

  /** How a core of the mapping is called on the board: chip.core, as for the option --avoid. */
  static String name(Mapping mapping, int core) {
    int perChip = mapping.profile().coresPerChip();
    return mapping.physical(core) / perChip + "." + mapping.physical(core) % perChip;
  }
}
