package org.hillock.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.Optional;
import org.hillock.record.Spikes;

/**
 * Turns spikes into pixels.
 *
 * <p>Drawing a million spikes as shapes takes seconds and makes files of a hundred megabytes. Here
 * each spike adds 1 to the count of the few pixels that it covers, and the counts then become
 * colours: two passes over plain arrays. The colour of the band gets stronger with the count, more
 * slowly the more crowded the band is, so that dense activity shows its structure instead of a
 * solid block; yet a single spike is never paler than {@link #FAINTEST}.
 *
 * <p>The image has one palette of at most 8 colours of 16 strengths, on transparent ground, which
 * keeps it small as a PNG inside an SVG.
 *
 * @see BandLayout where a neuron is
 */
final class RasterImage {

  /** Opacity of a single spike in the most crowded band. */
  static final double FAINTEST = 0.3;

  private static final int LEVELS = 16;
  private static final int FAT = 2; // [px at scale 1], a mark where there is room
  private static final int TALLEST = 36; // [px at scale 1]
  private static final double SPARSE =
      0.22; // part of the image that marks of more than a pixel may cover
  private static final double CROWDED = 0.5;

  private static final IndexColorModel COLORS = colors();

  private final double timeFrom; // left edge [ms]
  private final double timeTo; // right edge [ms]
  private final double low; // lower edge, in units of the layout
  private final double high; // upper edge
  private final int width; // [px]
  private final int height; // [px]
  private final int scale; // pixels of the image per pixel of the picture
  private final byte[] pixels;
  private final BufferedImage image;
  private int markWidth; // [px]
  private int leastHeight; // of a mark [px]

  /**
   * An empty image.
   *
   * @param timeFrom time at the left edge [ms]
   * @param timeTo time at the right edge [ms]
   * @param low lower edge, in units of the layout
   * @param high upper edge, in units of the layout
   * @param width of the picture [px]
   * @param height of the picture [px]
   * @param scale pixels of the image per pixel of the picture, in each direction
   */
  RasterImage(
      double timeFrom, double timeTo, double low, double high, int width, int height, int scale) {
    this.timeFrom = timeFrom;
    this.timeTo = timeTo;
    this.low = low;
    this.high = high;
    this.width = width * scale;
    this.height = height * scale;
    this.scale = scale;
    this.markWidth = scale;
    this.leastHeight = scale;
    this.image =
        new BufferedImage(this.width, this.height, BufferedImage.TYPE_BYTE_INDEXED, COLORS);
    this.pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  BufferedImage image() {
    return image;
  }

  /**
   * Chooses the size of all marks by how many spikes are going to be drawn: two pixels wide and
   * high where there is room, then two high, and single pixels where those would cover too much.
   * All bands have the same, so that they can be compared. To be called before the first band is
   * drawn.
   *
   * @param layout of all bands
   * @param spikes of each band
   */
  void fitMarks(BandLayout layout, List<? extends Optional<? extends Spikes>> spikes) {
    double covered = 0; // part of the image if every mark is one pixel wide and two high
    for (int band = 0; band < layout.size(); band++) {
      long inView = spikes.get(band).map(this::inView).orElse(0L);
      double mark = (double) scale * Math.max(FAT * scale, stroke(layout, band));
      covered += inView * mark / ((double) width * height);
    }
    boolean tall = covered < SPARSE;
    boolean wide = FAT * covered < SPARSE;
    markWidth = wide ? FAT * scale : scale;
    leastHeight = tall ? FAT * scale : scale;
  }

  /** Height of a row less the gap between rows, at most some pixels [px]; 0 if below a pixel. */
  private int stroke(BandLayout layout, int band) {
    double row = layout.row(band) * height / (high - low);
    int tall = (int) Math.min(Math.floor(row), (double) TALLEST * scale);
    return tall > 4 ? tall - tall / 5 : tall;
  }

  private long inView(Spikes spikes) {
    long[] count = {0};
    spikes.forEach((time, neuron) -> count[0] += isInView(time) ? 1 : 0);
    return count[0];
  }

  private boolean isInView(double time) {
    return time >= timeFrom && time <= timeTo;
  }

  /** Draws the spikes of one band; those of neurons that are not in its group are passed over. */
  void draw(BandLayout layout, int band, Spikes spikes, int color) {
    int bandTop = row(layout.top(band));
    int bandBottom = Math.max(bandTop + 1, row(layout.bottom(band)));
    int top = Math.max(0, bandTop);
    int bottom = Math.min(height, bandBottom);
    if (top >= bottom) {
      return;
    }
    int markHeight = Math.max(leastHeight, stroke(layout, band));
    PlotData.Group group = layout.groups().get(band);
    double timeScale = width / (timeTo - timeFrom);
    int[] counts = new int[(bottom - top) * width];
    long[] inView = {0};
    spikes.forEach(
        (time, neuron) -> {
          if (!isInView(time)) {
            return;
          }
          inView[0]++;
          if (neuron < group.from() || neuron >= group.to()) {
            return;
          }
          int x = (int) ((time - timeFrom) * timeScale) - (markWidth - 1) / 2;
          int left = Math.max(0, Math.min(x, width - 1));
          int right = Math.min(width, left + markWidth);
          // A mark stays in its band, and what is out of view is cut off.
          int y = row(layout.middle(band, neuron)) - markHeight / 2;
          int upper = Math.max(top, Math.max(bandTop, Math.min(y, bandBottom - 1)));
          int lower = Math.min(bottom, y + markHeight);
          for (int line = upper; line < lower; line++) {
            for (int i = left; i < right; i++) {
              counts[(line - top) * width + i]++;
            }
          }
        });
    if (inView[0] == 0) {
      return;
    }
    double area = (double) width * (layout.top(band) - layout.bottom(band)) * height / (high - low);
    paint(counts, top, color, (double) inView[0] * markWidth * markHeight / area);
  }

  /**
   * Counts to colours.
   *
   * @param counts of each pixel of the band, line by line
   * @param top line of the image on which the band begins
   * @param color place in the palette
   * @param coverage mean count of the band
   */
  private void paint(int[] counts, int top, int color, double coverage) {
    double opacity = coverage <= CROWDED ? 1 : CROWDED / coverage; // of one spike
    byte[] levels = new byte[256];
    for (int count = 1; count < levels.length; count++) {
      double strength = Math.max(FAINTEST, 1 - Math.pow(1 - opacity, count));
      int level = (int) Math.round(strength * LEVELS);
      levels[count] = (byte) (Math.floorMod(color, PlotTheme.colors()) * LEVELS + level);
    }
    int offset = top * width;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        pixels[offset + i] = levels[Math.min(counts[i], levels.length - 1)];
      }
    }
  }

  /** The line of pixels, from the top, that a height of the layout falls on. */
  private int row(double y) {
    double line = (high - y) / (high - low) * height;
    return (int) Math.floor(Math.max(-1e6, Math.min(1e6, line)) + 1e-9);
  }

  /** Entry 0 is transparent; colour c has the entries 16 c + 1 to 16 c + 16. */
  private static IndexColorModel colors() {
    int[] argb = new int[PlotTheme.colors() * LEVELS + 1];
    for (int i = 1; i < argb.length; i++) {
      Color color = PlotTheme.color((i - 1) / LEVELS);
      double opacity = ((i - 1) % LEVELS + 1.0) / LEVELS;
      argb[i] = PlotTheme.faded(color, opacity).getRGB();
    }
    return new IndexColorModel(8, argb.length, argb, 0, true, 0, DataBuffer.TYPE_BYTE);
  }
}
