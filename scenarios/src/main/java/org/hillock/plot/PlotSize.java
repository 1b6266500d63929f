package org.hillock.plot;

/**
 * Size of a picture.
 *
 * @param width [pixels]
 * @param height [pixels]
 */
public record PlotSize(int width, int height) {

  /** For a page or a slide. */
  public static final PlotSize STANDARD = new PlotSize(1200, 800);

  /**
   * @throws IllegalArgumentException if there is no room for axes, or for memory
   */
  public PlotSize {
    if (width < 200 || height < 150 || width > 20_000 || height > 20_000) {
      throw new IllegalArgumentException(
          "a plot of " + width + "x" + height + " pixels: from 200x150 to 20000x20000");
    }
  }
}
