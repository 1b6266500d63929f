package org.hillock.scenario.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
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
  private final Problems problems;

  public Targets(List<Population> populations, Problems problems) {
    this.problems = problems;
    for (Population population : populations) {
      Models.neuron(population.model()).ifPresent(model -> models.put(population.name(), model));
      if (population.positions() != null) {
        positions.put(population.name(), population.positions());
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

  /** Where the neurons of a population are, or null if it does not say. */
  @Nullable Positions positions(String population) {
    return positions.get(population);
  }

  /**
   * The common unit of spikes onto all these neurons; null after a problem was reported.
   *
   * @param plastic whether the weights change, which makes sense even where spikes have no effect
   */
  @Nullable MeasurementUnit weightUnit(List<NeuronRange> targets, Item item, boolean plastic) {
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
      MeasurementUnit own = MeasurementUnit.of(model.description().weightUnit());
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
