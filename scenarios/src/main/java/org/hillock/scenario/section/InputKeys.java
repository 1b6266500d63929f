package org.hillock.scenario.section;

import java.util.List;
import org.hillock.network.Distribution;
import org.hillock.network.NeuronRange;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads the keys that several kinds of input have. */
final class InputKeys {

  private static final MeasurementUnit CURRENT = MeasurementUnit.canonical(Dimension.CURRENT);

  /** In continuous time, where shorter periods would take forever [ms]. */
  private static final double SHORTEST_PERIOD = 0.1;

  private final ValueReader values;
  private final Problems problems;
  private final DistributionReader distributions;
  private final Targets targets;
  private final double step;

  /**
   * @param step grid step [ms]; 0 in continuous time
   */
  InputKeys(ValueReader values, DistributionReader distributions, Targets targets, double step) {
    this.step = step;
    this.values = values;
    this.problems = values.problems();
    this.distributions = distributions;
    this.targets = targets;
  }

  void checkTargets(Fields fields, @Nullable List<NeuronRange> reached) {
    Item to = fields.get("to");
    if (reached != null && to != null) {
      targets.acceptCurrent(reached, to);
    }
  }

  @Nullable String receptor(Fields fields, @Nullable List<NeuronRange> reached, boolean current) {
    Item item = fields.get("receptor");
    return reached == null || item == null ? null : targets.receptor(item, reached, current);
  }

  @Nullable Distribution weight(
      Fields fields, @Nullable List<NeuronRange> reached, @Nullable String receptor) {
    Item to = fields.get("to");
    Item weight = fields.get("weight");
    if (reached == null || to == null) {
      return null;
    }
    MeasurementUnit unit =
        fields.has("receptor") && receptor == null
            ? targets.anyWeightUnit(reached)
            : targets.weightUnit(reached, to, false, receptor);
    Distribution read = unit == null || weight == null ? null : distributions.random(weight, unit);
    if (read != null && weight != null) {
      targets.checkWeights(weight, read, reached, receptor);
    }
    return read;
  }

  /**
   * The unit at the place that is named; null if nobody knows it, since the neurons were not
   * understood.
   */
  @Nullable MeasurementUnit unit(
      Fields fields, @Nullable List<NeuronRange> reached, @Nullable String place) {
    if (fields.has("receptor") && place == null) {
      return null;
    }
    return reached == null ? CURRENT : targets.currentUnit(reached, place);
  }

  /** A quantity of at least min; the other value if it is not given. */
  @Nullable Double quantityFrom(
      Fields fields, String key, MeasurementUnit unit, double min, double otherwise) {
    Item item = fields.get(key);
    if (item == null) {
      return otherwise;
    }
    Double value = values.number(item, unit);
    if (value != null && value < min) {
      problems.add(
          item,
          ValueReader.source(item, value, unit),
          "expected at least " + Numbers.text(min, unit));
      return null;
    }
    return value;
  }

  double time(Fields fields, String key, double min, double otherwise) {
    Item item = fields.get(key);
    Double value = item == null ? null : values.gridTimeFrom(item, min);
    return value == null ? otherwise : value;
  }

  double stop(Fields fields, double start) {
    Item item = fields.get("stop");
    Double stop = item == null ? null : values.gridTimeFrom(item, 0);
    if (item != null && stop != null && stop <= start) {
      problems.add(
          item,
          "found " + item.phrase(),
          "expected a time after the start at " + Numbers.text(start) + " ms");
    }
    return stop == null ? Double.POSITIVE_INFINITY : stop;
  }

  /** After which time an input repeats itself [ms]; infinity for never. */
  double period(Fields fields) {
    return time(fields, "period", step == 0 ? SHORTEST_PERIOD : step, Double.POSITIVE_INFINITY);
  }

  /** How long a value is held [ms]: a step if nothing is said, which it must be without one. */
  @Nullable Double interval(Fields fields) {
    Item item = fields.get("interval");
    if (item != null) {
      return values.multiple(item, false);
    }
    if (step == 0) {
      problems.add(
          fields.mapping(),
          "'interval' is missing",
          "expected how long a value is held, such as 0.1 ms");
      return null;
    }
    return step;
  }
}
