package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.model.Calcium;
import org.hillock.model.GrowthModel;
import org.hillock.model.Models;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.network.Growth;
import org.hillock.network.SynapticElement;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/** Reads {@code elements:} and {@code calcium:} of a population. */
final class GrowthReader {

  private final ValueReader values;
  private final Problems problems;

  GrowthReader(ValueReader values) {
    this.values = values;
    this.problems = values.problems();
  }

  /**
   * What a population grows; null if it grows nothing, or after a problem was reported.
   *
   * @param elementsItem kinds of elements by name, if any are given
   * @param calciumItem the calcium that makes them grow, if it is given
   */
  @Nullable Growth read(@Nullable Item elementsItem, @Nullable Item calciumItem) {
    if (elementsItem == null) {
      if (calciumItem != null) {
        problems.add(
            calciumItem,
            "found calcium without elements, which are what it makes grow",
            "expected both, or neither");
      }
      return null;
    }
    Item.Mapping section =
        Fields.mapping(
            elementsItem, "elements by name, such as {axon: {growth_curve: gaussian}}", problems);
    if (section == null) {
      return null;
    }
    int before = problems.count();
    if (section.fields().isEmpty()) {
      problems.add(section, "found no element", "expected at least one");
    }
    List<SynapticElement> elements = new ArrayList<>();
    section
        .fields()
        .forEach(
            (name, field) -> {
              Optional<String> illegal = Names.illegal("element", name);
              illegal.ifPresent(
                  fault ->
                      problems.add(
                          field.keyPlace(), section.pathOf(name), fault, Names.ALLOWED, null));
              SynapticElement element = element(name, field.value());
              if (element != null) {
                elements.add(element);
              }
            });
    Map<String, Double> calcium = calcium(calciumItem);
    return problems.count() > before ? null : new Growth(calcium, elements);
  }

  private Map<String, Double> calcium(@Nullable Item item) {
    Item.Mapping mapping =
        item == null
            ? null
            : Fields.mapping(item, "a map, such as {tau_Ca: 10 s, beta_Ca: 0.001}", problems);
    if (mapping == null) {
      return Map.of();
    }
    Fields fields = Fields.check(mapping, "key", Keys.CALCIUM, "", problems);
    return numbers(fields, Calcium.PARAMETERS);
  }

  private @Nullable SynapticElement element(String name, Item item) {
    Item.Mapping mapping =
        Fields.mapping(item, "a map, such as {growth_curve: gaussian, eps: 0.05}", problems);
    if (mapping == null) {
      return null;
    }
    List<String> curves = Models.growthCurves().stream().map(GrowthModel::name).toList();
    Item.Field curveField = mapping.fields().get(Keys.GROWTH_CURVE);
    if (curveField == null) {
      problems.add(
          mapping,
          "'" + Keys.GROWTH_CURVE + "' is missing",
          "expected one of " + String.join(", ", curves));
      return null;
    }
    String curve = values.choice(curveField.value(), "growth curve", curves);
    GrowthModel model = curve == null ? null : Models.growthCurve(curve).orElse(null);
    if (model == null) {
      return null;
    }
    int before = problems.count();
    Fields fields =
        Fields.check(mapping, "parameter", Keys.element(model), Keys.GROWTH_CURVE, problems);
    Map<String, Double> parameters = numbers(fields, model.parameters());
    if (problems.count() > before) {
      return null;
    }
    Optional<String> conflict =
        model.conflict(ParameterSet.of(mapping.path(), model.parameters(), parameters));
    if (conflict.isPresent()) {
      problems.add(mapping, conflict.get(), "expected two that differ");
      return null;
    }
    return new SynapticElement(name, model.name(), parameters);
  }

  private Map<String, Double> numbers(Fields fields, List<Parameter> parameters) {
    Map<String, Double> numbers = new HashMap<>();
    for (Parameter parameter : parameters) {
      Item given = fields.get(parameter.name());
      MeasurementUnit unit = MeasurementUnit.of(parameter.unit());
      Double value = given == null ? null : values.number(given, unit);
      if (given != null && value != null && !parameter.allows(value)) {
        problems.add(given, "found " + given.phrase(), "expected " + parameter.range(value));
      } else if (value != null) {
        numbers.put(parameter.name(), value);
      }
    }
    return numbers;
  }
}
