package org.hillock.plot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hillock.network.Positions;
import org.hillock.record.ModulatorTable;
import org.hillock.record.RateTable;
import org.hillock.record.Spikes;
import org.hillock.record.StructureTable;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;

/**
 * What several runs recorded, for one picture: populations and projections are called by their run,
 * {@code strong: exc}, and the same ones of all runs stand beside each other. The picture shows the
 * time that all of them recorded. How wirings changed is left out; phases and images are shown
 * where they are those of all runs.
 */
public final class SeveralRuns {

  /** No name of a population has it. */
  private static final String SEPARATOR = ": ";

  private final Map<String, PlotData> runs = new LinkedHashMap<>();
  private final List<TraceTable> traces = new ArrayList<>();
  private final List<Spikes> spikes = new ArrayList<>();
  private final List<WeightTable> weights = new ArrayList<>();
  private final List<RateTable> rates = new ArrayList<>();
  private final List<ModulatorTable> modulators = new ArrayList<>();
  private final Map<String, Double> thresholds = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, Double> shifts = new HashMap<>();
  private final Map<String, Positions> places = new HashMap<>();
  private final Map<String, PlotData.Group> sources = new HashMap<>();

  private SeveralRuns() {}

  /**
   * All of them as one.
   *
   * @param runs by the names that the picture has for them, in the order of display
   * @throws IllegalArgumentException if no time was recorded by all
   */
  public static PlotData together(Map<String, PlotData> runs) {
    double start = runs.values().stream().mapToDouble(PlotData::start).max().orElseThrow();
    double stop = runs.values().stream().mapToDouble(PlotData::stop).min().orElseThrow();
    if (!(start < stop)) {
      throw new IllegalArgumentException("no time was recorded by all runs");
    }
    SeveralRuns several = new SeveralRuns();
    runs.forEach(
        (name, data) -> {
          boolean same = data.start() == start && data.stop() == stop;
          several.add(name, same ? data : data.between(start, stop));
        });
    return several.data(start, stop);
  }

  private void add(String run, PlotData data) {
    runs.put(run, data);
    data.spikes().forEach(one -> spikes.add(new OfRun(name(run, one.population()), one)));
    for (TraceTable one : data.traces()) {
      String population = name(run, one.population());
      traces.add(
          new TraceTable(
              population, one.firstNeuron(), one.variables(), one.times(), one.values()));
    }
    for (RateTable one : data.rates()) {
      String population = name(run, one.population());
      rates.add(new RateTable(population, one.size(), one.start(), one.bin(), one.counts()));
    }
    for (WeightTable one : data.weights()) {
      weights.add(
          new WeightTable(
              name(run, one.projection()),
              name(run, one.sourcePopulation()),
              name(run, one.targetPopulation()),
              one.sources(),
              one.targets(),
              one.times(),
              one.weights(),
              one.states()));
      String unit = data.units().get(one.projection());
      if (unit != null) {
        units.put(name(run, one.projection()), unit);
      }
    }
    for (ModulatorTable one : data.details().modulators()) {
      String projection = name(run, one.projection());
      modulators.add(new ModulatorTable(projection, one.traces(), one.times(), one.values()));
    }
    data.units().forEach(units::putIfAbsent);
    data.thresholds().forEach((name, value) -> thresholds.put(name(run, name), value));
    data.details().shifts().forEach((name, value) -> shifts.put(name(run, name), value));
    data.details().places().forEach((name, value) -> places.put(name(run, name), value));
    data.details().sources().forEach((name, value) -> sources.put(name(run, name), value));
  }

  private PlotData data(double start, double stop) {
    PlotData first = runs.values().iterator().next();
    PlotData.Details details =
        new PlotData.Details(
            "",
            first.details().step(),
            shifts,
            StructureTable.nothing(),
            modulators,
            all(one -> one.details().phases()) ? first.details().phases() : List.of(),
            places,
            all(one -> one.details().shown()) ? first.details().shown() : List.of(),
            sources);
    return new PlotData(
        title(), start, stop, groups(), spikes, traces, weights, rates, thresholds, units, details);
  }

  /** The same population of all runs, then the next. */
  private List<PlotData.Group> groups() {
    Set<String> populations = new LinkedHashSet<>();
    runs.values().forEach(data -> data.groups().forEach(group -> populations.add(group.name())));
    List<PlotData.Group> groups = new ArrayList<>();
    for (String population : populations) {
      runs.forEach(
          (run, data) ->
              data.groups().stream()
                  .filter(group -> group.name().equals(population))
                  .map(group -> new PlotData.Group(name(run, population), group.from(), group.to()))
                  .forEach(groups::add));
    }
    return groups;
  }

  private String title() {
    return all(PlotData::title)
        ? runs.values().iterator().next().title()
        : String.join(", ", runs.keySet());
  }

  /** Whether something is the same in all runs. */
  private boolean all(Function<PlotData, Object> what) {
    return runs.values().stream().map(what).distinct().count() == 1;
  }

  private static String name(String run, String own) {
    return run + SEPARATOR + own;
  }

  /** The name of a population without that of its run. */
  static String own(String name) {
    int at = name.lastIndexOf(SEPARATOR);
    return at < 0 ? name : name.substring(at + SEPARATOR.length());
  }

  /** The run of a population; the empty name in a picture of one run. */
  static String run(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf(SEPARATOR)));
  }

  /**
   * Spikes of a population of one of several runs.
   *
   * @param population what it is called here
   * @param own the spikes
   */
  private record OfRun(String population, Spikes own) implements Spikes {

    @Override
    public long count() {
      return own.count();
    }

    @Override
    public void forEach(Visitor visitor) {
      own.forEach(visitor);
    }
  }
}
