package org.hillock.scenario.section;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.network.Distribution;
import org.hillock.random.RandomStream;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;

/** Reads the parameters and initial values of one population and checks them against its model. */
final class NeuronParameters {

  private final NeuronModel model;
  private final DistributionReader distributions;
  private final ValueReader values;
  private final Problems problems;
  private final boolean continuous;

  /**
   * @param continuous whether the neurons run in continuous time
   */
  NeuronParameters(
      NeuronModel model, DistributionReader distributions, ValueReader values, boolean continuous) {
    this.continuous = continuous;
    this.model = model;
    this.distributions = distributions;
    this.values = values;
    this.problems = values.problems();
  }

  /**
   * The values by name.
   *
   * @param written the population as it stands in the file, for the place of conflicts
   * @param fields the same with what it takes from another population
   * @param size number of neurons, or 0 if it was not understood
   */
  Map<String, Distribution> read(Item.Mapping written, Item.Mapping fields, int size) {
    int before = problems.count();
    Map<String, Distribution> read = new LinkedHashMap<>();
    for (Parameter parameter : model.parameters()) {
      Item.Field field = fields.fields().get(parameter.name());
      if (field != null && parameter.isList()) {
        list(parameter, field.value(), size, read);
      } else if (field != null) {
        value(parameter, parameter.name(), field.value(), size, read);
      } else if (parameter.onGrid()) {
        defaultOnGrid(parameter, written, read);
      }
    }
    boolean complete = problems.count() == before;
    NeuronModel shaped = shaped(model, fields);
    for (StateVariable variable : shaped.stateVariables()) {
      Item.Field field = fields.fields().get(variable.name());
      if (field != null && !read.containsKey(variable.name())) {
        Distribution value =
            distributions.perNeuron(field.value(), MeasurementUnit.of(variable.unit()), size);
        if (value != null && allowed(variable, value, field.value())) {
          read.put(variable.name(), value);
        }
      }
    }
    if (complete) {
      checkTogether(shaped, written, read);
    }
    return read;
  }

  /**
   * A model with the variables and receptors of lists as long as they stand in the file, whether
   * their elements are right or not.
   */
  static NeuronModel shaped(NeuronModel model, Item.Mapping fields) {
    Set<String> elements = new HashSet<>();
    for (Parameter list : model.description().lists()) {
      Item.Field field = fields.fields().get(list.name());
      int length =
          field == null ? 0 : Math.min(elements(field.value()).size(), Parameter.LONGEST_LIST);
      for (int number = 1; number <= length; number++) {
        elements.add(Parameter.element(list.name(), number));
      }
    }
    return Models.withLists(model, elements);
  }

  /** One value is a list of one. */
  private static List<Item> elements(Item item) {
    return item instanceof Item.Listing listing ? listing.items() : List.of(item);
  }

  private void value(
      Parameter parameter, String name, Item item, int size, Map<String, Distribution> into) {
    if (parameter.truth()) {
      Boolean truth = values.truthOrNumber(item);
      if (truth != null) {
        into.put(name, Distribution.of(truth ? 1 : 0));
      }
      return;
    }
    if (parameter.isChoice()) {
      String word = values.choice(item, parameter.name(), parameter.choices());
      if (word != null) {
        into.put(name, Distribution.of(parameter.choices().indexOf(word)));
      }
      return;
    }
    Distribution value = distributions.perNeuron(item, MeasurementUnit.of(parameter.unit()), size);
    if (value != null && parameter.common() && !value.constant()) {
      problems.add(
          item,
          "found values of " + name + " that differ from neuron to neuron",
          "expected one value for all neurons of a population");
    } else if (value != null && allowed(parameter, value, item)) {
      into.put(name, parameter.onGrid() ? onGrid(item, value) : value);
    }
  }

  /** The elements of a list become parameters of their own. */
  private void list(Parameter parameter, Item item, int size, Map<String, Distribution> into) {
    List<Item> elements = elements(item);
    if (elements.isEmpty() && parameter.defaultLength() > 0) {
      problems.add(item, "found an empty list", "expected one value or more");
    }
    if (elements.size() > Parameter.LONGEST_LIST) {
      problems.add(
          item,
          "found a list of " + elements.size() + " values",
          "expected at most " + Parameter.LONGEST_LIST);
      return;
    }
    for (int i = 0; i < elements.size(); i++) {
      value(parameter, Parameter.element(parameter.name(), i + 1), elements.get(i), size, into);
    }
  }

  /** Times as the grid has them. Drawn ones are rounded when they are drawn. */
  private Distribution onGrid(Item item, Distribution given) {
    if (given instanceof Distribution.Constant constant) {
      Double value = values.onGrid(item, "found " + item.phrase(), constant.value());
      return value == null ? given : Distribution.of(value);
    }
    if (!(given instanceof Distribution.Listed listed)) {
      return given;
    }
    double[] each = new double[listed.size()];
    RandomStream unused = new RandomStream(0);
    for (int i = 0; i < each.length; i++) {
      double time = listed.draw(unused, i);
      Double value = values.onGrid(item, "found " + Numbers.text(time) + " ms", time);
      if (value == null) {
        return given;
      }
      each[i] = value;
    }
    return new Distribution.Listed(each);
  }

  private void defaultOnGrid(
      Parameter parameter, Item.Mapping written, Map<String, Distribution> into) {
    double time = parameter.defaultValue();
    String found = parameter.name() + " is " + Numbers.text(time) + " ms if not given";
    Double value = values.onGrid(written, found, time);
    if (value != null && value != time) {
      into.put(parameter.name(), Distribution.of(value));
    }
  }

  private boolean allowed(Parameter parameter, Distribution value, Item item) {
    double low = Math.max(-Double.MAX_VALUE, value.min());
    double high = Math.min(Double.MAX_VALUE, value.max());
    if (value instanceof Distribution.LogNormal && low == 0) {
      low = Parameter.LEAST_POSITIVE; // less is never drawn
    }
    boolean allowed = parameter.allows(low) && parameter.allows(high);
    return allowed || refused(item, value, parameter.unit(), parameter.range(low));
  }

  private boolean allowed(StateVariable variable, Distribution value, Item item) {
    boolean allowed = variable.allows(value.min()) && variable.allows(value.max());
    return allowed || refused(item, value, variable.unit(), variable.range());
  }

  /** Says what is expected of a value that is out of range; false. */
  private boolean refused(Item item, Distribution value, Unit unit, String range) {
    if (value instanceof Distribution.Constant constant) {
      problems.add(
          item,
          ValueReader.source(item, constant.value(), MeasurementUnit.of(unit)),
          "expected " + range);
    } else if (value instanceof Distribution.Listed) {
      problems.add(item, "found a value out of range", "expected " + range);
    } else {
      problems.add(
          item,
          "found a distribution that can leave the allowed range",
          "expected " + range + "; give min and max to a normal distribution");
    }
    return false;
  }

  /** Checks parameters that must fit each other; where values are listed, neuron by neuron. */
  private void checkTogether(
      NeuronModel shaped, Item.Mapping written, Map<String, Distribution> values) {
    int neurons = 1;
    for (Parameter parameter : shaped.parameters()) {
      if (values.get(parameter.name()) instanceof Distribution.Listed listed) {
        neurons = Math.max(neurons, listed.size());
      }
    }
    RandomStream unused = new RandomStream(0);
    for (int neuron = 0; neuron < neurons; neuron++) {
      Map<String, Double> given = new HashMap<>();
      for (Parameter parameter : shaped.parameters()) {
        Distribution value = values.get(parameter.name());
        if (value instanceof Distribution.Listed listed) {
          given.put(parameter.name(), listed.draw(unused, neuron));
        } else if (value != null) {
          double middle = Math.max(value.min(), Math.min(value.max(), value.mean()));
          given.put(parameter.name(), middle);
        }
      }
      ParameterSet set = ParameterSet.of(written.path(), shaped.parameters(), given);
      Optional<String> conflict = shaped.conflict(set);
      String who = neurons > 1 ? " (neuron " + neuron + ")" : "";
      if (conflict.isPresent()) {
        problems.add(written, conflict.get() + who, "");
        return;
      }
      Optional<String> gridOnly =
          continuous ? shaped.dynamics().gridOnly(set) : Optional.<String>empty();
      if (gridOnly.isPresent()) {
        Item.Field named = written.fields().get("model");
        problems.add(
            named == null ? written : named.value(),
            "found " + shaped.name() + ", which " + gridOnly.get() + who,
            "expected a step of time for it, such as time.step: 0.1 ms, or --engine grid; or a model"
                + " or parameters of which that is not true");
        return;
      }
    }
  }
}
