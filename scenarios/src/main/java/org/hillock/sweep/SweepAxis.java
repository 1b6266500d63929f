package org.hillock.sweep;

import java.util.ArrayList;
import java.util.List;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is varied, and its values in their order.
 *
 * @param name a parameter, a variant, or a path such as {@code neurons.exc.tau_m}
 * @param values as they are set, such as {@code 1.5 mV}
 * @param numbers the same in the unit of the axis; empty if they are not all numbers of one kind
 * @param unit of the numbers; null if there are none
 */
public record SweepAxis(
    String name, List<String> values, List<Double> numbers, @Nullable MeasurementUnit unit) {

  /** Copies what could change. */
  public SweepAxis {
    values = List.copyOf(values);
    numbers = List.copyOf(numbers);
  }

  /** Whether the values are numbers, so that they have distances. */
  public boolean numeric() {
    return unit != null;
  }

  /** The name with the unit of the numbers, such as {@code J [mV]}. */
  public String label() {
    return unit == null || unit.symbol().isEmpty() ? name : name + " [" + unit.symbol() + "]";
  }

  /** What it varies, in a canonical form: the same of two axes that set the same. */
  String identity() {
    List<String> parts = new ArrayList<>(values);
    return name + "=" + String.join(",", parts);
  }
}
