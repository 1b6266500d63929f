package org.hillock.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.hillock.scenario.claim.Expectation;
import org.hillock.scenario.claim.MeasuredExpression;
import org.hillock.scenario.claim.ResultScope;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.section.PlotSettings;
import org.hillock.scenario.section.RecordKeys;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Problem;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.stimulus.Presentation;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that was read, checked and resolved: ready to run.
 *
 * @param name short name, such as {@code brunel}
 * @param title one line that says what it shows
 * @param reference the publication that it follows, or null
 * @param description what to know before reading the results, or null
 * @param engine that runs it
 * @param settings how to run
 * @param network what to run
 * @param recording what to keep
 * @param plots the pictures to draw
 * @param expectations the claims to check afterwards
 * @param parameters the value of each parameter, as text with its unit
 * @param plotSettings of plots that have any, by name
 * @param sets what the command line gave other values, as written
 * @param phases of its protocol, one after the other, from the end of the warm-up on; empty if it
 *     has none, and all values hold for the whole run
 * @param presentations what is shown when, of images and in phases, while the run is recorded
 * @param scope what can be measured of it
 */
public record Scenario(
    String name,
    String title,
    @Nullable String reference,
    @Nullable String description,
    Engine engine,
    RunSettings settings,
    Network network,
    Recording recording,
    List<String> plots,
    List<Expectation> expectations,
    Map<String, String> parameters,
    Map<String, PlotSettings> plotSettings,
    Map<String, String> sets,
    List<Phase> phases,
    List<Presentation> presentations,
    ResultScope scope) {

  /** Copies what could change. */
  public Scenario {
    plotSettings = Map.copyOf(plotSettings);
    phases = List.copyOf(phases);
    presentations = List.copyOf(presentations);
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
  }

  /** The same with other plots; those that it asks for keep their settings. */
  public Scenario withPlots(List<String> names) {
    return new Scenario(
        name,
        title,
        reference,
        description,
        engine,
        settings,
        network,
        recording,
        List.copyOf(names),
        expectations,
        parameters,
        plotSettings,
        sets,
        phases,
        presentations,
        scope);
  }

  /**
   * Something to measure of its runs, beside what it expects.
   *
   * @param option that asks for it, for messages
   * @param text an expression, such as {@code rate(exc)}
   * @throws ScenarioException if it cannot be measured
   */
  public MeasuredExpression measured(String option, String text) throws ScenarioException {
    try {
      return MeasuredExpression.parse(text, scope);
    } catch (ExpressionException e) {
      String place = option + " '" + text + "'";
      throw new ScenarioException(
          List.of(new Problem(place, 0, 0, "", e.found(), e.allowed(), e.suggestion())));
    }
  }

  /**
   * The phases of a run that came so far, the last one as far as it came.
   *
   * @param time where the run ended [ms], warm-up included
   */
  public List<Phase> phasesUntil(double time) {
    return phases.stream()
        .filter(phase -> phase.begin() < time)
        .map(phase -> phase.until(time))
        .toList();
  }

  /** What the command line set, such as {@code g = 3, eta = 0.9}; empty if nothing. */
  public String setText() {
    return sets.entrySet().stream()
        .map(set -> set.getKey() + " = " + set.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Name and title, for the first line of what people read. */
  public String heading() {
    return title.equals(name) ? name : name + ": " + title;
  }

  /**
   * The rate at which a population may be expected to fire [Hz]: as claimed, or as the others are
   * claimed to, if any is.
   */
  public OptionalDouble expectedRate(String population) {
    OptionalDouble own = claimedRates(population).average();
    return own.isPresent()
        ? own
        : network.populations().stream().flatMapToDouble(p -> claimedRates(p.name())).average();
  }

  private DoubleStream claimedRates(String population) {
    return expectations.stream().flatMapToDouble(claim -> claim.claimedRate(population).stream());
  }

  /** The names of all plots that a scenario can ask for. */
  public static List<String> knownPlots() {
    return RecordKeys.PLOTS;
  }
}
