package org.hillock.scenario.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.network.Growth;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.Rewiring;
import org.hillock.network.SynapticElement;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;

/** Checks that every synaptic element is used, and on one side of synapses. */
public final class ElementUse {

  private final Problems problems;

  public ElementUse(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reports elements that no projection uses, or that are of both sides.
   *
   * @param neurons the section of the file
   * @param populations all of them
   * @param projections all of them
   */
  public void check(Item neurons, List<Population> populations, List<Projection> projections) {
    Map<String, String> sides = new HashMap<>();
    for (Projection projection : projections) {
      Rewiring rewiring = projection.rewiring();
      if (rewiring != null) {
        note(sides, projection.source(), rewiring.pre(), "pre");
        note(sides, projection.target(), rewiring.post(), "post");
      }
    }
    for (Population population : populations) {
      Growth growth = population.growth();
      for (SynapticElement element :
          growth == null ? List.<SynapticElement>of() : growth.elements()) {
        String side = sides.get(key(population.name(), element.name()));
        Item item = item(neurons, population.name(), element.name());
        if (side == null) {
          problems.add(
              item,
              "found '" + element.name() + "', of which no projection makes synapses",
              "expected an entry of synapses with structural: {pre: ..., post: ...} that names it");
        } else if (side.length() > "post".length()) {
          problems.add(
              item,
              "found '" + element.name() + "' as pre and as post",
              "expected a kind of element for each side");
        }
      }
    }
  }

  private static void note(
      Map<String, String> sides, NeuronRange range, String element, String side) {
    sides.merge(
        key(range.population(), element),
        side,
        (before, now) -> before.equals(now) ? before : "pre and post");
  }

  private static String key(String population, String element) {
    return population + "." + element;
  }

  /** Where the element is said, as near as can be: it may be that of another population. */
  private static Item item(Item neurons, String population, String element) {
    Item at = neurons;
    for (String key : List.of(population, "elements", element)) {
      Item.Field field = at instanceof Item.Mapping mapping ? mapping.fields().get(key) : null;
      if (field == null) {
        return at;
      }
      at = field.value();
    }
    return at;
  }
}
