package org.hillock.plot;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.analysis.PowerSpectrum;
import org.hillock.analysis.TimeWindow;
import org.hillock.record.Spikes;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;

/**
 * Power of the rate of each population over frequency, see {@link PowerSpectrum}, with a line at 1,
 * where a Poisson process is. Linear axes go to 200 Hz, logarithmic ones to 500 Hz.
 */
final class SpectrumPlot {

  private static final double HIGHEST_LINEAR = 200; // [Hz]
  private static final double LEAST = 1e-3; // of the power, on a logarithmic axis

  private SpectrumPlot() {}

  static JFreeChart of(PlotData data, PlotOptions options) {
    boolean log = options.log();
    double highest = log ? PowerSpectrum.HIGHEST : HIGHEST_LINEAR;
    List<Line> lines = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    double resolution = 0;
    for (int place = 0; place < data.groups().size(); place++) {
      PlotData.Group group = data.groups().get(place);
      Spikes spikes = data.spikesOf(group).orElse(null);
      if (spikes == null) {
        continue;
      }
      TimeWindow window = new TimeWindow(data.start(), data.stop());
      PowerSpectrum found = PowerSpectrum.of(spikes, group.from(), group.to(), window);
      double least = 2 * found.resolution();
      if (!Double.isNaN(found.power()[1]) && least < highest) {
        lines.add(line(group.name(), found, least, highest, log));
        places.add(place);
        resolution = found.resolution();
      }
    }
    String hz =
        "frequency [Hz]"
            + (lines.isEmpty()
                ? ""
                : ", resolved to " + NiceNumber.text(rounded(resolution)) + " Hz");
    String power = "power / Poisson";
    if (lines.isEmpty()) {
      return PlotTheme.empty(
          data, PlotTheme.horizontal(hz), power, "no spikes, or too short a time");
    }
    NumberAxis across = log ? logarithmic(hz) : PlotTheme.horizontal(hz);
    across.setRange(log ? 2 * resolution : 0, highest);
    NumberAxis up = log ? logarithmic(power) : PlotTheme.axisFromZero(power);
    XYPlot panel = PlotTheme.panel(across, up);
    panel.setDataset(new LineDataset(lines));
    panel.setRenderer(LineRenderer.of(places, lines.size() > 2 ? 1.2 : 1.6));
    panel.addRangeMarker(
        new ValueMarker(
            1,
            PlotTheme.FRAME,
            new BasicStroke(
                1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0)));
    return PlotTheme.chart(data, panel, true);
  }

  private static double rounded(double resolution) {
    return Math.rint(resolution * 100) / 100;
  }

  private static Line line(
      String name, PowerSpectrum found, double least, double highest, boolean log) {
    int from = TimeWindow.firstAbove(found.frequency(), least);
    int to = TimeWindow.firstAbove(found.frequency(), highest);
    double[] power = Arrays.copyOfRange(found.power(), from, to);
    for (int i = 0; i < power.length && log; i++) {
      power[i] = Math.max(LEAST, power[i]);
    }
    return new Line(name, Arrays.copyOfRange(found.frequency(), from, to), power);
  }

  private static NumberAxis logarithmic(String label) {
    LogarithmicAxis axis = PlotTheme.styled(new LogarithmicAxis(label));
    axis.setAllowNegativesFlag(false);
    axis.setStrictValuesFlag(true);
    axis.setExpTickLabelsFlag(false);
    axis.setLog10TickLabelsFlag(false);
    axis.setAutoRangeIncludesZero(false);
    return axis;
  }
}
