package org.hillock.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.network.InvalidNetworkException;

/** Values for all parameters of a model: those given, and the defaults for the rest. */
public final class ParameterSet {

  private final Map<String, Double> values;

  private ParameterSet(Map<String, Double> values) {
    this.values = values;
  }

  /**
   * @param where path for messages, such as {@code neurons.exc}
   * @param parameters what the model knows
   * @param given values by name; names that the model does not know are an error
   * @throws InvalidNetworkException for an unknown name or a value out of range
   */
  public static ParameterSet of(
      String where, List<Parameter> parameters, Map<String, Double> given) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      double value = given.getOrDefault(parameter.name(), parameter.defaultValue());
      if (!parameter.allows(value)) {
        throw new InvalidNetworkException(
            where + "." + parameter.name(),
            (value + " " + parameter.unit().symbol()).strip(),
            parameter.given(value));
      }
      values.put(parameter.name(), value);
    }
    for (String name : given.keySet()) {
      if (!values.containsKey(name)) {
        throw new InvalidNetworkException(
            where + "." + name,
            "an unknown parameter",
            String.join(", ", parameters.stream().map(Parameter::name).toList()));
      }
    }
    return new ParameterSet(Collections.unmodifiableMap(values));
  }

  /** The value of a parameter, in the parameter's unit. */
  public double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the model has no parameter '" + name + "'");
    }
    return value;
  }

  /** The values of a parameter that was a list, in order. */
  public double[] list(String name) {
    int length = 0;
    while (values.containsKey(Parameter.element(name, length + 1))) {
      length++;
    }
    double[] list = new double[length];
    for (int i = 0; i < length; i++) {
      list[i] = get(Parameter.element(name, i + 1));
    }
    return list;
  }

  /** Whether a parameter that is 0 or 1 is 1. */
  public boolean is(String name) {
    return get(name) != 0;
  }

  /** All names, in the order of the model. */
  public Set<String> names() {
    return values.keySet();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterSet that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
