package org.hillock.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;

/**
 * How a cost grows with several numbers: a column for each number, all on one logarithmic axis,
 * measured and at least, or as somewhere else.
 */
public final class ScalingPlot {

  /**
   * What was found when one number was varied.
   *
   * @param label what was varied
   * @param values its values, above 0, ascending
   * @param measured the cost of each, above 0
   * @param least a lower bound of each, or what to compare it with, above 0
   */
  public record Column(String label, double[] values, double[] measured, double[] least) {}

  private ScalingPlot() {}

  /**
   * Draws the columns.
   *
   * @param title above the picture
   * @param cost what the common axis says
   * @param bound what the lower bound or the comparison is
   * @param columns from left to right
   */
  public static JFreeChart of(String title, String cost, String bound, List<Column> columns) {
    CombinedRangeXYPlot all = new CombinedRangeXYPlot(axis(cost));
    all.setGap(16);
    for (Column column : columns) {
      all.add(panel(column, bound), 1);
    }
    // One legend is enough: the other columns have the same lines.
    JFreeChart chart = PlotTheme.chart(title, all, true);
    chart.getLegend().setSources(new LegendItemSource[] {all.getSubplots().get(0)});
    return chart;
  }

  private static XYPlot panel(Column column, String bound) {
    LogarithmicAxis across = axis(column.label());
    double least = Arrays.stream(column.values()).min().orElse(1);
    double most = Arrays.stream(column.values()).max().orElse(1);
    across.setRange(least / 1.5, most * 1.5);
    XYPlot panel = PlotTheme.panel(across, axis(""));
    panel.setRangeAxis(null);
    panel.setDataset(
        new LineDataset(
            List.of(
                new Line("measured", column.values(), column.measured()),
                new Line(bound, column.values(), column.least()))));
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    for (int i = 0; i < 2; i++) {
      renderer.setSeriesPaint(i, PlotTheme.color(i));
      renderer.setSeriesShape(i, new Ellipse2D.Double(-4, -4, 8, 8));
    }
    renderer.setSeriesStroke(0, PlotTheme.line(0, 2));
    renderer.setSeriesStroke(
        1,
        new BasicStroke(
            2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0));
    panel.setRenderer(renderer);
    return panel;
  }

  private static LogarithmicAxis axis(String label) {
    LogarithmicAxis axis = PlotTheme.styled(new PlainLogAxis(label));
    axis.setStrictValuesFlag(false);
    axis.setAutoRangeNextLogFlag(false);
    return axis;
  }

  /** Writes 1, 10, 100 …, and 2 and 5 of them where there would be few numbers otherwise. */
  private static final class PlainLogAxis extends LogarithmicAxis {

    PlainLogAxis(String label) {
      super(label);
    }

    @Override
    protected String makeTickLabel(double value, boolean forced) {
      double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
      long digit = Math.round(value / power);
      boolean few = getUpperBound() < 50 * getLowerBound();
      boolean written = digit == 1 || few && (digit == 2 || digit == 5);
      return written ? NiceNumber.text(digit * power) : "";
    }

    /** The superclass writes powers of ten only on a vertical axis. */
    @Override
    protected List<?> refreshTicksVertical(
        Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
      return ((List<?>) super.refreshTicksVertical(graphics, area, edge))
          .stream().map(tick -> labelled((NumberTick) tick)).toList();
    }

    private NumberTick labelled(NumberTick tick) {
      return new NumberTick(
          tick.getValue(),
          makeTickLabel(tick.getValue(), false),
          tick.getTextAnchor(),
          tick.getRotationAnchor(),
          tick.getAngle());
    }
  }
}
