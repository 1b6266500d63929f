package org.hillock.engine.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hillock.model.Calcium;
import org.hillock.model.GridTime;
import org.hillock.model.GrowthModel;
import org.hillock.model.Models;
import org.hillock.model.ParameterSet;
import org.hillock.network.ConnectionRule;
import org.hillock.network.DelayBounds;
import org.hillock.network.Growth;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Mistake;
import org.hillock.network.Mistakes;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.Rewiring;
import org.hillock.network.SynapticElement;

/**
 * Checks that synapses can form and vanish as a network says. Whoever has read it from a file says
 * what each projection is called there.
 */
public final class StructuralCheck {

  private static final String BOTH = "pre and post";

  private final Network network;
  private final RunSettings settings;
  private final Function<Projection, String> places;
  private final Mistakes mistakes = new Mistakes();

  /** On which side of synapses each element is, by where it is: "neurons.exc.elements.axon". */
  private final Map<String, String> sides = new HashMap<>();

  /** Projections that grow and go together. */
  private final List<Projection> before = new ArrayList<>();

  private StructuralCheck(
      Network network, RunSettings settings, Function<Projection, String> places) {
    this.network = network;
    this.settings = settings;
    this.places = places;
  }

  /**
   * @param places what messages call a projection
   * @throws InvalidNetworkException with all that cannot be
   */
  static void check(Network network, RunSettings settings, Function<Projection, String> places) {
    List<Mistake> found = mistakes(network, settings, places, true);
    if (!found.isEmpty()) {
      throw new InvalidNetworkException(found);
    }
  }

  /**
   * All that cannot be.
   *
   * @param places what messages call a projection
   * @param whole whether all of the network is there, so that what nobody uses is a mistake
   */
  public static List<Mistake> mistakes(
      Network network, RunSettings settings, Function<Projection, String> places, boolean whole) {
    StructuralCheck check = new StructuralCheck(network, settings, places);
    check.mistakes.each(network.populations(), check::growth);
    for (Projection projection : network.projections()) {
      Rewiring rewiring = projection.rewiring();
      if (rewiring != null) {
        check.projection(projection, rewiring);
      }
    }
    if (whole) {
      network.populations().forEach(check::used);
    }
    return check.mistakes.all();
  }

  private void growth(Population population) {
    Growth growth = population.growth();
    if (growth == null) {
      return;
    }
    String where = "neurons." + population.name();
    Calcium.of(where + ".calcium", growth.calcium());
    for (SynapticElement element : growth.elements()) {
      String at = where(population.name(), element.name());
      GrowthModel curve =
          Models.growthCurve(element.growthCurve())
              .orElseThrow(
                  () ->
                      new InvalidNetworkException(
                          at + ".growth_curve",
                          "'" + element.growthCurve() + "'",
                          "one of "
                              + Models.growthCurves().stream().map(GrowthModel::name).toList()));
      ParameterSet values = ParameterSet.of(at, curve.parameters(), element.parameters());
      double first = values.get(GrowthModel.INITIAL);
      if (first * population.size() > GrowthModel.MOST) {
        throw new InvalidNetworkException(
            at + "." + GrowthModel.INITIAL,
            first + " elements of each of " + population.size() + " neurons",
            "at most " + GrowthModel.MOST + " in all");
      }
      Optional<String> conflict = curve.conflict(values);
      if (conflict.isPresent()) {
        throw new InvalidNetworkException(at, conflict.get(), "values that go together");
      }
    }
  }

  private static String where(String population, String element) {
    return "neurons." + population + ".elements." + element;
  }

  private void projection(Projection projection, Rewiring rewiring) {
    String where = places.apply(projection) + ".structural";
    element(where + ".pre", projection.source(), rewiring.pre(), "pre");
    element(where + ".post", projection.target(), rewiring.post(), "post");
    if (settings.continuous()) {
      mistakes.add(
          where,
          "synapses that form and vanish, which continuous time does not have",
          "a grid: time.step and the engine grid");
      return;
    }
    if (projection.plasticity() != null) {
      mistakes.add(
          where,
          "synapses that form and vanish, and plasticity of their weights",
          "one of the two; a second entry may have the other");
    }
    double step = settings.step();
    if (!GridTime.onGrid(rewiring.interval(), step)
        || GridTime.index(rewiring.interval(), step) < 1) {
      mistakes.add(
          where + ".every",
          rewiring.interval() + " ms",
          "a multiple of the step of " + step + " ms, at least one");
    }
    later(projection);
    together(where, projection, rewiring);
  }

  /** Elements are of a population that has them; on which side they are is told in the end. */
  private void element(String where, NeuronRange range, String name, String side) {
    Growth growth = network.population(range.population()).growth();
    if (growth == null || growth.element(name).isEmpty()) {
      List<String> known =
          growth == null
              ? List.of()
              : growth.elements().stream().map(SynapticElement::name).toList();
      mistakes.add(
          where,
          "'" + name + "' of " + range.population(),
          known.isEmpty() ? "elements of " + range.population() : "one of " + known);
    }
    sides.merge(
        where(range.population(), name),
        side,
        (first, second) -> first.equals(second) ? first : BOTH);
  }

  /** Synapses that form later need a weight and a delay of their own. */
  private void later(Projection projection) {
    String where = places.apply(projection);
    ConnectionRule rule = projection.rule();
    if (rule.hasWeights() || rule.hasDelays()) {
      mistakes.add(
          where + ".structural",
          "edges with weights or delays of their own, which synapses that form later do not have",
          "edges of two columns, and a weight and a delay for all");
      return;
    }
    if (projection.weight().exact() || projection.delay().exact()) {
      boolean placed = projection.weight().byPlace() || projection.delay().byPlace();
      mistakes.add(
          where + ".structural",
          "weights or delays "
              + (placed ? "that follow from places" : "listed one by one")
              + ", which synapses that form later do not have",
          "a weight and a delay, or distributions, for all");
      return;
    }
    DelayBounds bounds = DelayBounds.of(network, projection);
    double least = rule.listed() == null ? bounds.min() : projection.delay().min();
    double most = GridTime.time(RunSettings.MAX_DELAY_STEPS, settings.step());
    if (bounds.max() == Double.POSITIVE_INFINITY) {
      mistakes.add(
          where + ".delay",
          "a distribution without a bound for synapses that form later",
          "a uniform distribution, or a normal one with max");
    } else if (GridTime.index(least, settings.step()) < 1 || !(bounds.max() <= most)) {
      mistakes.add(
          where + ".delay",
          "delays from " + least + " to " + bounds.max() + " ms of synapses that form later",
          "bounds from one step, " + settings.step() + " ms, to " + most + " ms");
    }
  }

  /** The wiring changes at the same times everywhere, and no synapse is of two projections. */
  private void together(String where, Projection projection, Rewiring own) {
    for (Projection other : before) {
      Rewiring others = Objects.requireNonNull(other.rewiring());
      String its = places.apply(other) + ".structural";
      if (own.interval() != others.interval()) {
        mistakes.add(
            where,
            "changes every " + ms(own) + ", and every " + ms(others) + " in " + its,
            "one time for all");
        return;
      }
      boolean same = own.pre().equals(others.pre()) && own.post().equals(others.post());
      if (same
          && projection.source().overlaps(other.source())
          && projection.target().overlaps(other.target())) {
        mistakes.add(
            where,
            "the same elements of the same neurons as in " + its,
            "one entry for each pair, or elements of another name");
        return;
      }
    }
    before.add(projection);
  }

  private static String ms(Rewiring rewiring) {
    return BigDecimal.valueOf(rewiring.interval()).stripTrailingZeros().toPlainString() + " ms";
  }

  /** Elements are of use, and of one side of synapses. */
  private void used(Population population) {
    Growth growth = population.growth();
    for (SynapticElement element :
        growth == null ? List.<SynapticElement>of() : growth.elements()) {
      String where = where(population.name(), element.name());
      String side = sides.get(where);
      if (side == null) {
        mistakes.add(
            where,
            "'" + element.name() + "', of which no projection makes synapses",
            "an entry of synapses with structural: {pre: ..., post: ...} that names it");
      } else if (side.equals(BOTH)) {
        mistakes.add(
            where,
            "'" + element.name() + "' as pre and as post",
            "a kind of element for each side");
      }
    }
  }
}
