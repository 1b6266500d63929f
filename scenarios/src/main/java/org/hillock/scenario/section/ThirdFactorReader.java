package org.hillock.scenario.section;

import java.util.List;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.NeuronRange;
import org.hillock.network.ThirdPool;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.section.ThirdFactorEntry.Side;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads {@code third_factor:} of a projection. */
final class ThirdFactorReader {

  private final ValueReader values;
  private final Problems problems;
  private final DistributionReader distributions;
  private final DelayReader delays;
  private final RangeReader ranges;
  private final Targets targets;

  ThirdFactorReader(
      ValueReader values,
      DistributionReader distributions,
      DelayReader delays,
      RangeReader ranges,
      Targets targets) {
    this.values = values;
    this.problems = values.problems();
    this.distributions = distributions;
    this.delays = delays;
    this.ranges = ranges;
    this.targets = targets;
  }

  /**
   * The third neurons of an entry and their synapses; null if it has none, or after a problem was
   * reported.
   *
   * @param entry the whole entry
   * @param from the sources; none if they were not understood
   * @param to the targets; none if they were not understood
   * @param symmetric whether the entry is symmetric
   */
  @Nullable ThirdFactorEntry read(
      Fields entry, List<NeuronRange> from, List<NeuronRange> to, boolean symmetric) {
    Item item = entry.get("third_factor");
    if (item == null) {
      return null;
    }
    Item.Mapping mapping =
        Fields.mapping(
            item,
            "a map, such as {through: astrocytes, probability: 0.5, in: {weight: 1 pA, delay: 1"
                + " ms}, out: {weight: 1 pA, delay: 1 ms}}",
            problems);
    if (mapping == null) {
      return null;
    }
    int before = problems.count();
    checkBeside(item, entry, from, symmetric);
    Fields own = Fields.check(mapping, "key", ThirdFactorKeys.THIRD_FACTOR, "", problems);
    NeuronRange third = third(own.get("through"));
    ThirdPool pool = pool(own, third, to);
    Side in = side(own.get("in"), third == null ? List.of() : List.of(third));
    Side out = side(own.get("out"), to);
    return problems.count() > before || pool == null || in == null || out == null
        ? null
        : new ThirdFactorEntry(pool, in, out);
  }

  /** Reports what has no third neurons. */
  private void checkBeside(Item item, Fields entry, List<NeuronRange> from, boolean symmetric) {
    if (entry.has("structural")) {
      beside(item, "structural", "a third neuron belongs to a synapse that stays");
    }
    if (entry.has("carries")) {
      beside(item, "carries", "third neurons hear spikes");
    }
    if (symmetric) {
      beside(item, "symmetric", "write an entry for each direction");
    }
    Item sources = entry.get("from");
    if (sources != null && from.size() > 1) {
      problems.add(
          sources,
          "found several sources beside third_factor",
          "expected one, since a target has one pool for all its synapses; write one entry for"
              + " each");
    }
  }

  private void beside(Item item, String key, String why) {
    problems.add(item, "found third_factor beside " + key, "expected one of them; " + why);
  }

  private @Nullable NeuronRange third(@Nullable Item item) {
    List<NeuronRange> third = item == null ? null : ranges.ranges(item);
    if (item != null && third != null && third.size() > 1) {
      problems.add(
          item, "found several ranges of third neurons", "expected one, such as astrocytes");
    }
    return third == null || third.size() != 1 ? null : third.get(0);
  }

  private @Nullable ThirdPool pool(Fields own, @Nullable NeuronRange third, List<NeuronRange> to) {
    Item probabilityItem = own.get("probability");
    Item sizeItem = own.get("pool_size");
    Item typeItem = own.get("pool_type");
    Double probability =
        probabilityItem == null
            ? (Double) 1.0
            : values.number(probabilityItem, MeasurementUnit.NONE);
    Long size =
        sizeItem == null
            ? (Long) (third == null ? 1L : third.size())
            : values.integer(sizeItem, 1, Integer.MAX_VALUE);
    String word =
        typeItem == null
            ? ThirdPool.Type.RANDOM.word()
            : values.choice(typeItem, "pool_type", ThirdPool.Type.words());
    if (third == null || probability == null || size == null || word == null) {
      return null;
    }
    boolean chance = probability >= 0 && probability <= 1;
    if (probabilityItem != null && !chance) {
      problems.add(
          probabilityItem,
          ValueReader.source(probabilityItem, probability, MeasurementUnit.NONE),
          "expected a number from 0 to 1");
    }
    ThirdPool.Type type = ThirdPool.Type.values()[ThirdPool.Type.words().indexOf(word)];
    if (typeItem != null && type == ThirdPool.Type.BLOCK && to.size() > 1) {
      problems.add(
          typeItem,
          "found blocks beside several ranges of targets",
          "expected one range in 'to', or pool_type: random");
      return null;
    }
    ThirdPool pool = new ThirdPool(third, chance ? probability : 1, size.intValue(), type);
    return fits(pool, own, to) ? pool : null;
  }

  /** Whether all these targets can have such pools; reports if not. */
  private boolean fits(ThirdPool pool, Fields own, List<NeuronRange> to) {
    try {
      for (NeuronRange range : to) {
        pool.check("third_factor", range.size());
      }
      return true;
    } catch (InvalidNetworkException e) {
      own.impossible(e, problems);
      return false;
    }
  }

  /** Synapses onto these neurons, if these were understood; null after a problem was reported. */
  private @Nullable Side side(@Nullable Item item, List<NeuronRange> onto) {
    Item.Mapping mapping =
        item == null
            ? null
            : Fields.mapping(item, "a map, such as {weight: 1 pA, delay: 1 ms}", problems);
    if (mapping == null) {
      return null;
    }
    Fields own = Fields.check(mapping, "key", ThirdFactorKeys.SIDE, "", problems);
    Item weightItem = own.get("weight");
    Item delayItem = own.get("delay");
    Item receptorItem = own.get("receptor");
    Distribution delay = delayItem == null ? null : delays.read(delayItem);
    if (onto.isEmpty()) {
      return null;
    }
    String receptor = receptorItem == null ? null : targets.receptor(receptorItem, onto, false);
    MeasurementUnit unit =
        receptorItem != null && receptor == null
            ? targets.anyWeightUnit(onto)
            : targets.weightUnit(onto, mapping, false, receptor);
    Distribution weight =
        weightItem == null || unit == null ? null : distributions.random(weightItem, unit);
    if (weightItem != null && weight != null) {
      targets.checkWeights(weightItem, weight, onto, receptor);
    }
    return weight == null || delay == null ? null : new Side(weight, delay, receptor);
  }
}
