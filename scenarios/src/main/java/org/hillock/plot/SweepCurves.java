package org.hillock.plot;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Curves over the first axis of a sweep, one for each combination of the others, with bars of one
 * standard deviation to either side; a panel for each measure.
 */
final class SweepCurves {

  private SweepCurves() {}

  static JFreeChart of(SweepData data) {
    List<XYPlot> panels = new ArrayList<>();
    for (SweepData.Panel panel : data.panels()) {
      panels.add(panel(data, panel));
    }
    boolean legend = data.curves() > 1;
    JFreeChart chart =
        PlotTheme.chart(data.title(), PlotTheme.stack(across(data.axes().get(0)), panels), legend);
    if (legend) {
      // One legend is enough: the other panels have the same curves.
      chart.getLegend().setSources(new LegendItemSource[] {panels.get(0)});
    }
    subtitle(chart, data.subtitle());
    return chart;
  }

  static void subtitle(JFreeChart chart, String text) {
    if (!text.isEmpty()) {
      TextTitle subtitle = new TextTitle(text, PlotTheme.font(PlotTheme.TICK_SIZE));
      subtitle.setPaint(PlotTheme.SUBTITLE);
      subtitle.setPadding(0, 2, 6, 2);
      chart.addSubtitle(0, subtitle);
    }
  }

  private static NumberAxis across(SweepData.Axis axis) {
    if (!axis.numeric()) {
      return words(axis);
    }
    NumberAxis across = PlotTheme.horizontal(axis.label());
    across.setAutoRangeStickyZero(false); // else a point at 0 is cut in half
    if (axis.numbers().stream().allMatch(value -> value == Math.rint(value))) {
      PlotTheme.countsOnly(across);
    }
    return across;
  }

  /** Values that have no distances stand side by side. */
  static NumberAxis words(SweepData.Axis axis) {
    SymbolAxis words = new SymbolAxis(axis.label(), axis.values().toArray(new String[0]));
    PlotTheme.styled(words);
    words.setGridBandsVisible(false);
    return words;
  }

  private static XYPlot panel(SweepData data, SweepData.Panel panel) {
    SweepData.Axis first = data.axes().get(0);
    int curves = data.curves();
    YIntervalSeriesCollection collection = new YIntervalSeriesCollection();
    for (int curve = 0; curve < curves; curve++) {
      YIntervalSeries series = new YIntervalSeries(name(data, curve));
      for (int i = 0; i < first.values().size(); i++) {
        double x = first.numeric() ? first.numbers().get(i) : i;
        double mean = panel.mean()[i * curves + curve];
        double sd = panel.sd()[i * curves + curve];
        series.add(x, mean, mean - sd, mean + sd);
      }
      collection.addSeries(series);
    }
    XYPlot plot = PlotTheme.panel(across(first), PlotTheme.axis(panel.label()));
    plot.setDataset(collection);
    plot.setRenderer(renderer(curves));
    return plot;
  }

  /** What the other axes are at a curve, such as {@code eta = 2}. */
  private static String name(SweepData data, int curve) {
    List<String> parts = new ArrayList<>();
    int rest = curve;
    for (int i = data.axes().size() - 1; i > 0; i--) {
      SweepData.Axis axis = data.axes().get(i);
      int length = axis.values().size();
      parts.add(0, axis.name() + " = " + axis.values().get(rest % length));
      rest /= length;
    }
    return String.join(", ", parts);
  }

  private static XYErrorRenderer renderer(int curves) {
    XYErrorRenderer renderer = new WithGaps();
    renderer.setDefaultLinesVisible(true);
    renderer.setDrawXError(false);
    renderer.setCapLength(6);
    for (int i = 0; i < curves; i++) {
      renderer.setSeriesPaint(i, PlotTheme.color(i));
      renderer.setSeriesStroke(i, PlotTheme.line(i, 2));
      renderer.setSeriesShape(i, new Ellipse2D.Double(-3.5, -3.5, 7, 7));
    }
    return renderer;
  }

  /** Where there is no value there is no bar either. */
  private static final class WithGaps extends XYErrorRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public void drawItem(
        Graphics2D g2,
        XYItemRendererState state,
        Rectangle2D area,
        PlotRenderingInfo info,
        XYPlot plot,
        ValueAxis across,
        ValueAxis up,
        XYDataset dataset,
        int series,
        int item,
        CrosshairState crosshair,
        int pass) {
      if (!Double.isNaN(dataset.getYValue(series, item))) {
        super.drawItem(
            g2, state, area, info, plot, across, up, dataset, series, item, crosshair, pass);
      }
    }
  }
}
