package org.hillock.report.sweep;

import java.util.List;
import org.hillock.report.Markup;
import org.hillock.report.Numerals;
import org.hillock.report.Section;
import org.hillock.report.Table;
import org.hillock.sweep.StoredSweep;

/** Every run of a sweep. */
record TableSection(StoredSweep sweep) implements Section {

  /** More rows make a page that is slow to open. */
  private static final int MOST = 5000;

  private static final int FOLDED = 40;

  @Override
  public String id() {
    return "table";
  }

  @Override
  public String title() {
    return "Every run";
  }

  @Override
  public void write(Markup page) {
    List<List<String>> rows = sweep.rows();
    boolean folded = rows.size() > FOLDED;
    if (folded) {
      page.open("details").element("summary", "All " + Numerals.count(rows.size()) + " runs");
    }
    Table table = Table.open(page, 0, sweep.columns());
    for (List<String> row : rows.subList(0, Math.min(MOST, rows.size()))) {
      table.row(row);
    }
    table.close();
    if (rows.size() > MOST) {
      page.element("p", "The first " + MOST + "; table.csv has all.", "class", "notice");
    }
    if (folded) {
      page.close();
    }
  }
}
