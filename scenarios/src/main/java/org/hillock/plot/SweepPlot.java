package org.hillock.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;

/**
 * Pictures of a sweep. Two axes of numbers with four values or more each give a map for every
 * measure, everything else curves, all measures in one picture.
 */
public final class SweepPlot {

  /** Fewer values are told apart better as curves. */
  private static final int MAP_FROM = 4;

  /** More panels on one page are too low to be read. */
  private static final int PANELS = 6;

  private static final PlotSize MAP = new PlotSize(900, 700);
  private static final int PANEL = 260; // [px]
  private static final int AROUND = 180; // [px]

  private SweepPlot() {}

  /** The charts by the names of their files, without endings. */
  static Map<String, JFreeChart> charts(SweepData data) {
    List<JFreeChart> all = new ArrayList<>();
    if (isMap(data)) {
      data.panels().forEach(panel -> all.add(SweepMap.of(data, panel)));
    } else {
      for (int i = 0; i < data.panels().size(); i += PANELS) {
        List<SweepData.Panel> part =
            data.panels().subList(i, Math.min(data.panels().size(), i + PANELS));
        all.add(SweepCurves.of(new SweepData(data.title(), data.subtitle(), data.axes(), part)));
      }
    }
    Map<String, JFreeChart> named = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      named.put(all.size() == 1 ? "sweep" : "sweep-" + (i + 1), all.get(i));
    }
    return named;
  }

  private static boolean isMap(SweepData data) {
    return data.axes().size() == 2
        && data.axes().stream()
            .allMatch(axis -> axis.numeric() && axis.values().size() >= MAP_FROM);
  }

  /**
   * Draws into a folder: {@code sweep.png} and {@code sweep.svg}, or {@code sweep-1.png} … where
   * there are several pictures.
   *
   * @return the files written
   * @throws IOException if a file cannot be written
   * @throws PlotException if this machine cannot draw
   */
  public static List<Path> write(SweepData data, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    int panels = Math.min(PANELS, data.panels().size());
    PlotSize size = isMap(data) ? MAP : new PlotSize(1000, AROUND + Math.max(2, panels) * PANEL);
    for (Map.Entry<String, JFreeChart> chart : charts(data).entrySet()) {
      files.addAll(PlotWriter.write(chart.getValue(), folder.resolve(chart.getKey()), size));
    }
    return files;
  }
}
