package org.hillock.plot;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;

/** Panels with axes of their own, in rows and columns that are about as many. */
final class PanelGrid extends Plot {

  private static final double GAP = 14; // [px]

  private final transient List<XYPlot> panels;

  PanelGrid(List<XYPlot> panels) {
    this.panels = List.copyOf(panels);
  }

  List<XYPlot> panels() {
    return panels;
  }

  @Override
  public String getPlotType() {
    return "panels";
  }

  @Override
  public void draw(
      Graphics2D g2,
      Rectangle2D area,
      Point2D anchor,
      PlotState parentState,
      PlotRenderingInfo info) {
    int columns = (int) Math.ceil(Math.sqrt(panels.size()));
    int rows = (panels.size() + columns - 1) / columns;
    double width = (area.getWidth() - GAP * (columns - 1)) / columns;
    double height = (area.getHeight() - GAP * (rows - 1)) / rows;
    for (int i = 0; i < panels.size(); i++) {
      double x = area.getX() + i % columns * (width + GAP);
      double y = area.getY() + (double) (i / columns) * (height + GAP);
      Rectangle2D own = new Rectangle2D.Double(x, y, width, height);
      panels.get(i).draw(g2, own, anchor, parentState, info);
    }
  }
}
