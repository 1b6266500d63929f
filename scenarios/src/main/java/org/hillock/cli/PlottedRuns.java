package org.hillock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hillock.analysis.TimeWindow;
import org.hillock.cli.option.NeuronRanges;
import org.hillock.io.StoredResult;
import org.hillock.plot.PlotData;
import org.hillock.plot.PlotOptions;
import org.hillock.plot.SeveralRuns;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;

/**
 * What is drawn of one folder of results, or of several in one picture.
 *
 * @param data what they recorded
 * @param plots what the scenario asked for, of several that of the first
 */
record PlottedRuns(PlotData data, Map<String, PlotOptions> plots) {

  /**
   * Reads results.
   *
   * @param folders one or more
   * @param neurons whom to draw, as {@code --neurons} says; all that the scenario draws if empty
   * @throws MistakeException if they cannot be drawn together
   */
  static PlottedRuns of(List<Path> folders, List<String> neurons) throws IOException {
    Map<String, PlotData> runs = new LinkedHashMap<>();
    Map<String, PlotOptions> plots = new LinkedHashMap<>();
    for (Path folder : folders) {
      StoredResult result = StoredResult.open(folder);
      List<PlotData.Group> chosen = NeuronRanges.parse("--neurons", neurons, result.sizes());
      if (runs.isEmpty()) {
        plots.putAll(result.plots());
      }
      runs.put(name(folder, folders), result.plotData().of(chosen));
      result.checkSpikes();
    }
    if (runs.size() == 1) {
      plots.replaceAll((name, plot) -> neurons.isEmpty() ? plot : any(plot, plot.window()));
      return new PlottedRuns(runs.values().iterator().next(), plots);
    }
    plots.replaceAll((name, plot) -> any(plot, TimeWindow.ALWAYS));
    try {
      return new PlottedRuns(SeveralRuns.together(runs), plots);
    } catch (IllegalArgumentException e) {
      throw new MistakeException(e.getMessage() + ": " + spans(runs));
    }
  }

  /** The last name of a folder; all that was given where another has the same. */
  private static String name(Path folder, List<Path> folders) {
    Path last = last(folder);
    boolean single = folders.stream().filter(other -> last(other).equals(last)).count() == 1;
    return single ? last.toString() : folder.toString();
  }

  private static Path last(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    return Objects.requireNonNullElse(whole.getFileName(), whole);
  }

  /** The same plot, of all neurons that there are. */
  private static PlotOptions any(PlotOptions plot, TimeWindow window) {
    return new PlotOptions(
        plot.bin(), plot.smooth(), plot.log(), plot.columns(), window, List.of());
  }

  private static String spans(Map<String, PlotData> runs) {
    return runs.entrySet().stream()
        .map(
            run ->
                run.getKey()
                    + " goes from "
                    + Text.milliseconds(run.getValue().start())
                    + " to "
                    + Text.milliseconds(run.getValue().stop()))
        .collect(Collectors.joining(", "));
  }
}
