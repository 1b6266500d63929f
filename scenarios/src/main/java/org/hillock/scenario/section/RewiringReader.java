package org.hillock.scenario.section;

import java.util.List;
import org.hillock.network.Growth;
import org.hillock.network.NeuronRange;
import org.hillock.network.Rewiring;
import org.hillock.network.SynapticElement;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code structural:} of a projection. Whether the network can be wired so is for {@link
 * org.hillock.engine.run.StructuralCheck}.
 */
final class RewiringReader {

  private final ValueReader values;
  private final Problems problems;
  private final Targets populations;

  /**
   * @param populations what they grow
   */
  RewiringReader(ValueReader values, Targets populations) {
    this.values = values;
    this.problems = values.problems();
    this.populations = populations;
  }

  /**
   * How synapses form and vanish; null after a problem was reported.
   *
   * @param item what the entry says
   * @param from the sources
   * @param to the targets
   */
  @Nullable Rewiring read(Item item, List<NeuronRange> from, List<NeuronRange> to) {
    Item.Mapping mapping =
        Fields.mapping(item, "a map, such as {pre: axon, post: dendrite, every: 1 s}", problems);
    if (mapping == null) {
      return null;
    }
    int before = problems.count();
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
}
