package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.analysis.TimeWindow;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.NeuronRange;
import org.hillock.record.Recording;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code plots:}, a list of names, or of names with settings: {@code [raster, {rate: {bin: 1
 * ms}}]}.
 */
public final class PlotsReader {

  private static final int MOST_COLUMNS = 100_000;

  private final ValueReader values;
  private final RangeReader ranges;
  private final RunSettings run;
  private final RunSettings whole;
  private final Problems problems;

  /**
   * @param run what is run
   * @param whole what the file says, which may be longer
   */
  public PlotsReader(ValueReader values, RangeReader ranges, RunSettings run, RunSettings whole) {
    this.run = run;
    this.whole = whole;
    this.values = values;
    this.ranges = ranges;
    this.problems = values.problems();
  }

  /**
   * The plots by name, in the order of the file; those of what is recorded if it says nothing. A
   * plot of what a shorter run does not record is left out.
   */
  public Map<String, PlotSettings> read(@Nullable Item item, Recording recording) {
    Map<String, PlotSettings> plots = new LinkedHashMap<>();
    if (item == null) {
      String usual = usual(recording);
      if (usual != null) {
        plots.put(usual, PlotSettings.NONE);
      }
      return plots;
    }
    if (!(item instanceof Item.Listing listing)) {
      problems.add(item, "found " + item.phrase(), "expected a list, such as [raster, rate]");
      return plots;
    }
    for (Item element : listing.items()) {
      boolean single = element instanceof Item.Mapping mapping && mapping.fields().size() == 1;
      if (single && element instanceof Item.Mapping mapping) {
        mapping.fields().forEach((name, field) -> add(name, element, field, mapping, plots));
      } else if (element instanceof Item.Mapping) {
        problems.add(
            element,
            "found a map of several keys",
            "expected one plot with its settings, such as {rate: {bin: 1 ms}}");
      } else {
        String name = values.choice(element, "plot", RecordKeys.PLOTS);
        if (name != null) {
          put(name, element, PlotSettings.NONE, plots);
        }
      }
    }
    plots.values().removeIf(plot -> !recorded(plot.window(), run));
    return plots;
  }

  private static boolean recorded(TimeWindow window, RunSettings by) {
    double end = by.warmup() + by.duration();
    boolean inside = window.start() >= by.warmup() && window.stop() <= end * (1 + 1e-12);
    return inside || window.equals(TimeWindow.ALWAYS);
  }

  /** The plot that shows at a glance what a run recorded, or null if it recorded nothing. */
  private static @Nullable String usual(Recording recording) {
    if (!recording.spikes().isEmpty()) {
      return "raster";
    }
    if (!recording.rates().isEmpty()) {
      return "rate";
    }
    return !recording.traces().isEmpty()
        ? "traces"
        : !recording.weights().isEmpty()
            ? "weight_time"
            : !recording.modulators().isEmpty()
                ? RecordKeys.MODULATOR
                : recording.structure() ? RecordKeys.STRUCTURE : null;
  }

  private void put(
      String name, Item element, PlotSettings settings, Map<String, PlotSettings> plots) {
    if (plots.putIfAbsent(name, settings) != null) {
      problems.add(element, "a second '" + name + "'", "");
    }
  }

  private void add(
      String name,
      Item element,
      Item.Field field,
      Item.Mapping mapping,
      Map<String, PlotSettings> plots) {
    if (!RecordKeys.PLOTS.contains(name)) {
      problems.unknown(field.keyPlace(), mapping.path(), "plot", name, RecordKeys.PLOTS);
      return;
    }
    Item.Mapping settings =
        Fields.mapping(field.value(), "the settings of the plot, such as {bin: 1 ms}", problems);
    if (settings == null) {
      return;
    }
    Fields fields =
        Fields.check(
            settings,
            "setting",
            RecordKeys.PLOT_SETTINGS.getOrDefault(name, List.of()),
            "",
            problems);
    Item binItem = fields.get("bin");
    Item smoothItem = fields.get("smooth");
    Double bin = binItem == null ? null : values.multiple(binItem, false);
    Double smooth = smoothItem == null ? null : values.positiveTime(smoothItem);
    Item logItem = fields.get("log");
    Boolean log = logItem == null ? null : values.truth(logItem);
    Item columnsItem = fields.get("columns");
    Long columns = columnsItem == null ? null : values.integer(columnsItem, 1, MOST_COLUMNS);
    put(
        name,
        element,
        new PlotSettings(
            bin == null ? 0 : bin,
            smooth == null ? 0 : smooth,
            log != null && log,
            columns == null ? 0 : columns.intValue(),
            window(fields.get("window")),
            neurons(fields.get("neurons"))),
        plots);
  }

  /** Two times of the run; all of it if nothing is said, or after a mistake. */
  private TimeWindow window(@Nullable Item item) {
    if (item == null) {
      return TimeWindow.ALWAYS;
    }
    if (!(item instanceof Item.Listing listing) || listing.items().size() != 2) {
      problems.add(item, "found " + item.phrase(), "expected two times, such as [1 s, 2 s]");
      return TimeWindow.ALWAYS;
    }
    Double from = values.time(listing.items().get(0));
    Double to = values.time(listing.items().get(1));
    if (from == null || to == null) {
      return TimeWindow.ALWAYS;
    }
    boolean known = whole.duration() > 0; // else the duration is a mistake of its own
    boolean forward = from < to;
    if (!forward || known && !recorded(new TimeWindow(from, to), whole)) {
      problems.add(
          item,
          "found "
              + Numbers.text(from, MeasurementUnit.MILLISECOND)
              + " to "
              + Numbers.text(to, MeasurementUnit.MILLISECOND),
          "expected the earlier time first, from "
              + Numbers.text(whole.warmup(), MeasurementUnit.MILLISECOND)
              + " to "
              + Numbers.text(whole.warmup() + whole.duration(), MeasurementUnit.MILLISECOND));
      return TimeWindow.ALWAYS;
    }
    return new TimeWindow(from, to);
  }

  private List<NeuronRange> neurons(@Nullable Item item) {
    List<NeuronRange> found = item == null ? null : ranges.ranges(item);
    if (item == null || found == null) {
      return List.of();
    }
    Set<String> populations = new LinkedHashSet<>();
    List<NeuronRange> kept = new ArrayList<>();
    for (NeuronRange range : found) {
      if (populations.add(range.population())) {
        kept.add(range);
      } else {
        problems.add(
            item,
            "found two ranges of " + range.population(),
            "expected one range for each population");
      }
    }
    return kept;
  }
}
