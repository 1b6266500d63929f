package org.hillock.scenario.section;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.PlasticWeights;
import org.hillock.model.Receptor;
import org.hillock.model.Unit;
import org.hillock.network.Distribution;
import org.hillock.network.Growth;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Positions;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Knows the model of every population, and so the unit of a weight onto it, and its place. */
public final class Targets {

  private final Map<String, NeuronModel> models = new HashMap<>();
  private final Map<String, Positions> positions = new HashMap<>();
  private final Map<String, Growth> growths = new HashMap<>();
  private final Problems problems;

  public Targets(List<Population> populations, Problems problems) {
    this.problems = problems;
    for (Population population : populations) {
      if (Models.neuron(population.model()).isPresent()) {
        models.put(population.name(), Models.of(population));
      }
      if (population.positions() != null) {
        positions.put(population.name(), population.positions());
      }
      if (population.growth() != null) {
        growths.put(population.name(), population.growth());
      }
    }
  }

  /** Whether all of these populations were understood. */
  public boolean complete(List<String> names) {
    return models.keySet().containsAll(names);
  }

  /** The model of a population, or null if the population was not understood. */
  public @Nullable NeuronModel model(String population) {
    return models.get(population);
  }

  /** What the neurons of a population grow, or null if that is nothing. */
  @Nullable Growth growth(String population) {
    return growths.get(population);
  }

  /** Where the neurons of a population are, or null if it does not say. */
  @Nullable Positions positions(String population) {
    return positions.get(population);
  }

  /**
   * The common unit of spikes onto all these neurons; null after a problem was reported.
   *
   * @param plastic whether the weights change, which makes sense even where spikes have no effect
   * @param receptor where they arrive, or null if that is not said
   */
  @Nullable MeasurementUnit weightUnit(
      List<NeuronRange> targets, Item item, boolean plastic, @Nullable String receptor) {
    MeasurementUnit unit = null;
    String first = "";
    for (NeuronRange range : targets) {
      NeuronModel model = models.get(range.population());
      if (model == null) {
        return null;
      }
      if (model.description().receptors().size() == 0 && !plastic) {
        problems.add(
            item,
            "found " + range.population() + ", whose model " + model.name() + " ignores spikes",
            "expected neurons that receive spikes");
        return null;
      }
      List<Receptor> receptors = model.description().receptors();
      int place = model.description().receptor(receptor, 0);
      if (place < 0) {
        problems.add(
            item,
            "found "
                + range.population()
                + ", whose model "
                + model.name()
                + " has several receptors",
            "expected receptor: one of " + String.join(", ", model.description().receptorNames()));
        return null;
      }
      MeasurementUnit own =
          receptors.isEmpty()
              ? MeasurementUnit.NONE
              : MeasurementUnit.of(receptors.get(place).unit());
      if (unit != null && !unit.equals(own)) {
        problems.add(
            item,
            first
                + " takes weights "
                + written(unit)
                + ", "
                + range.population()
                + " "
                + written(own),
            "write one entry for each");
        return null;
      }
      unit = own;
      first = range.population();
    }
    return unit;
  }

  /**
   * The unit of spikes onto all these neurons, whatever the receptor; null if there is none that
   * all have. Reports nothing: for use after a receptor was named that there is not.
   */
  @Nullable MeasurementUnit anyWeightUnit(List<NeuronRange> targets) {
    Set<MeasurementUnit> units = new HashSet<>();
    for (NeuronRange range : targets) {
      NeuronModel model = models.get(range.population());
      if (model != null) {
        model
            .description()
            .receptors()
            .forEach(receptor -> units.add(MeasurementUnit.of(receptor.unit())));
      }
    }
    return units.size() == 1 ? units.iterator().next() : null;
  }

  /**
   * What is expected of weights, where spikes arrive at neurons that do not take these; null if all
   * do.
   *
   * @param receptor the name that was given, or null if none was
   */
  @Nullable String refusal(
      List<NeuronRange> targets, @Nullable String receptor, double least, double greatest) {
    for (NeuronRange range : targets) {
      NeuronModel model = models.get(range.population());
      Receptor refusing =
          model == null
              ? null
              : model.description().refusing(receptor, least, greatest).orElse(null);
      if (model != null && refusing != null) {
        return "expected "
            + refusing.weights().words()
            + " at the receptor "
            + refusing.name()
            + " of "
            + model.name();
      }
    }
    return null;
  }

  /** What is expected of weights of either sign where these go to different receptors; or null. */
  @Nullable String oneSign(List<NeuronRange> targets) {
    for (NeuronRange range : targets) {
      NeuronModel model = models.get(range.population());
      if (model != null && model.description().bySign()) {
        return "expected " + PlasticWeights.oneSign(model);
      }
    }
    return null;
  }

  /** Reports weights, all alike or drawn, that do not fit where they arrive. */
  void checkWeights(
      Item item, Distribution weight, List<NeuronRange> targets, @Nullable String receptor) {
    String refusal = refusal(targets, receptor, weight.min(), weight.max());
    if (refusal != null) {
      String found =
          weight.constant() ? item.phrase() : "a distribution that can leave what is allowed";
      problems.add(item, "found " + found, refusal);
    }
  }

  /** Whether any of some targets counts spikes, whatever their weights. */
  boolean countSpikes(List<NeuronRange> targets) {
    return targets.stream()
        .map(range -> models.get(range.population()))
        .anyMatch(model -> model != null && model.description().countsSpikes());
  }

  /**
   * The receptor that is named for some targets, if all of them have it; reports if not.
   *
   * @param named the name in the file, or null if there is none
   * @param current whether it is a place for current
   */
  @Nullable String receptor(@Nullable Item named, List<NeuronRange> targets, boolean current) {
    if (!(named instanceof Item.Scalar scalar) || scalar.empty()) {
      if (named != null) {
        problems.add(named, "found " + named.phrase(), "expected the name of a receptor");
      }
      return null;
    }
    for (NeuronRange range : targets) {
      NeuronModel model = models.get(range.population());
      if (model == null) {
        return null;
      }
      List<String> known =
          current ? model.description().currents() : model.description().receptorNames();
      if (!known.contains(scalar.text())) {
        problems.unknown(
            named.place(),
            named.path(),
            (current ? "place for current" : "receptor") + " of " + model.name(),
            scalar.text(),
            known);
        return null;
      }
    }
    return scalar.text();
  }

  /** The unit of what is injected at a place of some targets. */
  MeasurementUnit currentUnit(List<NeuronRange> targets, @Nullable String place) {
    NeuronModel model = targets.isEmpty() ? null : models.get(targets.get(0).population());
    return MeasurementUnit.of(
        model == null ? Unit.PICOAMPERE : model.description().currentUnit(place));
  }

  /** Whether an injected current has an effect on all these neurons; reports if not. */
  boolean acceptCurrent(List<NeuronRange> targets, Item item) {
    for (NeuronRange range : targets) {
      NeuronModel model = models.get(range.population());
      if (model == null) {
        return false;
      }
      if (model.description().currents().isEmpty()) {
        problems.add(
            item,
            "found " + range.population() + ", whose model " + model.name() + " ignores currents",
            "expected neurons that take a current");
        return false;
      }
    }
    return true;
  }

  private static String written(MeasurementUnit unit) {
    return unit.symbol().isEmpty() ? "without a unit" : "in " + unit.symbol();
  }
}
