package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hillock.network.Lesion;
import org.hillock.network.NeuronRange;
import org.hillock.random.RandomStream;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads which neurons are dead: a part of all, drawn at random, or those that are listed, by number
 * or by range.
 */
final class LesionReader {

  private static final Pattern RANGE = Pattern.compile("^\\s*[A-Za-z]\\w*\\s*\\[");

  private final ValueReader values;
  private final Problems problems;
  private final long seed;

  LesionReader(ValueReader values, long seed) {
    this.values = values;
    this.problems = values.problems();
    this.seed = seed;
  }

  /**
   * The lesion.
   *
   * @param population its name, which keys the random numbers
   * @param size how many neurons it has
   * @return null after a problem was reported
   */
  @Nullable Lesion read(Item item, String population, int size) {
    if (item instanceof Item.Listing listing) {
      List<Integer> neurons = new ArrayList<>();
      int before = problems.count();
      for (Item element : listing.items()) {
        if (isRange(element)) {
          add(element, population, size, neurons);
        } else {
          Long neuron = values.integer(element, 0, size - 1L);
          if (neuron != null) {
            neurons.add(neuron.intValue());
          }
        }
      }
      return problems.count() == before ? of(neurons) : null;
    }
    if (isRange(item)) {
      List<Integer> neurons = new ArrayList<>();
      return add(item, population, size, neurons) ? of(neurons) : null;
    }
    Double part = values.number(item, MeasurementUnit.NONE);
    if (part != null && !(part >= 0 && part <= 1)) {
      problems.add(
          item, "found " + item.phrase(), "expected a part of all, from 0 to 1, or 0% to 100%");
      return null;
    }
    return part == null
        ? null
        : Lesion.part(part, size, seed, population.hashCode() & RandomStream.MAX_OBJECT);
  }

  private static boolean isRange(Item item) {
    return item instanceof Item.Scalar scalar && RANGE.matcher(scalar.text()).find();
  }

  private boolean add(Item item, String population, int size, List<Integer> into) {
    RangeReader own = new RangeReader(values);
    own.put(population, size);
    List<NeuronRange> ranges = own.ranges(item);
    if (ranges == null) {
      return false;
    }
    ranges.forEach(
        range -> IntStream.range(range.from(), range.to()).forEach(neuron -> into.add(neuron)));
    return true;
  }

  private static Lesion of(List<Integer> neurons) {
    return Lesion.of(neurons.stream().mapToInt(Integer::intValue).toArray());
  }
}
