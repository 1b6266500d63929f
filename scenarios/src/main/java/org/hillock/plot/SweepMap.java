package org.hillock.plot;

import java.util.Arrays;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * One measure over two axes: a rectangle for each pair of values, darker for less. Rectangles are
 * of one size, whatever the distances of the values.
 */
final class SweepMap {

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
    ColorScale scale = ColorScale.of(panel.mean());
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
    chart.addSubtitle(scale.legend(panel.label()));
    return chart;
  }
}
