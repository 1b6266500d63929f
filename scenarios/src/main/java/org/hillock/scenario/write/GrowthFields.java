package org.hillock.scenario.write;

import java.util.List;
import java.util.Map;
import org.hillock.model.Calcium;
import org.hillock.model.Models;
import org.hillock.model.Parameter;
import org.hillock.network.Growth;
import org.hillock.network.Rewiring;
import org.hillock.network.SynapticElement;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.jspecify.annotations.Nullable;

/** Writes what neurons grow, and how synapses form and vanish. */
final class GrowthFields {

  private GrowthFields() {}

  /** Adds elements and calcium to the fields of a population. */
  static void add(Flow fields, @Nullable Growth growth) {
    if (growth == null) {
      return;
    }
    Flow elements = new Flow();
    for (SynapticElement element : growth.elements()) {
      Flow own = new Flow();
      own.add("growth_curve", element.growthCurve());
      var model = Models.growthCurve(element.growthCurve()).orElseThrow();
      add(own, model.parameters(), element.parameters());
      elements.add(element.name(), own.toString());
    }
    fields.add("elements", elements.toString());
    if (!growth.calcium().isEmpty()) {
      Flow calcium = new Flow();
      add(calcium, Calcium.PARAMETERS, growth.calcium());
      fields.add("calcium", calcium.toString());
    }
  }

  private static void add(Flow fields, List<Parameter> parameters, Map<String, Double> given) {
    for (Parameter parameter : parameters) {
      Double value = given.get(parameter.name());
      if (value != null) {
        fields.add(parameter.name(), Numbers.text(value, MeasurementUnit.of(parameter.unit())));
      }
    }
  }

  /** How synapses of a projection form and vanish. */
  static String structural(Rewiring rewiring) {
    Flow fields = new Flow();
    fields.add("pre", rewiring.pre());
    fields.add("post", rewiring.post());
    fields.add("every", WrittenValues.ms(rewiring.interval()));
    return fields.toString();
  }
}
