package org.hillock.scenario.write;

import java.util.StringJoiner;
import java.util.TreeMap;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.StateVariable;
import org.hillock.network.Distribution;
import org.hillock.network.Population;
import org.hillock.scenario.quantity.MeasurementUnit;

/** Writes the parameters and initial values of a population, lists as lists. */
final class NeuronValueFields {

  private NeuronValueFields() {}

  /**
   * @param fields takes them
   * @param population whose values
   * @param model of the population
   */
  static void add(Flow fields, Population population, NeuronModel model) {
    TreeMap<String, String> texts = new TreeMap<>();
    for (StateVariable variable : model.stateVariables()) {
      put(texts, population, variable.name(), MeasurementUnit.of(variable.unit()));
    }
    for (Parameter parameter : Models.neuron(model.name()).orElse(model).parameters()) {
      MeasurementUnit unit = MeasurementUnit.of(parameter.unit());
      if (parameter.isList()) {
        putList(texts, population, parameter.name(), unit);
      } else if (parameter.truth()) {
        putTruth(texts, population, parameter.name());
      } else if (parameter.isChoice()) {
        putChoice(texts, population, parameter);
      } else {
        put(texts, population, parameter.name(), unit);
      }
    }
    texts.forEach(fields::add);
  }

  private static void put(
      TreeMap<String, String> into, Population population, String name, MeasurementUnit unit) {
    Distribution value = population.parameters().get(name);
    if (value != null) {
      into.put(name, WrittenValues.text(value, unit));
    }
  }

  private static void putTruth(TreeMap<String, String> into, Population population, String name) {
    Distribution value = population.parameters().get(name);
    if (value != null) {
      into.put(name, Boolean.toString(value.mean() == 1));
    }
  }

  private static void putChoice(
      TreeMap<String, String> into, Population population, Parameter parameter) {
    Distribution value = population.parameters().get(parameter.name());
    if (value != null) {
      into.put(parameter.name(), parameter.choices().get((int) value.mean()));
    }
  }

  private static void putList(
      TreeMap<String, String> into, Population population, String name, MeasurementUnit unit) {
    StringJoiner list = new StringJoiner(", ", "[", "]");
    int number = 1;
    Distribution value = population.parameters().get(Parameter.element(name, number));
    while (value != null) {
      list.add(WrittenValues.text(value, unit));
      value = population.parameters().get(Parameter.element(name, ++number));
    }
    if (number > 1) {
      into.put(name, list.toString());
    }
  }
}
