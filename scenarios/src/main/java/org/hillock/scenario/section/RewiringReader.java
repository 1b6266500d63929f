package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.List;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Growth;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;
import org.hillock.network.Rewiring;
import org.hillock.network.SynapticElement;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads {@code structural:} of a projection. */
final class RewiringReader {

  /** An entry whose synapses form and vanish. */
  private record Entry(Projection projection, Item item) {}

  private final ValueReader values;
  private final Problems problems;
  private final Targets populations;
  private final boolean continuous;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param populations what they grow
   * @param continuous whether the network runs in continuous time, in which wiring does not change
   */
  RewiringReader(ValueReader values, Targets populations, boolean continuous) {
    this.values = values;
    this.problems = values.problems();
    this.populations = populations;
    this.continuous = continuous;
  }

  /**
   * How synapses form and vanish; null after a problem was reported.
   *
   * @param item what the entry says
   * @param from the sources
   * @param to the targets
   * @param fields the whole entry
   */
  @Nullable Rewiring read(Item item, List<NeuronRange> from, List<NeuronRange> to, Fields fields) {
    Item.Mapping mapping =
        Fields.mapping(item, "a map, such as {pre: axon, post: dendrite, every: 1 s}", problems);
    if (mapping == null) {
      return null;
    }
    int before = problems.count();
    if (continuous) {
      problems.add(
          item,
          "found synapses that form and vanish, which continuous time does not have",
          "expected a grid: time.step and the engine grid");
    }
    if (fields.has("plasticity")) {
      problems.add(
          item,
          "found synapses that form and vanish, and plasticity of their weights",
          "expected one of the two; a second entry may have the other");
    }
    Fields own = Fields.check(mapping, "key", Keys.STRUCTURAL, "", problems);
    String pre = element(own.get("pre"), from);
    String post = element(own.get("post"), to);
    Item everyItem = own.get("every");
    Double every = everyItem == null ? null : values.multiple(everyItem, false);
    return problems.count() > before || pre == null || post == null || every == null
        ? null
        : new Rewiring(pre, post, every);
  }

  private @Nullable String element(@Nullable Item item, List<NeuronRange> ranges) {
    String name = item == null ? null : values.text(item);
    for (NeuronRange range : ranges) {
      if (item == null || name == null || populations.model(range.population()) == null) {
        return name;
      }
      Growth growth = populations.growth(range.population());
      if (growth == null) {
        problems.add(
            item,
            "found '" + name + "', but " + range.population() + " grows nothing",
            "expected elements of "
                + range.population()
                + ", such as elements: {"
                + name
                + ": {growth_curve: gaussian}}");
        return null;
      }
      List<String> known = growth.elements().stream().map(SynapticElement::name).toList();
      if (!known.contains(name)) {
        values.choice(item, "synaptic element", known);
        return null;
      }
    }
    return name;
  }

  /**
   * Checks what synapses need that form later: weights and delays that are not listed one by one,
   * and delays with a bound.
   */
  void checkLater(
      Item item, Fields fields, @Nullable ConnectionRule rule, @Nullable Distribution delay) {
    if (rule != null && (rule.hasWeights() || rule.hasDelays())) {
      problems.add(
          item,
          "found edges with weights or delays of their own, which synapses that form later do not"
              + " have",
          "expected edges of two columns, and a weight and a delay for all");
    }
    Item given = fields.get("delay");
    if (given != null && delay != null && delay.max() == Double.POSITIVE_INFINITY) {
      problems.add(
          given,
          "found a distribution without a bound for synapses that form later",
          "expected a uniform distribution, or a normal one with max");
    }
  }

  /** Checks a projection against those before it. */
  void check(Projection projection, Item item) {
    for (Entry entry : entries) {
      Rewiring own = projection.rewiring();
      Rewiring other = entry.projection().rewiring();
      if (own == null || other == null) {
        continue;
      }
      if (own.interval() != other.interval()) {
        problems.add(
            item,
            "found changes every "
                + Numbers.text(own.interval(), MeasurementUnit.MILLISECOND)
                + ", and every "
                + Numbers.text(other.interval(), MeasurementUnit.MILLISECOND)
                + " in "
                + entry.item().path(),
            "expected one time for all");
        return;
      }
      boolean same = own.pre().equals(other.pre()) && own.post().equals(other.post());
      if (same
          && projection.source().overlaps(entry.projection().source())
          && projection.target().overlaps(entry.projection().target())) {
        problems.add(
            item,
            "found the same elements of the same neurons as in " + entry.item().path(),
            "expected one entry for each pair, or elements of another name");
        return;
      }
    }
    entries.add(new Entry(projection, item));
  }
}
