package org.hillock.plot;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;

/** A panel in which a millimetre is as long across as upwards. */
final class MapPanel extends XYPlot {

  private final boolean line;

  /**
   * @param line whether there is one dimension only, so that the height has no scale
   */
  MapPanel(NumberAxis across, NumberAxis upwards, boolean line) {
    super(null, across, upwards, null);
    this.line = line;
  }

  @Override
  public void draw(
      Graphics2D g2,
      Rectangle2D area,
      Point2D anchor,
      PlotState parentState,
      PlotRenderingInfo info) {
    AxisSpace space = calculateAxisSpace(g2, area);
    Rectangle2D inner = space.shrink(area, null);
    double wide = getDomainAxis().getRange().getLength();
    double high = getRangeAxis().getRange().getLength();
    double scale = Math.min(inner.getWidth() / wide, inner.getHeight() / high); // [px/mm]
    double width = line ? inner.getWidth() : wide * scale;
    double height = line ? Math.min(inner.getHeight(), 120) : high * scale;
    double left = area.getX() + 0.5 * (inner.getWidth() - width);
    double top = area.getY() + 0.5 * (inner.getHeight() - height);
    Rectangle2D fitted =
        new Rectangle2D.Double(
            left,
            top,
            width + area.getWidth() - inner.getWidth(),
            height + area.getHeight() - inner.getHeight());
    super.draw(g2, fitted, anchor, parentState, info);
  }
}
