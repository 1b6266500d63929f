package org.hillock.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.model.Calcium;
import org.hillock.model.GridTime;
import org.hillock.model.GrowthModel;
import org.hillock.model.Models;
import org.hillock.model.ParameterSet;
import org.hillock.network.ConnectionRule;
import org.hillock.network.DelayBounds;
import org.hillock.network.Distribution;
import org.hillock.network.Growth;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.Rewiring;
import org.hillock.network.SynapticElement;

/** Checks that synapses can form and vanish as a network says. */
final class StructuralCheck {

  private final Network network;
  private final RunSettings settings;

  /** On which side of synapses each element is, by where it is: "neurons.exc.elements.axon". */
  private final Map<String, String> sides = new HashMap<>();

  private StructuralCheck(Network network, RunSettings settings) {
    this.network = network;
    this.settings = settings;
  }

  /**
   * @throws InvalidNetworkException with the first thing that cannot be
   */
  static void check(Network network, RunSettings settings) {
    StructuralCheck check = new StructuralCheck(network, settings);
    List<Projection> growing =
        network.projections().stream().filter(projection -> projection.rewiring() != null).toList();
    network.populations().forEach(check::growth);
    growing.forEach(check::projection);
    check.together(growing);
    network.populations().forEach(check::used);
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

  private void projection(Projection projection) {
    String where = "synapses." + projection.name() + ".structural";
    if (settings.continuous()) {
      throw new InvalidNetworkException(
          where,
          "synapses that form and vanish, in continuous time",
          "a grid, such as time.step: 0.1 ms");
    }
    if (projection.plasticity() != null) {
      throw new InvalidNetworkException(
          where,
          "synapses that form and vanish, and weights that change",
          "one of the two; a projection beside it may have the other");
    }
    Rewiring rewiring = projection.rewiring();
    if (rewiring == null) {
      return;
    }
    double step = settings.step();
    if (!GridTime.onGrid(rewiring.interval(), step)
        || GridTime.index(rewiring.interval(), step) < 1) {
      throw new InvalidNetworkException(
          where + ".every",
          rewiring.interval() + " ms",
          "a multiple of the step of " + step + " ms, at least one");
    }
    element(where + ".pre", projection.source(), rewiring.pre(), "pre");
    element(where + ".post", projection.target(), rewiring.post(), "post");
    later(projection);
  }

  /** Elements are of a population that has them, and of one side of synapses. */
  private void element(String where, NeuronRange range, String name, String side) {
    Growth growth = network.population(range.population()).growth();
    if (growth == null || growth.element(name).isEmpty()) {
      List<String> known =
          growth == null
              ? List.of()
              : growth.elements().stream().map(SynapticElement::name).toList();
      throw new InvalidNetworkException(
          where,
          "'" + name + "' of " + range.population(),
          known.isEmpty() ? "elements of " + range.population() : "one of " + known);
    }
    String other = sides.putIfAbsent(where(range.population(), name), side);
    if (other != null && !other.equals(side)) {
      throw new InvalidNetworkException(
          where,
          "'" + name + "' of " + range.population() + " on both sides of synapses",
          "a kind of element for each side");
    }
  }

  /** Synapses that form later need a weight and a delay of their own. */
  private void later(Projection projection) {
    String where = "synapses." + projection.name();
    ConnectionRule rule = projection.rule();
    if (rule.hasWeights()
        || rule.hasDelays()
        || projection.weight() instanceof Distribution.Listed
        || projection.delay() instanceof Distribution.Listed) {
      throw new InvalidNetworkException(
          where + ".structural",
          "weights or delays listed one by one, which synapses that form later do not have",
          "a weight and a delay, or distributions, for all");
    }
    DelayBounds bounds = DelayBounds.of(network, projection);
    double least = rule.listed() == null ? bounds.min() : projection.delay().min();
    double most = GridTime.time(RunSettings.MAX_DELAY_STEPS, settings.step());
    if (GridTime.index(least, settings.step()) < 1 || !(bounds.max() <= most)) {
      throw new InvalidNetworkException(
          where + ".delay",
          "delays from " + least + " to " + bounds.max() + " ms of synapses that form later",
          "bounds from one step, " + settings.step() + " ms, to " + most + " ms");
    }
  }

  private void together(List<Projection> growing) {
    List<Projection> before = new ArrayList<>();
    for (Projection projection : growing) {
      String where = "synapses." + projection.name() + ".structural";
      for (Projection other : before) {
        Rewiring own = projection.rewiring();
        Rewiring others = other.rewiring();
        if (own == null || others == null) {
          continue;
        }
        if (own.interval() != others.interval()) {
          throw new InvalidNetworkException(
              where + ".every",
              own.interval() + " ms, and " + others.interval() + " ms for " + other.name(),
              "one time for all projections");
        }
        boolean same = own.pre().equals(others.pre()) && own.post().equals(others.post());
        if (same
            && projection.source().overlaps(other.source())
            && projection.target().overlaps(other.target())) {
          throw new InvalidNetworkException(
              where,
              "the same elements of the same neurons as " + other.name(),
              "one projection for each pair, or elements of another name");
        }
      }
      before.add(projection);
    }
  }

  private void used(Population population) {
    Growth growth = population.growth();
    for (SynapticElement element :
        growth == null ? List.<SynapticElement>of() : growth.elements()) {
      String where = where(population.name(), element.name());
      if (!sides.containsKey(where)) {
        throw new InvalidNetworkException(
            where,
            "elements of which no projection makes synapses",
            "a projection with structural: {pre: ..., post: ...} that names them");
      }
    }
  }
}
