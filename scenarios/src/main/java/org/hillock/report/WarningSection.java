package org.hillock.report;

import java.util.List;
import org.hillock.loihi.Mapping;

/** What the compiler warns of. */
record WarningSection(Mapping mapping) implements Section {

  private static final int MOST = 500;

  @Override
  public String id() {
    return "warnings";
  }

  @Override
  public String title() {
    return "Worth knowing";
  }

  @Override
  public void write(Markup page) {
    List<String> warnings = mapping.reports().warnings();
    if (warnings.isEmpty()) {
      page.element("p", "Nothing: no rounding above 2 %, and nothing left out.");
      return;
    }
    page.open("ul", "class", "warnings");
    for (String warning : warnings.subList(0, Math.min(MOST, warnings.size()))) {
      page.element("li", warning);
    }
    page.close();
    if (warnings.size() > MOST) {
      page.element(
          "p",
          Numerals.counted(warnings.size() - MOST, "more is", "more are") + " in mapping.json.");
    }
  }
}
