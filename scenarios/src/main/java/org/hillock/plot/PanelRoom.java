package org.hillock.plot;

import java.awt.font.FontRenderContext;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;

/** How high a picture must be for the labels of its panels not to be printed over each other. */
public final class PanelRoom {

  private static final double AROUND = 160; // [px] for title, subtitle and the horizontal axis
  private static final int HIGHEST = 20_000; // [px]

  private PanelRoom() {}

  /** The size, or one that is higher where the panels of a chart need it. */
  public static PlotSize of(JFreeChart chart, PlotSize size) {
    if (!(chart.getPlot() instanceof CombinedDomainXYPlot stack)) {
      return size;
    }
    @SuppressWarnings("unchecked")
    List<XYPlot> panels = stack.getSubplots();
    FontRenderContext context = new FontRenderContext(null, true, true);
    double label = 0; // length of the longest, for a share of the height [px]
    int shares = 0;
    for (XYPlot panel : panels) {
      String text = panel.getRangeAxis().getLabel();
      if (text != null && !text.isEmpty()) {
        double length =
            panel.getRangeAxis().getLabelFont().getStringBounds(text, context).getWidth();
        label = Math.max(label, length / panel.getWeight());
      }
      shares += panel.getWeight();
    }
    double needed = AROUND + shares * (label + stack.getGap());
    int height = (int) Math.min(HIGHEST, Math.max(size.height(), Math.ceil(needed)));
    return new PlotSize(size.width(), height);
  }
}
