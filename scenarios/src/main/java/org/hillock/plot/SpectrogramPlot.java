package org.hillock.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.analysis.PartOfSpikes;
import org.hillock.analysis.PowerSpectrum;
import org.hillock.analysis.TimeWindow;
import org.hillock.record.Spikes;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * Power of the rate of each population over time and frequency, in decibels above a Poisson process
 * of the same rate: a {@link PowerSpectrum} of each of many windows, each a quarter or less after
 * the one before.
 */
final class SpectrogramPlot {

  private static final double HIGHEST = 120; // [Hz]
  private static final double LEAST = -5; // [dB]
  private static final double SHORTEST = 100; // window [ms]
  private static final double LONGEST = 1000; // [ms]
  private static final double WINDOWS = 16; // in the time that is drawn, side by side
  private static final int MOST_COLUMNS = 400;
  private static final int MOST_ROWS = 120;

  private SpectrogramPlot() {}

  static JFreeChart of(PlotData data, PlotOptions options) {
    double duration = data.stop() - data.start();
    double length = options.bin() > 0 ? options.bin() : usual(duration);
    double resolution = 1000 / length; // [Hz]
    NumberAxis time = PlotTheme.timeAxis(data.start(), data.stop());
    List<PlotData.Group> groups =
        data.groups().stream().filter(group -> data.spikesOf(group).isPresent()).toList();
    if (groups.isEmpty() || length > duration || 2 * resolution >= HIGHEST) {
      String windows = "windows of " + NiceNumber.text(length) + " ms";
      String why =
          groups.isEmpty()
              ? "no spikes"
              : length > duration
                  ? windows + " are longer than the time"
                  : windows
                      + " tell no frequency up to "
                      + NiceNumber.text(HIGHEST)
                      + " Hz; take some that are longer";
      return PlotTheme.empty(data, time, "frequency [Hz]", why);
    }
    double hop = Math.max(length / 4, (duration - length) / (MOST_COLUMNS - 1));
    int columns = 1 + (int) Math.floor((duration - length) / hop + 1e-9);
    double rowHeight = Math.max(resolution / 4, (HIGHEST - 2 * resolution) / MOST_ROWS);
    int rows = (int) Math.floor((HIGHEST - 2 * resolution) / rowHeight);
    List<double[][]> all = new ArrayList<>();
    for (PlotData.Group group : groups) {
      double[][] xyz = new double[3][columns * rows];
      for (int column = 0; column < columns; column++) {
        double begin = data.start() + column * hop;
        fill(
            data,
            group,
            new TimeWindow(begin, begin + length),
            xyz,
            column * rows,
            (column + 1) * rows,
            2 * resolution,
            rowHeight);
      }
      all.add(xyz);
    }
    ColorScale scale =
        ColorScale.of(all.stream().flatMapToDouble(xyz -> Arrays.stream(xyz[2])).toArray());
    List<XYPlot> panels = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      NumberAxis up = PlotTheme.axis(groups.get(i).name() + ": frequency [Hz]");
      up.setRange(2 * resolution, HIGHEST);
      XYPlot panel = PlotTheme.panel(time, up);
      panel.setBackgroundPaint(scale.getPaint(Double.NaN));
      DefaultXYZDataset cells = new DefaultXYZDataset();
      cells.addSeries(groups.get(i).name(), all.get(i));
      XYBlockRenderer blocks = new XYBlockRenderer();
      blocks.setPaintScale(scale);
      blocks.setBlockWidth(hop);
      blocks.setBlockHeight(rowHeight);
      panel.setDataset(cells);
      panel.setRenderer(blocks);
      panels.add(panel);
    }
    JFreeChart chart =
        PlotTheme.chart(data, PhaseLines.in(PlotTheme.stack(time, panels), data), false);
    chart.addSubtitle(PlotTheme.note("windows of " + NiceNumber.text(length) + " ms"));
    chart.addSubtitle(scale.legend("power above Poisson [dB]"));
    return chart;
  }

  /** How long windows are where nobody says it [ms]: a part of the whole, of few digits. */
  private static double usual(double duration) {
    double part = Math.max(SHORTEST, Math.min(LONGEST, duration / WINDOWS));
    return Math.min(LONGEST, NiceNumber.atLeast(part));
  }

  /**
   * A column of colours.
   *
   * @param at its first cell
   * @param until after its last cell
   * @param least where its lowest cell begins [Hz]
   */
  private static void fill(
      PlotData data,
      PlotData.Group group,
      TimeWindow window,
      double[][] xyz,
      int at,
      int until,
      double least,
      double rowHeight) {
    Spikes own = PartOfSpikes.within(data.spikesOf(group).orElseThrow(), window);
    PowerSpectrum found = PowerSpectrum.of(own, group.from(), group.to(), window);
    for (int cell = at; cell < until; cell++) {
      double frequency = least + (cell - at + 0.5) * rowHeight;
      xyz[0][cell] = 0.5 * (window.start() + window.stop());
      xyz[1][cell] = frequency;
      xyz[2][cell] = Math.max(LEAST, 10 * Math.log10(found.at(frequency)));
    }
  }
}
