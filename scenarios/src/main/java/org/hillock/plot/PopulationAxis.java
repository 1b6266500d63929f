package org.hillock.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/**
 * The vertical axis of a raster of several populations: their names, each beside its band, and
 * where there is room the numbers of its first and last neuron at its ends.
 */
final class PopulationAxis extends WindowAxis {

  private static final int LONGEST_NAME = 24; // [characters]

  private static final double BAR_WIDTH = 5; // [px]

  /** Height of a band that has room for its name between two numbers. */
  private static final int LEAST_LINES = 5;

  private final transient BandLayout layout;
  private final transient int[] places; // colour of each band

  PopulationAxis(BandLayout layout, int[] places) {
    super(null, layout.lowest(), layout.highest());
    this.layout = layout;
    this.places = places.clone();
    PlotTheme.styled(this);
    setTickMarksVisible(false);
    setTickLabelInsets(new RectangleInsets(2, 3 + BAR_WIDTH, 2, 3));
  }

  /** A label in the middle of the visible part of every band, unless it would touch another. */
  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    Font font = getTickLabelFont();
    double lineHeight = g2.getFontMetrics(font).getHeight() * 0.9;
    Range range = getRange();
    List<NumberTick> ticks = new ArrayList<>();
    double lastY = Double.NEGATIVE_INFINITY; // [px]
    for (int i = 0; i < layout.size(); i++) {
      double bottom = Math.max(layout.bottom(i), range.getLowerBound());
      double top = Math.min(layout.top(i), range.getUpperBound());
      double middle = 0.5 * (bottom + top);
      double y = valueToJava2D(middle, dataArea, edge);
      if (top > bottom && y - lastY >= lineHeight) {
        ticks.add(tick(middle, shortened(layout.groups().get(i).name()), TextAnchor.CENTER_RIGHT));
        lastY = y;
      }
      double height =
          valueToJava2D(bottom, dataArea, edge) - valueToJava2D(top, dataArea, edge); // [px]
      if (height >= LEAST_LINES * lineHeight) {
        PlotData.Group group = layout.groups().get(i);
        double row = layout.row(i);
        long last = Math.round((top - layout.bottom(i)) / row) + group.from() - 1;
        long first = Math.round((bottom - layout.bottom(i)) / row) + group.from();
        if (last != first) { // of one neuron the number stands once
          ticks.add(tick(top, Long.toString(last), TextAnchor.TOP_RIGHT));
        }
        ticks.add(tick(bottom, Long.toString(first), TextAnchor.BOTTOM_RIGHT));
      }
    }
    return ticks;
  }

  private static NumberTick tick(double value, String text, TextAnchor anchor) {
    return new NumberTick(value, text, anchor, anchor, 0);
  }

  /** The names, and between them and the axis a bar in the colour of each band. */
  @Override
  protected AxisState drawTickMarksAndLabels(
      Graphics2D g2,
      double cursor,
      Rectangle2D plotArea,
      Rectangle2D dataArea,
      RectangleEdge edge) {
    AxisState state = super.drawTickMarksAndLabels(g2, cursor, plotArea, dataArea, edge);
    for (int i = 0; i < layout.size(); i++) {
      double top = Math.max(valueToJava2D(layout.top(i), dataArea, edge), dataArea.getMinY());
      double bottom = Math.min(valueToJava2D(layout.bottom(i), dataArea, edge), dataArea.getMaxY());
      if (bottom - top > 1) {
        g2.setPaint(PlotTheme.color(places[i]));
        g2.fill(
            new Rectangle2D.Double(cursor - BAR_WIDTH - 2, top + 0.5, BAR_WIDTH, bottom - top - 1));
      }
    }
    return state;
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
