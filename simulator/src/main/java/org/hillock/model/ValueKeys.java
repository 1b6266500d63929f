package org.hillock.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Which random numbers each value of the neurons of a model is drawn from.
 *
 * <p>A name has a place in the sorted list of all names of the model, those that it got later
 * behind the others; that place makes the stream. A list, and the variables that are counted with
 * it, have one place, and each element its own part of the stream, so that the place of no other
 * name depends on how long a list is.
 */
final class ValueKeys {

  /** More names than any model has, so that no two values of a network share a stream. */
  static final int MOST_NAMES = 64;

  /** More words than are ever drawn for one value, so that no two elements share one. */
  private static final int WORDS_BITS = 32;

  private static final Pattern COUNTED = Pattern.compile("(.+)_([1-9][0-9]{0,8})");

  /**
   * Where the numbers of a value are.
   *
   * @param place of the name, or of the list of which it is an element
   * @param number of the element, from 1 on; 0 for what is no element
   */
  private record Key(int place, int number) {}

  private final Map<String, Key> keys = new HashMap<>();
  private final int names;

  /**
   * @param model as a population has it, with single parameters in place of lists
   */
  ValueKeys(NeuronModel model) {
    NeuronModel listed = Models.neuron(model.name()).orElse(model);
    boolean lists = !listed.description().lists().isEmpty();
    Set<String> single = new HashSet<>();
    listed.parameters().forEach(parameter -> single.add(parameter.name()));
    TreeSet<String> sorted = new TreeSet<>(single);
    Collection<String> own =
        Stream.concat(
                model.parameters().stream().map(Parameter::name),
                model.stateVariables().stream().map(StateVariable::name))
            .toList();
    Map<String, Matcher> elements = new HashMap<>();
    for (String name : own) {
      Matcher counted = COUNTED.matcher(name);
      if (lists && !single.contains(name) && counted.matches()) {
        elements.put(name, counted);
        sorted.add(counted.group(1));
      } else {
        sorted.add(name);
      }
    }
    Map<String, Integer> places = new HashMap<>();
    Set<String> later = model.description().appended();
    sorted.stream()
        .filter(name -> !later.contains(name))
        .forEach(n -> places.put(n, places.size()));
    sorted.stream().filter(later::contains).forEach(name -> places.put(name, places.size()));
    this.names = places.size();
    for (String name : own) {
      Matcher counted = elements.get(name);
      keys.put(
          name,
          counted == null
              ? new Key(places.getOrDefault(name, 0), 0)
              : new Key(
                  places.getOrDefault(counted.group(1), 0), Integer.parseInt(counted.group(2))));
    }
  }

  /** How many names there are, a list counted once. */
  int names() {
    return names;
  }

  /**
   * Points a stream at the numbers of a value.
   *
   * @param stream of the run
   * @param population index of the population in the network
   * @param name of a parameter or state variable of the model
   * @param neuron index within the population
   */
  void point(RandomStream stream, int population, String name, int neuron) {
    Key key = keys.getOrDefault(name, new Key(0, 0));
    stream.at(Purpose.PARAMETER, population * MOST_NAMES + key.place, neuron);
    if (key.number > 0) {
      stream.skipTo((long) key.number << WORDS_BITS);
    }
  }
}
