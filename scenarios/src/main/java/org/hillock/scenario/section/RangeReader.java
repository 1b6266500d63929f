package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.network.NeuronRange;
import org.hillock.scenario.formula.Evaluator;
import org.hillock.scenario.formula.Expression;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.formula.ExpressionParser;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges of neurons: {@code exc}, {@code exc[7]}, {@code exc[0:50]}, {@code exc[order:]}.
 *
 * <p>Knows every population that the file names. One that was not understood has no size: ranges of
 * it are passed over in silence, since the population was reported.
 */
public final class RangeReader {

  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final ValueReader values;

  public RangeReader(ValueReader values) {
    this.values = values;
  }

  /** Makes a population known; size 0 if it was not understood. */
  public void put(String population, int size) {
    sizes.put(population, size);
  }

  /** Names of all populations. */
  public List<String> names() {
    return List.copyOf(sizes.keySet());
  }

  /** The ranges that an item lists; null if one of them was wrong or is not known. */
  @Nullable List<NeuronRange> ranges(Item item) {
    List<Item> items = item instanceof Item.Listing listing ? listing.items() : List.of(item);
    if (items.isEmpty()) {
      values.problems().add(item, "found an empty list", "expected neurons, such as exc[0:50]");
      return null;
    }
    List<NeuronRange> ranges = new ArrayList<>();
    for (Item element : items) {
      NeuronRange range = range(element);
      if (range != null) {
        ranges.add(range);
      }
    }
    return ranges.size() == items.size() ? ranges : null;
  }

  private @Nullable NeuronRange range(Item item) {
    Item.Scalar scalar = values.scalar(item, "neurons, such as exc or exc[0:50]");
    if (scalar == null) {
      return null;
    }
    try {
      Expression expression =
          ExpressionParser.parse(scalar.text(), values.evaluator().scope().names()::contains);
      return range(expression, values.evaluator());
    } catch (ExpressionException e) {
      ValueReader.report(values.problems(), scalar, e);
      return null;
    }
  }

  /** The range that an expression names. */
  public NeuronRange range(Expression expression, Evaluator evaluator) throws ExpressionException {
    if (expression instanceof Expression.Name name) {
      return new NeuronRange(name.name(), 0, size(name.name(), name.at()));
    }
    if (!(expression instanceof Expression.Elements elements)) {
      throw new ExpressionException(
          expression.at(), "no range of neurons", "expected neurons, such as exc or exc[0:50]");
    }
    int size = size(elements.name(), elements.at());
    int from = index(elements.from(), 0, evaluator);
    int to = elements.single() ? from + 1 : index(elements.to(), size, evaluator);
    if (from < 0 || from >= size || to > size) {
      String range = elements.single() ? "[" + from + "]" : "[" + from + ":" + to + "]";
      throw new ExpressionException(
          expression.at(),
          elements.name() + range + " reaches beyond the population",
          elements.name()
              + (size == 1 ? " has 1 neuron, [0]" : " has " + size + " neurons, [0:" + size + "]"));
    }
    if (to <= from) {
      throw new ExpressionException(
          expression.at(),
          elements.name() + "[" + from + ":" + to + "] holds no neuron",
          "expected the first neuron and one past the last, such as [0:50]");
    }
    return new NeuronRange(elements.name(), from, to);
  }

  private int size(String name, int at) throws ExpressionException {
    Integer size = sizes.get(name);
    if (size == null) {
      throw new ExpressionException(
          ExpressionException.Kind.MISTAKE,
          at,
          "unknown population '" + name + "'",
          "known: " + String.join(", ", sizes.keySet()),
          Names.nearest(name, sizes.keySet()));
    }
    if (size == 0) {
      throw ExpressionException.follows();
    }
    return size;
  }

  public static int index(@Nullable Expression expression, int otherwise, Evaluator evaluator)
      throws ExpressionException {
    if (expression == null) {
      return otherwise;
    }
    double index = evaluator.plain(expression, "the index");
    double whole = Math.rint(index);
    if (Math.abs(index - whole) > 1e-6 || Math.abs(whole) > Integer.MAX_VALUE) {
      throw new ExpressionException(
          expression.at(), "the index " + Numbers.text(index), "expected a whole number");
    }
    return (int) whole;
  }
}
