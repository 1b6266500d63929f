package org.hillock.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.hillock.record.Spikes;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.jfree.svg.SVGGraphics2D;

/**
 * The data area of a raster: makes a {@link RasterImage} for the range that the axes show, at the
 * resolution of the device, each time that the chart is drawn. Zooming in brings out detail.
 */
final class RasterAnnotation extends AbstractXYAnnotation {

  private static final long MOST_AT_DOUBLE_SCALE = 200_000; // spikes

  private final transient BandLayout layout;
  private final transient List<Optional<Spikes>> spikes; // one a band
  private final transient int[] places; // colour of each band

  RasterAnnotation(BandLayout layout, List<Optional<Spikes>> spikes, int[] places) {
    this.layout = layout;
    this.spikes = List.copyOf(spikes);
    this.places = places.clone();
  }

  @Override
  public void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis timeAxis,
      ValueAxis bandAxis,
      int rendererIndex,
      PlotRenderingInfo info) {
    drawBorders(g2, area, bandAxis.getRange());
    // Whole pixels around the area: else the image would be resampled, and blurred.
    int left = (int) Math.floor(area.getMinX());
    int top = (int) Math.floor(area.getMinY());
    int width = (int) Math.ceil(area.getMaxX()) - left;
    int height = (int) Math.ceil(area.getMaxY()) - top;
    if (width <= 0 || height <= 0) {
      return;
    }
    Range time = timeAxis.getRange();
    Range band = bandAxis.getRange();
    double perX = time.getLength() / area.getWidth(); // [ms/px]
    double perY = band.getLength() / area.getHeight();
    double timeFrom = time.getLowerBound() + (left - area.getMinX()) * perX;
    double high = band.getUpperBound() - (top - area.getMinY()) * perY;
    int scale = scale(g2);
    RasterImage image =
        new RasterImage(
            timeFrom, timeFrom + width * perX, high - height * perY, high, width, height, scale);
    image.fitMarks(layout, spikes);
    for (int i = 0; i < layout.size(); i++) {
      if (spikes.get(i).isPresent()) {
        image.draw(layout, i, spikes.get(i).get(), places[i]);
      }
    }
    AffineTransform place = AffineTransform.getTranslateInstance(left, top);
    place.scale(1.0 / scale, 1.0 / scale);
    g2.drawImage(image.image(), place, null);
  }

  /** Thin lines between the bands. */
  private void drawBorders(Graphics2D g2, Rectangle2D area, Range range) {
    g2.setPaint(PlotTheme.GRID);
    g2.setStroke(new BasicStroke(1));
    for (int i = 1; i < layout.size(); i++) {
      double y =
          area.getMinY()
              + (range.getUpperBound() - layout.top(i)) / range.getLength() * area.getHeight();
      if (area.getMinY() < y && y < area.getMaxY()) {
        g2.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
      }
    }
  }

  /**
   * Vector pictures and dense screens get twice the pixels. A vector picture of very many spikes
   * does not: they would differ in nothing but the size of the file.
   */
  private int scale(Graphics2D g2) {
    if (g2 instanceof SVGGraphics2D) {
      long number = spikes.stream().mapToLong(list -> list.map(Spikes::count).orElse(0L)).sum();
      return number > MOST_AT_DOUBLE_SCALE ? 1 : 2;
    }
    double device = Math.abs(g2.getTransform().getScaleX());
    return (int) Math.max(1, Math.min(4, Math.ceil(device - 0.01)));
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
