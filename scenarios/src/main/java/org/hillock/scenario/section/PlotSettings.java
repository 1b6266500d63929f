package org.hillock.scenario.section;

import java.util.List;
import org.hillock.analysis.TimeWindow;
import org.hillock.network.NeuronRange;

/**
 * How a plot is to be drawn, where there is a choice.
 *
 * @param bin width of the bins in which rates are counted [ms]; 0 to let the data choose
 * @param smooth time constant by which rates are smoothed [ms]; 0 for not at all
 * @param log whether axes are logarithmic
 * @param columns how many neurons stand beside each other in an image of them; 0 to let the data
 *     choose
 * @param window the part of the time to draw [ms]
 * @param neurons whom to draw, one range a population; empty for all that were recorded
 */
public record PlotSettings(
    double bin,
    double smooth,
    boolean log,
    int columns,
    TimeWindow window,
    List<NeuronRange> neurons) {

  /** Everything as the data suggest. */
  public static final PlotSettings NONE =
      new PlotSettings(0, 0, false, 0, TimeWindow.ALWAYS, List.of());

  /** Copies the list. */
  public PlotSettings {
    neurons = List.copyOf(neurons);
  }
}
