package org.hillock.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.plot.SweepData;
import org.hillock.plot.SweepPlot;
import org.hillock.text.Text;

/** Draws a table. */
public final class SweepDrawing {

  private SweepDrawing() {}

  /**
   * Writes the pictures into a folder; none where nothing was varied but the seed, or nothing was
   * measured.
   *
   * @param scenario its name
   * @return the files written
   */
  public static List<Path> write(String scenario, SweepGrid grid, SweepTable table, Path folder)
      throws IOException {
    SweepData data = data(scenario, grid, table);
    return data.axes().isEmpty() || data.panels().isEmpty()
        ? List.of()
        : SweepPlot.write(data, folder);
  }

  private static SweepData data(String scenario, SweepGrid grid, SweepTable table) {
    List<SweepData.Axis> axes = new ArrayList<>();
    for (SweepAxis axis : grid.axes()) {
      axes.add(new SweepData.Axis(axis.label(), axis.name(), axis.values(), axis.numbers()));
    }
    List<SweepData.Panel> panels = new ArrayList<>();
    for (String label : table.measured()) {
      double[] mean = new double[grid.places()];
      double[] sd = new double[grid.places()];
      for (int place = 0; place < mean.length; place++) {
        Spread spread = table.at(place, label);
        mean[place] = spread.mean();
        sd[place] = spread.sd();
      }
      panels.add(new SweepData.Panel(label, mean, sd));
    }
    return new SweepData(scenario, subtitle(grid, table), axes, panels);
  }

  private static String subtitle(SweepGrid grid, SweepTable table) {
    List<String> parts = new ArrayList<>();
    if (grid.seeds() > 1) {
      parts.add("mean ± standard deviation over " + grid.seeds() + " seeds");
    }
    if (table.failed() > 0) {
      parts.add(table.failed() + " of " + Text.count(table.size(), "run", "runs") + " failed");
    }
    return String.join("; ", parts);
  }
}
