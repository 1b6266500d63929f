package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hillock.model.Parameter;
import org.hillock.model.Unit;
import org.hillock.text.NumberText;

/** The parameters of a model or rule as rows of a page: name, usual value, range, meaning. */
final class ParameterRows {

  private ParameterRows() {}

  /**
   * The rows.
   *
   * @param parameters in their order
   * @param weights names of those whose unit is that of the target's weight
   */
  static List<List<String>> of(List<Parameter> parameters, Set<String> weights) {
    List<List<String>> rows = new ArrayList<>();
    for (Parameter parameter : parameters) {
      String unit = weights.contains(parameter.name()) ? " (weight)" : "";
      rows.add(
          List.of(
              parameter.name(),
              usual(parameter) + unit,
              range(parameter),
              parameter.description()));
    }
    return rows;
  }

  private static String range(Parameter parameter) {
    return parameter.range()
        + (parameter.isList() ? "; up to " + Parameter.LONGEST_LIST + " values" : "");
  }

  private static String usual(Parameter parameter) {
    String unit = parameter.unit() == Unit.NONE ? "" : " " + parameter.unit().symbol();
    List<Double> list = parameter.listDefault();
    if (list != null) {
      return list.stream().map(value -> number(value) + unit).toList().toString();
    }
    if (parameter.truth()) {
      return Boolean.toString(parameter.defaultValue() == 1);
    }
    if (parameter.isChoice()) {
      return parameter.choices().get((int) parameter.defaultValue());
    }
    boolean none = Math.abs(parameter.defaultValue()) == Double.MAX_VALUE;
    return none ? "none" : number(parameter.defaultValue()) + unit;
  }

  private static String number(double value) {
    return new NumberText().of(value);
  }
}
