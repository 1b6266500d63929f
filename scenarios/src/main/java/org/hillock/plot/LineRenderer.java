package org.hillock.plot;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/**
 * Draws lines with at most four points for each column of pixels: the first, the lowest, the
 * highest and the last. A trace of a million samples gives the same picture as with all points, in
 * the time and the bytes of one of a thousand. A gap (NaN) breaks the line; a point between gaps is
 * a dot.
 */
final class LineRenderer extends AbstractXYItemRenderer {

  private static final double DOT = 5; // [px]

  /** Samples that are so far from each other can be told apart as dots [px]. */
  private static final double COARSE = 2 * DOT;

  private final boolean filled;
  private final boolean marked;

  private LineRenderer(boolean filled, boolean marked) {
    this.filled = filled;
    this.marked = marked;
  }

  /**
   * A renderer of lines.
   *
   * @param places colour of each line
   * @param width of the lines [px]
   */
  static LineRenderer of(List<Integer> places, double width) {
    return lines(new LineRenderer(false, false), places, width);
  }

  /** Such a renderer, which marks the points of coarse lines by dots. */
  static LineRenderer marked(List<Integer> places, double width) {
    return lines(new LineRenderer(false, true), places, width);
  }

  private static LineRenderer lines(LineRenderer renderer, List<Integer> places, double width) {
    for (int i = 0; i < places.size(); i++) {
      renderer.setSeriesPaint(i, PlotTheme.color(places.get(i)));
      renderer.setSeriesStroke(i, PlotTheme.line(places.get(i), width));
    }
    return renderer;
  }

  /**
   * A renderer of areas between a line and the horizontal axis.
   *
   * @param places colour of each line
   * @param opacity of the colour, 0 to 1
   */
  static LineRenderer filled(List<Integer> places, double opacity) {
    LineRenderer renderer = new LineRenderer(true, false);
    for (int i = 0; i < places.size(); i++) {
      renderer.setSeriesPaint(i, PlotTheme.faded(PlotTheme.color(places.get(i)), opacity));
    }
    return renderer;
  }

  /** Called for each item in view; the first draws the line whole. */
  @Override
  public void drawItem(
      Graphics2D g2,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis domainAxis,
      ValueAxis rangeAxis,
      XYDataset dataset,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    if (item != state.getFirstItemIndex()) {
      return;
    }
    int points = state.getLastItemIndex() - item + 1;
    Columns columns = new Columns(marked && points * COARSE <= area.getWidth());
    for (int i = item; i <= state.getLastItemIndex(); i++) {
      double y = dataset.getYValue(series, i);
      if (Double.isFinite(y)) {
        columns.add(
            domainAxis.valueToJava2D(dataset.getXValue(series, i), area, plot.getDomainAxisEdge()),
            rangeAxis.valueToJava2D(y, area, plot.getRangeAxisEdge()));
      } else {
        columns.end();
      }
    }
    columns.end();
    g2.setPaint(getItemPaint(series, item));
    if (filled) {
      columns.close(rangeAxis.valueToJava2D(0, area, plot.getRangeAxisEdge()));
      g2.fill(columns.path);
    } else {
      g2.setStroke(getItemStroke(series, item));
      g2.draw(columns.path);
    }
    g2.fill(columns.dots);
  }

  @Override
  public LegendItem getLegendItem(int datasetIndex, int series) {
    XYDataset dataset = getPlot().getDataset(datasetIndex);
    Shape bar = new Rectangle2D.Double(-9, -5, 18, 10);
    Shape line = new Line2D.Double(-11, 0, 11, 0);
    return new LegendItem(
        dataset.getSeriesKey(series).toString(),
        null,
        null,
        null,
        filled,
        bar,
        true,
        lookupSeriesPaint(series),
        false,
        lookupSeriesPaint(series),
        lookupSeriesStroke(series),
        !filled,
        line,
        lookupSeriesStroke(series),
        lookupSeriesPaint(series));
  }

  /** Whether there is any number to draw. */
  static boolean hasValues(Line line) {
    for (double y : line.y()) {
      if (Double.isFinite(y)) {
        return true;
      }
    }
    return false;
  }

  /** Gathers the points of a line column by column; y grows downward. */
  private static final class Columns {

    final Path2D.Double path = new Path2D.Double();
    final Path2D.Double dots = new Path2D.Double();

    private final boolean each; // point is a dot

    private int points; // in this column
    private int drawn; // in this piece of the line
    private double x; // of the first point in this column
    private double lastX;
    private double firstY;
    private double minY;
    private double maxY;
    private double lastY;

    Columns(boolean each) {
      this.each = each;
    }

    void add(double px, double py) {
      if (each) {
        dot(px, py);
      }
      if (points > 0 && Math.floor(px) == Math.floor(x)) {
        minY = Math.min(minY, py);
        maxY = Math.max(maxY, py);
        lastX = px;
        lastY = py;
        points++;
        return;
      }
      flush();
      x = lastX = px;
      firstY = minY = maxY = lastY = py;
      points = 1;
    }

    /** Ends a piece: at a gap or after the last point. */
    void end() {
      flush();
      if (drawn == 1 && !each) {
        dot(x, firstY);
      }
      points = 0;
      drawn = 0;
    }

    private void dot(double px, double py) {
      dots.append(new Ellipse2D.Double(px - DOT / 2, py - DOT / 2, DOT, DOT), false);
    }

    private void flush() {
      if (points == 0) {
        return;
      }
      lineTo(x, firstY);
      if (points > 2) {
        // In the order that leaves no zigzag in a column that only rises or falls.
        boolean falling = lastY < firstY;
        lineTo(x, falling ? maxY : minY);
        lineTo(lastX, falling ? minY : maxY);
      }
      if (points > 1) {
        lineTo(lastX, lastY);
      }
    }

    private void lineTo(double px, double py) {
      if (drawn++ == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }

    /** Goes back to the ground, so that the path encloses an area. */
    void close(double ground) {
      if (path.getCurrentPoint() != null) {
        Rectangle2D bounds = path.getBounds2D();
        path.lineTo(bounds.getMaxX(), ground);
        path.lineTo(bounds.getMinX(), ground);
        path.closePath();
      }
    }
  }
}
