package org.hillock.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hillock.analysis.ComparedRun;
import org.hillock.analysis.TimeWindow;
import org.hillock.engine.run.RunResult;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.PlasticRule;
import org.hillock.model.StateVariable;
import org.hillock.network.Distribution;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Positions;
import org.hillock.network.Projection;
import org.hillock.plot.PlotData;
import org.hillock.plot.PlotOptions;
import org.hillock.record.Recording;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.section.PlotSettings;

/** What results and plots need to know of a scenario: thresholds, units, who was recorded. */
public final class ScenarioFacts {

  /** A threshold from here on says that a neuron is not meant to fire [mV]. */
  private static final double NEVER = 1e100;

  private final Scenario scenario;

  /** Of this scenario. */
  public ScenarioFacts(Scenario scenario) {
    this.scenario = scenario;
  }

  /** The threshold that all neurons of a population share [mV]; not a number if they do not. */
  double threshold(Population population) {
    Distribution given = population.parameters().get("V_th");
    if (given != null) {
      return given.constant() && given.min() < NEVER ? given.min() : Double.NaN;
    }
    return model(population.name()).parameters().stream()
        .filter(parameter -> parameter.name().equals("V_th"))
        .findFirst()
        .map(parameter -> parameter.defaultValue())
        .orElse(Double.NaN);
  }

  /** Units of recorded state variables and of the weights of recorded projections, by name. */
  Map<String, String> units() {
    Map<String, String> units = new TreeMap<>();
    for (Recording.Trace trace : scenario.recording().traces()) {
      for (StateVariable variable : model(trace.neurons().population()).stateVariables()) {
        if (trace.variables().contains(variable.name())) {
          units.put(variable.name(), variable.unit().symbol());
        }
      }
    }
    for (Recording.Weights weights : scenario.recording().weights()) {
      for (Projection projection : scenario.network().projections()) {
        if (projection.name().equals(weights.projection())) {
          units.put(
              projection.name(),
              model(projection.target().population()).description().weightUnit().symbol());
        }
      }
    }
    return units;
  }

  private NeuronModel model(String population) {
    return Models.of(scenario.network().population(population));
  }

  /**
   * By how much later a postsynaptic spike meets a presynaptic one at the synapse than it was fired
   * after it [ms]: it still runs back through the dendrite, the other has run along the axon. Known
   * of recorded projections that have one delay.
   */
  Map<String, Double> shifts() {
    Map<String, Double> shifts = new TreeMap<>();
    for (Recording.Weights weights : scenario.recording().weights()) {
      Set<Double> found = new TreeSet<>();
      for (Projection projection : scenario.network().projections()) {
        if (projection.name().equals(weights.projection())) {
          found.add(shift(projection));
        }
      }
      if (found.size() == 1 && found.stream().allMatch(Double::isFinite)) {
        shifts.put(weights.projection(), found.iterator().next());
      }
    }
    return shifts;
  }

  /** Whom recorded projections come from, where all of a name come from the same neurons. */
  Map<String, PlotData.Group> sources() {
    Map<String, PlotData.Group> sources = new TreeMap<>();
    for (Recording.Weights weights : scenario.recording().weights()) {
      List<NeuronRange> found =
          scenario.network().projections().stream()
              .filter(projection -> projection.name().equals(weights.projection()))
              .map(Projection::source)
              .distinct()
              .toList();
      if (found.size() == 1) {
        NeuronRange range = found.get(0);
        sources.put(
            weights.projection(), new PlotData.Group(range.population(), range.from(), range.to()));
      }
    }
    return sources;
  }

  private static double shift(Projection projection) {
    Plasticity plasticity = projection.plasticity();
    boolean several =
        !projection.delay().constant()
            || projection.conduction() != null
            || projection.rule().hasDelays();
    if (plasticity == null || several) {
      return Double.NaN;
    }
    double delay = projection.delay().min();
    return 2 * Math.min(delay, PlasticRule.of(projection).dendriticDelay()) - delay;
  }

  /** The plots of the scenario with their settings. */
  public Map<String, PlotOptions> plots() {
    Map<String, PlotOptions> plots = new LinkedHashMap<>();
    for (String name : scenario.plots()) {
      PlotSettings settings = scenario.plotSettings().getOrDefault(name, PlotSettings.NONE);
      List<PlotData.Group> neurons =
          settings.neurons().stream()
              .map(range -> new PlotData.Group(range.population(), range.from(), range.to()))
              .toList();
      plots.put(
          name,
          new PlotOptions(
              settings.bin(),
              settings.smooth(),
              settings.log(),
              settings.columns(),
              settings.window(),
              neurons));
    }
    return plots;
  }

  private Map<String, Positions> places() {
    Map<String, Positions> places = new LinkedHashMap<>();
    for (Population population : scenario.network().populations()) {
      if (population.positions() != null) {
        places.put(population.name(), population.positions());
      }
    }
    return places;
  }

  private List<PlotData.Group> recorded() {
    List<PlotData.Group> recorded = new ArrayList<>();
    for (NeuronRange range : scenario.recording().spikes()) {
      recorded.add(new PlotData.Group(range.population(), range.from(), range.to()));
    }
    return recorded;
  }

  /**
   * The spikes of a run for a comparison, the same as those of its folder read back.
   *
   * @param name how messages call it
   * @param result what came out
   */
  public ComparedRun comparedRun(String name, RunResult result) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (Population population : scenario.network().populations()) {
      sizes.put(population.name(), population.size());
    }
    return new ComparedRun(
        name,
        new TimeWindow(scenario.settings().warmup(), result.endTime()),
        RecordedNeurons.of(sizes, recorded(), result.spikes()));
  }

  /** Everything that can be drawn of a run that was kept in memory, as of its folder read back. */
  public PlotData plotData(RunResult result) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    Map<String, Double> thresholds = new LinkedHashMap<>();
    for (Population population : scenario.network().populations()) {
      sizes.put(population.name(), population.size());
      double threshold = threshold(population);
      if (!Double.isNaN(threshold)) {
        thresholds.put(population.name(), threshold);
      }
    }
    boolean rates = !result.rates().isEmpty();
    Set<String> recorded = new TreeSet<>();
    recorded().forEach(group -> recorded.add(group.name()));
    return new PlotData(
        scenario.title(),
        scenario.settings().warmup(),
        result.endTime(),
        groups(List.copyOf(sizes.keySet()), sizes, recorded(), rates),
        result.spikes().stream().filter(list -> recorded.contains(list.population())).toList(),
        result.traces(),
        result.weights(),
        result.rates(),
        thresholds,
        units(),
        new PlotData.Details(
                scenario.setText(),
                scenario.settings().continuous() ? 0 : scenario.settings().step(),
                shifts())
            .with(result.structure())
            .with(result.modulators())
            .at(places())
            .from(sources())
            .in(
                scenario.phasesUntil(result.endTime()).stream()
                    .map(
                        phase ->
                            new PlotData.Phase(
                                phase.name(), phase.begin(), phase.end(), phase.recorded()))
                    .toList())
            .showing(PresentationFile.shown(scenario.presentations())));
  }

  /**
   * The populations to draw, each with the part of it that was recorded: the smallest range around
   * all recorded ones. Where rates were binned, which needs no spikes, all populations are drawn.
   */
  static List<PlotData.Group> groups(
      List<String> names,
      Map<String, Integer> sizes,
      List<PlotData.Group> recorded,
      boolean rates) {
    Map<String, PlotData.Group> parts = new HashMap<>();
    for (PlotData.Group group : recorded) {
      parts.merge(
          group.name(),
          group,
          (a, b) ->
              new PlotData.Group(a.name(), Math.min(a.from(), b.from()), Math.max(a.to(), b.to())));
    }
    List<PlotData.Group> groups = new ArrayList<>();
    for (String name : names) {
      PlotData.Group part = parts.get(name);
      if (part != null) {
        groups.add(part);
      } else if (rates || recorded.isEmpty()) {
        groups.add(PlotData.Group.all(name, sizes.get(name)));
      }
    }
    return groups;
  }
}
