package org.hillock.plot;

import java.util.List;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;

/**
 * How lines are drawn: at most four points for each column of pixels, so that a trace of a million
 * samples takes no longer than one of a thousand.
 */
final class LineDrawing {

  private LineDrawing() {}

  /**
   * A renderer of lines.
   *
   * @param lines what it is to draw
   * @param places colour of each line
   * @param width of the lines [px]
   */
  static SamplingXYLineRenderer renderer(List<Line> lines, List<Integer> places, double width) {
    SamplingXYLineRenderer renderer = new SamplingXYLineRenderer();
    for (int i = 0; i < lines.size(); i++) {
      renderer.setSeriesPaint(i, PlotTheme.color(places.get(i)));
      renderer.setSeriesStroke(i, PlotTheme.line(places.get(i), width));
    }
    renderer.setDefaultLegendShape(PlotTheme.legendBar());
    renderer.setDefaultLegendTextFont(PlotTheme.font(PlotTheme.TICK_SIZE));
    return renderer;
  }

  /** Whether there is any number to draw. */
  static boolean hasValues(Line line) {
    for (double y : line.y()) {
      if (Double.isFinite(y)) {
        return true;
      }
    }
    return false;
  }
}
