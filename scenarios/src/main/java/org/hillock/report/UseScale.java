package org.hillock.report;

/** Ten shades for use from 0 to 100 %, and the key that explains them. */
final class UseScale {

  private static final int BANDS = 10;
  private static final double WIDTH = 26;

  private UseScale() {}

  /** The class of a rectangle for a fraction; nothing used has a class of its own. */
  static String fill(double fraction) {
    return fraction <= 0 ? "none" : "u" + band(fraction);
  }

  /** The class of text on such a rectangle. */
  static String text(double fraction) {
    return fraction <= 0 ? "small" : "cell t" + band(fraction);
  }

  private static int band(double fraction) {
    return (int) Math.max(0, Math.min(BANDS - 1, Math.ceil(fraction * BANDS) - 1));
  }

  /** Draws the key; it is {@link #keyWidth} wide and 40 high. */
  static void key(Picture picture, double x, double y, String what) {
    picture.text("small", x, y + 10, what);
    for (int band = 0; band < BANDS; band++) {
      picture.rectangle("u" + band, x + band * WIDTH, y + 16, WIDTH, 12, "");
    }
    for (int i = 0; i <= BANDS; i += 5) {
      picture.textAround("small", x + i * WIDTH, y + 41, i * 100 / BANDS + " %");
    }
  }

  /** Width of the key [px]. */
  static double keyWidth() {
    return BANDS * WIDTH;
  }
}
