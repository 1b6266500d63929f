package org.hillock.report;

/** A table of two columns: what it is, and its value as text. */
public final class Facts {

  private final Markup page;

  private Facts(Markup page) {
    this.page = page;
  }

  /** Begins a table. */
  public static Facts open(Markup page) {
    page.open("div", "class", "scroll").open("table", "class", "facts").open("tbody");
    return new Facts(page);
  }

  /** A row. */
  public Facts row(String name, String value) {
    page.open("tr").element("th", name, "scope", "row").element("td", value).close();
    return this;
  }

  /** Ends the table. */
  public void close() {
    page.close().close().close();
  }
}
