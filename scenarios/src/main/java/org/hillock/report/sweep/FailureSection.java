package org.hillock.report.sweep;

import java.util.ArrayList;
import java.util.List;
import org.hillock.report.Markup;
import org.hillock.report.Numerals;
import org.hillock.report.Section;
import org.hillock.sweep.StoredSweep;

/** The runs that failed, and why. */
record FailureSection(StoredSweep sweep) implements Section {

  private static final int MOST = 100;

  @Override
  public String id() {
    return "failed";
  }

  @Override
  public String title() {
    return "What failed";
  }

  @Override
  public void write(Markup page) {
    List<List<String>> failed = sweep.failed();
    page.open("ul", "class", "warnings");
    for (List<String> row : failed.subList(0, Math.min(MOST, failed.size()))) {
      List<String> place = new ArrayList<>();
      for (int i = 0; i <= sweep.over().size(); i++) { // the axes, then the seed
        place.add(sweep.columns().get(i) + " = " + row.get(i));
      }
      String why = row.get(row.size() - 1);
      page.element("li", String.join(", ", place) + ": " + why);
    }
    page.close();
    if (failed.size() > MOST) {
      page.element("p", "And " + Numerals.count(failed.size() - MOST) + " more, in the table.");
    }
  }
}
