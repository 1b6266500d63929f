package org.hillock.plot;

import java.awt.Color;
import java.awt.Paint;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * One measure over two axes: a rectangle for each pair of values, darker for less. Rectangles are
 * of one size, whatever the distances of the values.
 */
final class SweepMap {

  /** From dark to light, so that it can be read in grey print and by the colour-blind. */
  private static final Color[] ANCHORS = {
    new Color(0x14143C), new Color(0x0072B2), new Color(0x009E73), new Color(0xF0E442)
  };

  private static final Color NOTHING = new Color(0xE0E0E0);

  private static final int TURNED_FROM = 12; // values, whose names would not fit side by side

  private SweepMap() {}

  static JFreeChart of(SweepData data, SweepData.Panel panel) {
    SweepData.Axis first = data.axes().get(0);
    SweepData.Axis second = data.axes().get(1);
    int rows = second.values().size();
    int count = panel.mean().length;
    double[][] xyz = new double[3][count];
    for (int i = 0; i < count; i++) {
      xyz[0][i] = i / rows;
      xyz[1][i] = i % rows;
      xyz[2][i] = panel.mean()[i];
    }
    DefaultXYZDataset dataset = new DefaultXYZDataset();
    dataset.addSeries(panel.label(), xyz);
    NumberAxis across = SweepCurves.words(first);
    across.setVerticalTickLabels(first.values().size() > TURNED_FROM);
    XYPlot plot = PlotTheme.panel(across, SweepCurves.words(second));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    across.setRange(-0.5, first.values().size() - 0.5);
    plot.getRangeAxis().setRange(-0.5, rows - 0.5);
    Scale scale = Scale.of(panel.mean());
    XYBlockRenderer renderer = new XYBlockRenderer();
    renderer.setPaintScale(scale);
    plot.setDataset(dataset);
    plot.setRenderer(renderer);
    JFreeChart chart = PlotTheme.chart(data.title(), plot, false);
    boolean gaps = Arrays.stream(panel.mean()).anyMatch(mean -> !Double.isFinite(mean));
    String grey = gaps ? "grey: no value" : "";
    String both =
        gaps && !data.subtitle().isEmpty() ? data.subtitle() + "; " + grey : data.subtitle() + grey;
    SweepCurves.subtitle(chart, both);
    chart.addSubtitle(legend(scale, panel.label()));
    return chart;
  }

  private static PaintScaleLegend legend(Scale scale, String label) {
    NumberAxis axis = PlotTheme.axis(label);
    axis.setRange(scale.getLowerBound(), scale.getUpperBound());
    PaintScaleLegend legend = new PaintScaleLegend(scale, axis);
    legend.setPosition(RectangleEdge.RIGHT);
    legend.setStripWidth(18);
    legend.setSubdivisionCount(200);
    legend.setMargin(new RectangleInsets(4, 12, 50, 4));
    legend.setAxisOffset(4);
    return legend;
  }

  /** Colours between the least and the greatest value. */
  private record Scale(double least, double greatest) implements PaintScale {

    static Scale of(double[] values) {
      DoubleStream finite = Arrays.stream(values).filter(Double::isFinite);
      double[] known = finite.toArray();
      double least = Arrays.stream(known).min().orElse(0);
      double greatest = Arrays.stream(known).max().orElse(1);
      double wider = greatest > least ? 0 : Math.max(1e-9, Math.abs(least) * 0.05);
      return new Scale(least - wider, greatest + wider);
    }

    @Override
    public double getLowerBound() {
      return least;
    }

    @Override
    public double getUpperBound() {
      return greatest;
    }

    @Override
    public Paint getPaint(double value) {
      if (!Double.isFinite(value)) {
        return NOTHING;
      }
      double place = (value - least) / (greatest - least) * (ANCHORS.length - 1);
      int below = (int) Math.max(0, Math.min(ANCHORS.length - 2, Math.floor(place)));
      double part = Math.max(0, Math.min(1, place - below));
      Color a = ANCHORS[below];
      Color b = ANCHORS[below + 1];
      return new Color(
          mixed(a.getRed(), b.getRed(), part),
          mixed(a.getGreen(), b.getGreen(), part),
          mixed(a.getBlue(), b.getBlue(), part));
    }

    private static int mixed(int a, int b, double part) {
      return (int) Math.round(a + part * (b - a));
    }
  }
}
