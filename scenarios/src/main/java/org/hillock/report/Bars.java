package org.hillock.report;

import java.util.List;

/** Horizontal bars with their values written beside them. */
final class Bars {

  /**
   * One bar.
   *
   * @param label on its left
   * @param value its length in units of the axis
   * @param text what is written at its end
   * @param style the class of its colour
   * @param title what shows where the pointer rests
   */
  record Bar(String label, double value, String text, String style, String title) {}

  private static final double ROW = 24;
  private static final double RIGHT = 150;

  private Bars() {}

  /** Draws bars on an axis that begins with 0. */
  static void draw(Markup page, List<Bar> bars, String axis, String caption) {
    double left = Picture.roomFor(bars.stream().map(Bar::label).toList());
    double width = Picture.PAGE_WIDTH - left - RIGHT;
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    double step = step(most);
    double end = most <= 0 ? step : Math.ceil(most / step - 1e-9) * step;
    double bottom = 6 + bars.size() * ROW;
    Picture picture = Picture.open(page, Picture.PAGE_WIDTH, bottom + 46, axis);
    for (int i = 0; i * step <= end * (1 + 1e-9); i++) {
      double x = left + width * i * step / end;
      picture.line(i == 0 ? "frame" : "grid", x, 4, x, bottom);
      picture.textAround("axis", x, bottom + 18, Numerals.number(i * step));
    }
    picture.textAround("axis", left + width / 2, bottom + 40, axis);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = 6 + i * ROW;
      double length = width * Math.max(0, bar.value()) / end;
      picture.label(left - 10, y + 16, bar.label());
      picture.rectangle(bar.style(), left, y + 3, length, ROW - 7, bar.title());
      picture.text("value", left + length + 7, y + 16, bar.text());
    }
    picture.close(caption);
  }

  /** Distance of the ticks: 1, 2 or 5 times a power of ten, so that there are about five. */
  private static double step(double most) {
    if (most <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(most / 5)));
    double part = most / 5 / power;
    return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
  }
}
