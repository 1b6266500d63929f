package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.List;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;

/** Reads quantities that may differ from neuron to neuron or from synapse to synapse. */
public final class DistributionReader {

  /** Listing more values than this one by one is a mistake. */
  private static final int MAX_LISTED = 50_000_000;

  private static final int NOT_NEURONS = -1;

  private final ValueReader values;
  private final Problems problems;

  public DistributionReader(ValueReader values) {
    this.values = values;
    this.problems = values.problems();
  }

  /** A constant or a random distribution. */
  @Nullable Distribution random(Item item, MeasurementUnit unit) {
    if (item instanceof Item.Mapping mapping) {
      return distribution(mapping, unit, NOT_NEURONS);
    }
    if (item instanceof Item.Listing) {
      problems.add(
          item,
          "found a list, but this is one value, or a distribution, for all",
          "expected "
              + unit.example()
              + ", or {distribution: …}; for a value for each synapse take rule: explicit, whose"
              + " edges have weights and delays");
      return null;
    }
    Double value = values.number(item, unit);
    return value == null ? null : Distribution.of(value);
  }

  /**
   * A constant, a distribution, or one value for each neuron.
   *
   * @param size number of neurons, or 0 if it was not understood
   */
  @Nullable Distribution perNeuron(Item item, MeasurementUnit unit, int size) {
    if (item instanceof Item.Mapping mapping) {
      return distribution(mapping, unit, size);
    }
    return item instanceof Item.Listing listing ? listed(listing, unit, size) : random(item, unit);
  }

  private @Nullable Distribution listed(Item.Listing listing, MeasurementUnit unit, int size) {
    double[] listed = new double[listing.items().size()];
    boolean complete = true;
    for (int i = 0; i < listed.length; i++) {
      Double value = values.number(listing.items().get(i), unit);
      complete &= value != null;
      listed[i] = value == null ? 0 : value;
    }
    boolean nested = listing.items().stream().anyMatch(Item.Listing.class::isInstance);
    if (size > 0 && listed.length != size && !nested) {
      problems.add(
          listing,
          "found a list of " + Text.count(listed.length, "value", "values"),
          size == 1
              ? "expected one value, since there is one neuron"
              : "expected one for each of the " + size + " neurons, or one value for all");
      return null;
    }
    return complete && listed.length > 0 ? new Distribution.Listed(listed) : null;
  }

  private @Nullable Distribution distribution(
      Item.Mapping mapping, MeasurementUnit unit, int size) {
    List<String> kinds = new ArrayList<>(Keys.DISTRIBUTIONS.keySet());
    if (size == NOT_NEURONS) {
      kinds.remove(Keys.LINEAR);
    }
    Item.Field kindField = mapping.fields().get("distribution");
    if (kindField == null) {
      problems.add(
          mapping,
          "'distribution' is missing",
          "expected one of "
              + String.join(", ", kinds)
              + "; or write one value, such as "
              + Numbers.text(10, unit));
      return null;
    }
    String kind = values.choice(kindField.value(), "distribution", kinds);
    if (kind == null) {
      return null;
    }
    int before = problems.count();
    Fields fields =
        Fields.check(
            mapping,
            "key",
            Keys.DISTRIBUTIONS.getOrDefault(kind, List.of()),
            "distribution",
            problems);
    double first;
    double second;
    switch (kind) {
      case "normal":
        first = number(fields, "mean", unit, Double.NaN);
        second = number(fields, "sd", unit, Double.NaN);
        break;
      case "lognormal":
        first = number(fields, "median", unit, Double.NaN);
        second = number(fields, "sigma", MeasurementUnit.NONE, Double.NaN);
        break;
      case "uniform":
        first = number(fields, "min", unit, Double.NaN);
        second = number(fields, "max", unit, Double.NaN);
        break;
      default:
        first = number(fields, "from", unit, Double.NaN);
        second = number(fields, "to", unit, Double.NaN);
        break;
    }
    double low = kind.equals("normal") ? number(fields, "min", unit, -inf()) : 0;
    double high = kind.equals("normal") ? number(fields, "max", unit, inf()) : 0;
    Item outsideItem = kind.equals("normal") ? fields.get("outside") : null;
    String outside =
        outsideItem == null
            ? "redraw"
            : values.choice(outsideItem, "choice", List.of("clip", "redraw"));
    if (problems.count() > before || outside == null || Double.isNaN(first + second)) {
      return null;
    }
    try {
      return switch (kind) {
        case "normal" ->
            new Distribution.Normal(
                first,
                second,
                low,
                high,
                // Without bounds nothing is outside.
                outside.equals("clip") || low == -inf() && high == inf()
                    ? Distribution.Outside.CLIP
                    : Distribution.Outside.REDRAW);
        case "lognormal" -> new Distribution.LogNormal(first, second);
        case "uniform" -> new Distribution.Uniform(first, second);
        default -> linear(mapping, first, second, size);
      };
    } catch (InvalidNetworkException e) {
      Item part = fields.get(e.where().substring(e.where().lastIndexOf('.') + 1));
      if (part == null) {
        problems.add(mapping, "found " + e.found(), "expected " + e.allowed());
      } else {
        problems.add(part, "found " + part.phrase(), "expected " + e.allowed());
      }
      return null;
    }
  }

  private static double inf() {
    return Double.POSITIVE_INFINITY;
  }

  private double number(Fields fields, String key, MeasurementUnit unit, double otherwise) {
    Item item = fields.get(key);
    Double value = item == null ? null : values.number(item, unit);
    return value == null ? otherwise : value;
  }

  private @Nullable Distribution linear(Item item, double from, double to, int size) {
    if (size == 0) {
      return null;
    }
    if (Allocation.exceeded(2 * Double.BYTES * (double) size)) {
      problems.add(item, "linear over " + size + " neurons", Allocation.expected(2.0 * 8 * size));
      return null;
    }
    if (size > MAX_LISTED) {
      problems.add(item, "linear over " + size + " neurons", "expected at most " + MAX_LISTED);
      return null;
    }
    double[] listed = new double[size];
    for (int i = 0; i < size; i++) {
      listed[i] = size == 1 ? from : i == size - 1 ? to : from + (to - from) * i / (size - 1);
    }
    return new Distribution.Listed(listed);
  }
}
