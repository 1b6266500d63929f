package org.hillock.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.analysis.TimeWindow;
import org.hillock.plot.PlotData;
import org.hillock.plot.PlotOptions;

/**
 * What a manifest says of a run, checked: sizes, ranges and times fit each other.
 *
 * @param title of the scenario
 * @param partial whether the run was interrupted
 * @param whole whether nothing is missing, neither of the run nor of its files
 * @param window what was recorded
 * @param sizes of the populations by name, in their order
 * @param thresholds of populations [mV], where they are known
 * @param recorded whose spikes were recorded
 * @param units of recorded variables and of the weights of projections
 * @param plots that were asked for, with their settings
 * @param details what plots can do without
 * @param spikesSha256 hash of the spikes
 */
record StoredManifest(
    String title,
    boolean partial,
    boolean whole,
    TimeWindow window,
    Map<String, Integer> sizes,
    Map<String, Double> thresholds,
    List<PlotData.Group> recorded,
    Map<String, String> units,
    Map<String, PlotOptions> plots,
    PlotData.Details details,
    String spikesSha256) {

  /**
   * Reads a manifest.
   *
   * @throws ResultFormatException if a field is missing or not what it should be
   */
  static StoredManifest of(JsonFields fields) throws IOException {
    JsonFields time = fields.object("time");
    double start = time.size("warmup_ms");
    double stop = time.size("end_ms");
    Map<String, Integer> sizes = new LinkedHashMap<>();
    Map<String, Double> thresholds = new LinkedHashMap<>();
    JsonFields populations = fields.object("populations");
    for (String name : populations.names()) {
      JsonFields population = populations.object(name);
      sizes.put(name, population.whole("size", 1, Integer.MAX_VALUE));
      if (population.has("V_th")) {
        thresholds.put(name, population.number("V_th"));
      }
    }
    Map<String, String> units = new LinkedHashMap<>();
    JsonFields unitFields = fields.object("units");
    for (String name : unitFields.names()) {
      units.put(name, unitFields.text(name));
    }
    return new StoredManifest(
        fields.text("title", ""),
        fields.truth("partial"),
        !fields.truth("partial") && fields.texts("left_out").isEmpty(),
        new TimeWindow(start, Math.max(start, stop)),
        sizes,
        thresholds,
        recorded(fields, sizes),
        units,
        plots(fields, sizes),
        details(fields, time, sizes),
        fields.text("spikes_sha256", ""));
  }

  private static List<PlotData.Group> recorded(JsonFields fields, Map<String, Integer> sizes)
      throws IOException {
    return ranges(fields, "recorded_spikes", sizes);
  }

  private static Map<String, PlotOptions> plots(JsonFields fields, Map<String, Integer> sizes)
      throws IOException {
    JsonFields settings = fields.has("plot_settings") ? fields.object("plot_settings") : null;
    Map<String, PlotOptions> plots = new LinkedHashMap<>();
    for (String name : fields.texts("plots")) {
      PlotOptions options = PlotOptions.NONE;
      if (settings != null && settings.has(name)) {
        JsonFields own = settings.object(name);
        options =
            new PlotOptions(
                own.size("bin_ms"),
                own.size("smooth_ms"),
                own.has("log") && own.truth("log"),
                own.has("columns") ? (int) own.size("columns") : 0,
                own.has("from_ms")
                    ? new TimeWindow(own.number("from_ms"), own.number("to_ms"))
                    : TimeWindow.ALWAYS,
                ranges(own, "neurons", sizes));
      }
      plots.put(name, options);
    }
    return plots;
  }

  private static List<PlotData.Phase> phases(JsonFields fields) throws IOException {
    List<PlotData.Phase> phases = new ArrayList<>();
    if (fields.has("protocol")) {
      for (JsonFields phase : fields.objects("protocol")) {
        phases.add(
            new PlotData.Phase(
                phase.text("phase"),
                phase.number("begin_ms"),
                phase.number("end_ms"),
                !phase.has("recorded")));
      }
    }
    return phases;
  }

  private static PlotData.Details details(
      JsonFields fields, JsonFields time, Map<String, Integer> sizes) throws IOException {
    List<String> set = new ArrayList<>();
    if (fields.has("set")) {
      JsonFields values = fields.object("set");
      for (String name : values.names()) {
        set.add(name + " = " + values.text(name));
      }
    }
    Map<String, Double> shifts = new LinkedHashMap<>();
    if (fields.has("synapse_shift_ms")) {
      JsonFields given = fields.object("synapse_shift_ms");
      for (String name : given.names()) {
        shifts.put(name, given.number(name));
      }
    }
    double step = time.has("step_ms") ? time.size("step_ms") : 0;
    Map<String, PlotData.Group> sources = new LinkedHashMap<>();
    if (fields.has("synapse_sources")) {
      JsonFields given = fields.object("synapse_sources");
      for (String name : given.names()) {
        sources.put(name, range(given.object(name), sizes));
      }
    }
    return new PlotData.Details(String.join(", ", set), step, shifts)
        .in(phases(fields))
        .from(sources);
  }

  private static List<PlotData.Group> ranges(
      JsonFields fields, String key, Map<String, Integer> sizes) throws IOException {
    List<PlotData.Group> recorded = new ArrayList<>();
    for (JsonFields range : fields.objects(key)) {
      recorded.add(range(range, sizes));
    }
    return recorded;
  }

  private static PlotData.Group range(JsonFields range, Map<String, Integer> sizes)
      throws IOException {
    String name = range.text("population");
    Integer size = sizes.get(name);
    if (size == null) {
      throw range.wrong("population", "one of the populations " + sizes.keySet());
    }
    int from = range.whole("from", 0, size - 1);
    return new PlotData.Group(name, from, range.whole("to", from + 1, size));
  }
}
