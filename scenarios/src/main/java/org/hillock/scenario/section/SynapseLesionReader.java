package org.hillock.scenario.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.network.Distribution;
import org.hillock.network.Lesioned;
import org.hillock.network.NeuronRange;
import org.hillock.random.RandomStream;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;

/** Reads which part of the synapses of an entry is dead. */
final class SynapseLesionReader {

  /** Beside these synapses are not what they were, or carry no weight to lose. */
  private static final List<String> REFUSED = List.of("plasticity", "structural", "carries");

  private final ValueReader values;
  private final Problems problems;
  private final Targets targets;
  private final long seed;

  /** How many projections were called so. */
  private final Map<String, Integer> known = new HashMap<>();

  /**
   * @param seed by which it is drawn
   */
  SynapseLesionReader(ValueReader values, Targets targets, long seed) {
    this.values = values;
    this.problems = values.problems();
    this.targets = targets;
    this.seed = seed;
  }

  /**
   * The part, from 0 to 1; 0 if nothing is said, or after a problem was reported.
   *
   * @param symmetric whether each synapse has one in the other direction
   */
  double read(Fields fields, List<NeuronRange> to, boolean symmetric) {
    Item item = fields.get("lesion");
    Double part = item == null ? null : values.number(item, MeasurementUnit.NONE);
    if (item == null || part == null) {
      return 0;
    }
    if (!(part >= 0 && part <= 1)) {
      problems.add(
          item,
          "found " + item.phrase(),
          "expected a part of the synapses, from 0 to 1, or 0% to 100%");
      return 0;
    }
    for (String key : REFUSED) {
      if (fields.has(key)) {
        problems.add(
            item,
            "found a lesion beside " + key,
            "expected synapses whose weights stay as they are, or a lesion of neurons");
        return 0;
      }
    }
    if (symmetric) {
      problems.add(
          item,
          "found a lesion beside symmetric",
          "expected one of them; write an entry for each direction");
      return 0;
    }
    if (targets.countSpikes(to)) {
      problems.add(
          item,
          "found a lesion of synapses onto neurons that repeat each spike, whatever its weight",
          "expected targets that have weights, or a lesion of neurons");
      return 0;
    }
    return part;
  }

  /**
   * The weights of the next projection, as the lesion leaves them.
   *
   * @param name of the projection, which keys the random numbers together with its two sides, and
   *     with how many projections before it have them
   */
  Distribution weights(
      Distribution whole, double part, String name, NeuronRange source, NeuronRange target) {
    String called = name + " " + source + " " + target;
    int before = known.merge(called, 1, Integer::sum) - 1;
    int key = (called + " " + before).hashCode() & RandomStream.MAX_OBJECT;
    return part > 0 ? new Lesioned(whole, part, seed, key) : whole;
  }
}
