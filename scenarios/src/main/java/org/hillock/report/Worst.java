package org.hillock.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Cuts long lists down to the entries that a reader looks for. */
final class Worst {

  private Worst() {}

  /** All in their order if they are few, else the worst, the worst first. */
  static <T> List<T> of(List<T> all, int most, ToDoubleFunction<T> badness) {
    return all.size() <= most
        ? all
        : all.stream().sorted(Comparator.comparingDouble(badness).reversed()).limit(most).toList();
  }

  /** The end of a sentence that says whether some are left out. */
  static String remark(List<?> shown, List<?> all, String what) {
    return shown.size() == all.size()
        ? "."
        : String.format(
            "; the worst %s of %s %s.",
            Numerals.count(shown.size()), Numerals.count(all.size()), what);
  }

  /** Says below a table that some are left out, if they are. */
  static void say(Markup page, List<?> shown, List<?> all, String what) {
    if (shown.size() < all.size()) {
      page.element(
          "p", "These are" + remark(shown, all, what).substring(1) + " All are in mapping.json.");
    }
  }
}
