package org.hillock.plot;

import java.util.List;
import org.hillock.analysis.TimeWindow;

/**
 * How a plot is to be drawn, where there is a choice.
 *
 * @param bin width of the bins in which rates are counted [ms]; 0 to let the data choose
 * @param smooth time constant by which rates are smoothed [ms]; 0 for not at all
 * @param log whether axes are logarithmic
 * @param window the part of the time to draw [ms]
 * @param neurons whom to draw, one range a population; empty for all that were recorded
 */
public record PlotOptions(
    double bin, double smooth, boolean log, TimeWindow window, List<PlotData.Group> neurons) {

  /** Everything as the data suggest. */
  public static final PlotOptions NONE = new PlotOptions(0, 0, false, TimeWindow.ALWAYS, List.of());

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a time is negative or no number
   */
  public PlotOptions {
    if (!(bin >= 0 && smooth >= 0 && bin < 1e300 && smooth < 1e300)) {
      throw new IllegalArgumentException("bins of " + bin + " ms, smoothing by " + smooth + " ms");
    }
    neurons = List.copyOf(neurons);
  }
}
