package org.hillock.scenario.section;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.network.Distribution;
import org.hillock.network.Mask;
import org.hillock.scenario.formula.Expression;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.formula.ExpressionParser;
import org.hillock.scenario.formula.PlaceFormula;
import org.hillock.scenario.formula.PlaceFormulaReader;
import org.hillock.scenario.formula.Scope;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads what of an entry of {@code synapses} follows from places: a mask, and formulas of the
 * distance in the place of values.
 */
final class PlaceReader {

  private final ValueReader values;
  private final DistributionReader distributions;
  private final Targets targets;
  private final MaskReader masks;
  private final Problems problems;
  private final double step;

  /**
   * @param step grid step [ms]; 0 in continuous time
   */
  PlaceReader(ValueReader values, DistributionReader distributions, Targets targets, double step) {
    this.values = values;
    this.distributions = distributions;
    this.targets = targets;
    this.masks = new MaskReader(values);
    this.problems = values.problems();
    this.step = step;
  }

  /** What an entry says of places, but for weights, whose unit is known later. */
  PlacedEntry read(Fields fields) {
    Item maskItem = fields.get(PlaceKeys.MASK.name());
    Mask mask = maskItem == null ? null : masks.read(maskItem);
    return new PlacedEntry(fields, mask, targets, problems, step);
  }

  /** Whether a value is a formula of the distance, or is drawn and has a profile. */
  boolean describes(@Nullable Item item) {
    return profile(item) != null || item != null && mentions(item);
  }

  private static @Nullable Item profile(@Nullable Item item) {
    Item.Field field =
        item instanceof Item.Mapping mapping && mapping.fields().containsKey("distribution")
            ? mapping.fields().get(PlaceKeys.PROFILE.name())
            : null;
    return field == null ? null : field.value();
  }

  private boolean mentions(Item item) {
    Scope scope = values.evaluator().scope();
    if (!(item instanceof Item.Scalar scalar) || scalar.empty()) {
      return false;
    }
    try {
      Expression expression = ExpressionParser.parse(scalar.text(), scope.names()::contains);
      return new PlaceFormulaReader(scope).mentions(expression);
    } catch (ExpressionException e) {
      return false; // whoever reads it as a value says what is wrong
    }
  }

  /** The formula of an item that {@linkplain #describes has} one; null after a problem. */
  @Nullable PlaceFormula formula(Item item, MeasurementUnit unit) {
    Item profile = profile(item);
    Item of = profile == null ? item : profile;
    Item.Scalar scalar = values.scalar(of, "a formula of the distance, such as exp(-d / 1 mm)");
    if (scalar == null) {
      return null;
    }
    Scope scope = values.evaluator().scope();
    try {
      Expression expression = ExpressionParser.parse(scalar.text(), scope.names()::contains);
      return new PlaceFormulaReader(scope)
          .read(expression, profile == null ? unit : MeasurementUnit.NONE);
    } catch (ExpressionException e) {
      ValueReader.report(problems, scalar, e);
      return null;
    }
  }

  /** What is drawn beside a profile, 1 if nothing is; null after a problem was reported. */
  @Nullable Distribution drawn(Item item, MeasurementUnit unit) {
    if (profile(item) == null || !(item instanceof Item.Mapping mapping)) {
      return Distribution.of(1);
    }
    Map<String, Item.Field> fields = new LinkedHashMap<>(mapping.fields());
    fields.remove(PlaceKeys.PROFILE.name());
    return distributions.random(new Item.Mapping(mapping.place(), mapping.path(), fields), unit);
  }
}
