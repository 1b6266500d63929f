package org.hillock.scenario;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.hillock.engine.RunSettings;
import org.hillock.network.Network;
import org.hillock.record.Recording;
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
    Map<String, String> parameters) {

  /**
   * The scenario as run, itself a scenario file: all formulas evaluated, nothing inherited. Made
   * anew by each call.
   */
  public String resolvedYaml() {
    return ResolvedYaml.of(this);
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
    return Keys.PLOTS;
  }
}
