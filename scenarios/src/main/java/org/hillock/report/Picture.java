package org.hillock.report;

/**
 * A picture of the page: an SVG that takes its colours from classes of the page's style. Its origin
 * is the upper left corner.
 */
public final class Picture {

  /** Width of a picture that fills the page [px]. */
  public static final double PAGE_WIDTH = 1000;

  /** Mean width of a character of a label [px], for leaving room. */
  private static final double CHARACTER = 8;

  private static final int LONGEST_LABEL = 36;

  private final Markup page;

  private Picture(Markup page) {
    this.page = page;
  }

  /**
   * Begins a picture.
   *
   * @param label what it shows, for those who cannot see it
   */
  public static Picture open(Markup page, double width, double height, String label) {
    page.open("figure").open("div", "class", "scroll");
    page.open(
        "svg",
        "class",
        width > PAGE_WIDTH ? "wide" : "fitting",
        "viewBox",
        "0 0 " + Numerals.coordinate(width) + " " + Numerals.coordinate(height),
        "width",
        width,
        "height",
        height,
        "role",
        "img",
        "aria-label",
        label);
    return new Picture(page);
  }

  /** Ends the picture with the sentence below it. */
  public void close(String caption) {
    page.close().close().element("figcaption", caption).close();
  }

  /** A rectangle; {@code title} shows where the pointer rests, none if empty. */
  public void rectangle(
      String style, double x, double y, double width, double height, String title) {
    titled("rect", title, "class", style, "x", x, "y", y, "width", width, "height", height);
  }

  /** A line. */
  public void line(String style, double x1, double y1, double x2, double y2) {
    page.empty("line", "class", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
  }

  /** A closed shape of corners x, y by turns. */
  public void shape(String style, String title, double... corners) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < corners.length; i++) {
      points.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(Numerals.coordinate(corners[i]));
    }
    titled("polygon", title, "class", style, "points", points);
  }

  /** Text that begins at x, with its base line at y. */
  public void text(String style, double x, double y, String content) {
    page.element("text", content, "class", style, "x", x, "y", y);
  }

  /** Text that ends at x. */
  public void textEndingAt(String style, double x, double y, String content) {
    page.element("text", content, "class", style, "x", x, "y", y, "text-anchor", "end");
  }

  /** Text centred on x. */
  public void textAround(String style, double x, double y, String content) {
    page.element("text", content, "class", style, "x", x, "y", y, "text-anchor", "middle");
  }

  /** A label of a row, ending at x; a long one is cut and shows whole where the pointer rests. */
  public void label(double x, double y, String content) {
    String shown = clipped(content);
    if (shown.equals(content)) {
      textEndingAt("label", x, y, content);
    } else {
      page.open("text", "class", "label", "x", x, "y", y, "text-anchor", "end");
      page.element("title", content).text(shown).close();
    }
  }

  /** Room that labels of rows need [px]. */
  public static double roomFor(Iterable<String> labels) {
    int longest = 0;
    for (String label : labels) {
      longest = Math.max(longest, clipped(label).length());
    }
    return longest * CHARACTER + 12;
  }

  private static String clipped(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
  }

  private void titled(String tag, String title, Object... attributes) {
    if (title.isEmpty()) {
      page.empty(tag, attributes);
    } else {
      page.open(tag, attributes).element("title", title).close();
    }
  }
}
