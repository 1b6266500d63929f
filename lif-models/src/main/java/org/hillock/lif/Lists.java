package org.hillock.lif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hillock.model.NeuronDescription;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Receptor;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;

/** What the models share whose parameters may be lists: their parts are counted from 1. */
final class Lists {

  private Lists() {}

  /** The lengths of all lists of a model where none is given. */
  static Map<String, Integer> lengths(NeuronDescription model) {
    return model.lists().stream()
        .collect(Collectors.toUnmodifiableMap(Parameter::name, Parameter::defaultLength));
  }

  /** The parameters of a model, with single ones in place of each list. */
  static List<Parameter> single(NeuronDescription model, Map<String, Integer> lengths) {
    List<Parameter> parameters = new ArrayList<>();
    for (Parameter parameter : model.parameters()) {
      if (parameter.isList()) {
        parameters.addAll(parameter.elements(lengths.get(parameter.name())));
      } else {
        parameters.add(parameter);
      }
    }
    return parameters;
  }

  /** A model with single parameters in place of each list, which change nothing else. */
  static NeuronDescription shape(NeuronDescription model, Map<String, Integer> lengths) {
    return model.with(single(model, lengths), model.stateVariables(), model.receptors());
  }

  /** Receptors that are counted, for weights of any sign. */
  static List<Receptor> receptors(int count, Unit unit, String what) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> Receptor.of(Integer.toString(number), unit, what + " " + number))
        .toList();
  }

  /** Variables that are counted, behind others. */
  static List<StateVariable> variables(
      List<StateVariable> first, int count, String name, Unit unit, String what) {
    List<StateVariable> all = new ArrayList<>(first);
    for (int number = 1; number <= count; number++) {
      all.add(new StateVariable(Parameter.element(name, number), unit, what + " " + number));
    }
    return all;
  }

  /** What is wrong with lists that describe the same things, if one differs from the first. */
  static Optional<String> unequal(ParameterSet parameters, String one, String... others) {
    int first = parameters.list(one).length;
    for (String other : others) {
      int length = parameters.list(other).length;
      if (length != first) {
        return Optional.of(
            one
                + " has "
                + values(first)
                + " and "
                + other
                + " has "
                + values(length)
                + ": there must be as many of both");
      }
    }
    return Optional.empty();
  }

  private static String values(int count) {
    return count == 1 ? "1 value" : count + " values";
  }
}
