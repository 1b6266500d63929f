package org.hillock.report;

import java.util.List;

/** Relative errors of several quantities a row, on a logarithmic axis with a place for none. */
final class ErrorDots {

  /**
   * One row.
   *
   * @param label on its left
   * @param errors one a quantity, as fractions; NaN where there is none
   */
  record Row(String label, double[] errors) {}

  private static final double ROW = 32;
  private static final double TOP = 34;
  private static final double RIGHT = 40;
  private static final double EXACT = 130;

  private ErrorDots() {}

  static void draw(Markup page, List<String> quantities, List<Row> rows, String caption) {
    double left = Picture.roomFor(rows.stream().map(Row::label).toList());
    int least = 0;
    int most = -1;
    for (Row row : rows) {
      for (double error : row.errors()) {
        if (error > 0 && Double.isFinite(error)) {
          int decade = (int) Math.floor(Math.log10(100 * error) + 1e-9);
          least = Math.max(-6, Math.min(least, decade));
          most = Math.min(4, Math.max(most, decade));
        }
      }
    }
    int decades = most + 1 - least;
    double width = Picture.PAGE_WIDTH - left - EXACT - RIGHT;
    double bottom = TOP + rows.size() * ROW;
    Picture picture =
        Picture.open(page, Picture.PAGE_WIDTH, bottom + 46, "Relative errors by population");
    key(picture, quantities, left);
    for (int i = 0; i <= decades; i++) {
      double x = left + EXACT + width * i / decades;
      picture.line("grid", x, TOP, x, bottom);
      picture.textAround("axis", x, bottom + 18, decade(least + i));
    }
    picture.textAround("axis", left + EXACT * 0.4, bottom + 18, "exact");
    picture.line("frame", left + EXACT * 0.4, TOP, left + EXACT * 0.4, bottom);
    picture.textAround("axis", left + EXACT + width / 2, bottom + 40, "relative error [%]");
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double y = TOP + (i + 0.5) * ROW;
      picture.label(left - 10, y + 5, row.label());
      picture.line("grid", left, TOP + i * ROW, Picture.PAGE_WIDTH - RIGHT, TOP + i * ROW);
      for (int q = 0; q < row.errors().length; q++) {
        double error = row.errors()[q];
        if (!Double.isNaN(error)) {
          double part = (Math.log10(100 * error) - least) / decades;
          double x =
              error == 0
                  ? left + EXACT * 0.4 + (q - (row.errors().length - 1) / 2.0) * 15
                  : left + EXACT + width * Math.max(0, Math.min(1, part));
          String title = row.label() + ", " + quantities.get(q) + ": " + Numerals.percent(error);
          mark(picture, q, x, y, title);
        }
      }
    }
    picture.close(caption);
  }

  private static void key(Picture picture, List<String> quantities, double left) {
    double x = left;
    for (int q = 0; q < quantities.size(); q++) {
      mark(picture, q, x + 8, 12, "");
      picture.text("", x + 20, 17, quantities.get(q));
      x += 38 + 7.2 * quantities.get(q).length();
    }
  }

  /** Marks differ in shape as well as in colour. */
  private static void mark(Picture picture, int quantity, double x, double y, String title) {
    String style = "c" + (quantity % 5 + 1);
    double r = 6;
    switch (quantity % 5) {
      case 0 -> picture.rectangle(style, x - 5, y - 5, 10, 10, title);
      case 1 -> picture.shape(style, title, x, y - r, x + r, y + 5, x - r, y + 5);
      case 2 -> picture.shape(style, title, x, y - 7, x + 7, y, x, y + 7, x - 7, y);
      case 3 -> picture.shape(style, title, x, y + r, x + r, y - 5, x - r, y - 5);
      default -> picture.rectangle(style, x - 2.5, y - 8, 5, 16, title);
    }
  }

  private static String decade(int exponent) {
    return Numerals.significant(Double.parseDouble("1e" + exponent), 1);
  }
}
