package org.hillock.plot;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.renderer.xy.XYDifferenceRenderer;
import org.jspecify.annotations.Nullable;

/** Fills the space between two lines, the upper and the lower quantile. */
final class QuantileBandRenderer extends XYDifferenceRenderer {

  private final Color color;

  QuantileBandRenderer(Color color) {
    super(color, color, false);
    this.color = color;
    setSeriesPaint(0, color);
    setSeriesPaint(1, color);
  }

  /** One key for the band, which bears the name of the upper line. */
  @Override
  public @Nullable LegendItem getLegendItem(int datasetIndex, int series) {
    if (series != 0) {
      return null;
    }
    String name = getPlot().getDataset(datasetIndex).getSeriesKey(series).toString();
    return new LegendItem(name, null, null, null, new Rectangle2D.Double(-9, -5, 18, 10), color);
  }
}
