package org.hillock.scenario.section;

import java.util.function.Consumer;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.PairwisePoisson;
import org.hillock.network.WattsStrogatz;
import org.hillock.scenario.formula.PlaceFormula;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads connection rules, but for those that list their synapses. */
final class RuleReader {

  private final ValueReader values;
  private final PlaceReader places;
  private final Problems problems;

  RuleReader(ValueReader values, PlaceReader places) {
    this.values = values;
    this.places = places;
    this.problems = values.problems();
  }

  /** Reads a value that follows from places, and hands it on. */
  void choose(Item item, MeasurementUnit unit, Consumer<PlacedEntry.Chosen> into) {
    PlaceFormula formula = places.formula(item, unit);
    Distribution drawn = places.drawn(item, unit);
    if (formula != null && drawn != null) {
      into.accept(new PlacedEntry.Chosen(item, formula, drawn));
    }
  }

  /** A number of each pair, or 1 and a formula that says it by places. */
  private @Nullable Double each(Fields fields, String key, PlacedEntry placed) {
    Item item = fields.get(key);
    if (item == null || !places.describes(item)) {
      return item == null ? null : values.number(item, MeasurementUnit.NONE);
    }
    int before = problems.count();
    choose(item, MeasurementUnit.NONE, placed::chance);
    return problems.count() > before ? null : (Double) 1.0;
  }

  /** Where the number of partners is fixed, chances are relative: alike for all says nothing. */
  private void relative(Fields fields, PlacedEntry placed) {
    Item item = fields.get(PlaceKeys.RELATIVE.name());
    Double chance = each(fields, PlaceKeys.RELATIVE.name(), placed);
    if (item != null && chance != null && !places.describes(item)) {
      problems.add(
          item,
          "found " + item.phrase() + ", the same relative chance for all",
          "expected a formula of the distance, such as exp(-d / 0.2 mm), or nothing");
    }
  }

  /** The rule of an entry; null after a problem was reported. */
  @Nullable ConnectionRule read(String rule, Fields fields, PlacedEntry placed) {
    switch (rule) {
      case RuleKeys.NO_SYNAPSES:
        return new FixedTotalNumber(0);
      case "one_to_one":
        return new ConnectionRule.OneToOne();
      case "all_to_all":
        return new ConnectionRule.AllToAll();
      case "pairwise_bernoulli":
        Item item = fields.get("probability");
        Double probability = each(fields, "probability", placed);
        if (item != null && probability != null && !(probability >= 0 && probability <= 1)) {
          problems.add(
              item,
              ValueReader.source(item, probability, MeasurementUnit.NONE),
              "expected a number from 0 to 1");
          return null;
        }
        return probability == null ? null : new PairwiseBernoulli(probability);
      case "watts_strogatz":
        Long neighbours = integer(fields, "neighbours", Integer.MAX_VALUE);
        Item rewiringItem = fields.get("rewiring");
        Double rewiring =
            rewiringItem == null ? null : values.number(rewiringItem, MeasurementUnit.NONE);
        return neighbours == null || rewiring == null
            ? null
            : new WattsStrogatz(neighbours.intValue(), rewiring);
      case "pairwise_poisson":
        Double mean = each(fields, "pairwise_avg_num_conns", placed);
        return mean == null ? null : new PairwisePoisson(mean);
      case "fixed_indegree":
        relative(fields, placed);
        Long indegree = integer(fields, "indegree", Integer.MAX_VALUE);
        return indegree == null ? null : new ConnectionRule.FixedIndegree(indegree.intValue());
      case "fixed_outdegree":
        relative(fields, placed);
        Long outdegree = integer(fields, "outdegree", Integer.MAX_VALUE);
        return outdegree == null ? null : new ConnectionRule.FixedOutdegree(outdegree.intValue());
      default:
        Long total = integer(fields, "total", 1L << 53);
        return total == null ? null : new FixedTotalNumber(total);
    }
  }

  private @Nullable Long integer(Fields fields, String key, long max) {
    Item item = fields.get(key);
    return item == null ? null : values.integer(item, 0, max);
  }
}
