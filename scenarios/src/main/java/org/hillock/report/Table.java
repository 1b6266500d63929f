package org.hillock.report;

import java.util.List;

/** A table: the first columns are names, flush left, the others numbers, flush right. */
public final class Table {

  private final Markup page;
  private final int names;

  private Table(Markup page, int names) {
    this.page = page;
    this.names = names;
  }

  /**
   * Begins a table.
   *
   * @param names how many columns from the first are names
   */
  public static Table open(Markup page, int names, List<String> headings) {
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    for (int i = 0; i < headings.size(); i++) {
      page.element("th", headings.get(i), "scope", "col", "class", i < names ? "name" : "number");
    }
    page.close().close().open("tbody");
    return new Table(page, names);
  }

  /** A row. */
  public Table row(List<String> cells) {
    return row("", cells);
  }

  /** A row of a class of the page's style. */
  public Table row(String style, List<String> cells) {
    page.open("tr", "class", style);
    for (int i = 0; i < cells.size(); i++) {
      page.element("td", cells.get(i), "class", i < names ? "name" : "number");
    }
    page.close();
    return this;
  }

  /** Ends the table. */
  public void close() {
    page.close().close().close();
  }
}
