package org.hillock.nir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hillock.format.FormatException;
import org.hillock.hdf5.Hdf5Group;
import org.hillock.hdf5.Hdf5Item;
import org.hillock.hdf5.Hdf5Numbers;
import org.hillock.hdf5.Hdf5Text;
import org.jspecify.annotations.Nullable;

/**
 * The datasets of one node, taken one by one. What was not taken in the end is too much, as it is
 * for the reference reader.
 */
final class NirFields {

  private final Hdf5Group group;
  private final Set<String> known = new LinkedHashSet<>();

  NirFields(Hdf5Group group) {
    this.group = group;
    known.add("type");
    known.add("metadata");
  }

  /** The item of this name, or null. */
  @Nullable Hdf5Item item(String name) {
    known.add(name);
    return group.get(name);
  }

  boolean has(String name) {
    return item(name) != null;
  }

  Hdf5Group group(String name) {
    if (item(name) instanceof Hdf5Group found) {
      return found;
    }
    throw wrong(name, "a group");
  }

  /** Text, or the only text of an array. */
  String text(String name) {
    if (item(name) instanceof Hdf5Text text && text.values().size() == 1) {
      return text.values().get(0);
    }
    throw wrong(name, "a text");
  }

  NirArray array(String name) {
    return of(numbers(name));
  }

  static NirArray of(Hdf5Numbers numbers) {
    return NirArray.of(numbers.shape(), numbers.toArray());
  }

  /** Numbers in one dimension or more: a single number is one in a row. */
  NirArray row(String name) {
    NirArray found = array(name);
    return found.dimensions() == 0 ? NirArray.of(found.get(0)) : found;
  }

  /** A bias of each output of a weight; a single number is meant for all. */
  NirArray bias(String name, NirArray weight) {
    NirArray found = array(name);
    return found.size() == 1 && weight.dimensions() > 0
        ? NirArray.filled(List.of(weight.size(0)), found.get(0))
        : found;
  }

  /**
   * The parameters of neurons. A single number is meant for all neurons, as is a single zero or one
   * where a parameter is left out.
   *
   * @param names of parameters that must be there
   * @param optional names of those that need not: w_in is 1 then, others are 0
   */
  NirArray[] alike(List<String> names, String... optional) {
    NirArray[] all = new NirArray[names.size() + optional.length];
    for (int i = 0; i < names.size(); i++) {
      all[i] = row(names.get(i));
    }
    for (int i = 0; i < optional.length; i++) {
      String name = optional[i];
      NirArray found = has(name) ? row(name) : NirArray.of(name.equals("w_in") ? 1 : 0);
      boolean zero = Arrays.stream(found.toArray()).allMatch(v -> v == 0);
      all[names.size() + i] = zero ? NirArray.of(0) : found;
    }
    NirArray widest = all[0];
    for (NirArray array : all) {
      boolean wider = array.size() > widest.size();
      boolean deeper = array.size() == widest.size() && array.dimensions() > widest.dimensions();
      widest = wider || deeper ? array : widest;
    }
    for (int i = 0; i < all.length; i++) {
      all[i] = all[i].size() == 1 ? NirArray.filled(widest.shape(), all[i].get(0)) : all[i];
    }
    return all;
  }

  int integer(String name) {
    Hdf5Numbers numbers = numbers(name);
    if (numbers.size() != 1) {
      throw wrong(name, "one whole number");
    }
    return whole(name, numbers.get(0));
  }

  /** A whole number for height and width alike, or two. */
  NirNode.Pair pair(String name) {
    Hdf5Numbers numbers = numbers(name);
    if (numbers.size() > 2) {
      throw wrong(name, "one whole number, or two");
    }
    return new NirNode.Pair(
        whole(name, numbers.get(0)), whole(name, numbers.get(numbers.size() - 1)));
  }

  /** A shape: whole numbers from 1 on. */
  List<Integer> shape(String name) {
    Hdf5Numbers numbers = numbers(name);
    List<Integer> shape = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      int size = whole(name, numbers.get(i));
      if (size < 1) {
        throw wrong(name, "sizes from 1 on");
      }
      shape.add(size);
    }
    return shape;
  }

  private int whole(String name, double value) {
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw wrong(name, "whole numbers");
    }
    return (int) value;
  }

  private Hdf5Numbers numbers(String name) {
    if (item(name) instanceof Hdf5Numbers numbers && numbers.size() > 0) {
      for (int i = 0; i < numbers.size(); i++) {
        if (!Double.isFinite(numbers.get(i))) {
          throw new FormatException(
              "dataset '" + name + "'", "found " + numbers.get(i), "finite numbers");
        }
      }
      return numbers;
    }
    throw wrong(name, "numbers");
  }

  /** Complains of an item that is missing, or not as it should be. */
  FormatException wrong(String name, String expected) {
    Hdf5Item found = group.get(name);
    if (found == null) {
      return new FormatException(
          "dataset '" + name + "'",
          "is missing",
          expected + " under this name (found: " + String.join(", ", group.items().keySet()) + ")");
    }
    return new FormatException("dataset '" + name + "'", "found " + found.phrase(), expected);
  }

  /** To be called when all is taken. */
  void end(String type) {
    for (String name : group.items().keySet()) {
      if (!known.contains(name)) {
        Set<String> allowed = new LinkedHashSet<>(known);
        allowed.remove("type");
        throw new FormatException(
            "dataset '" + name + "'",
            "a node of type " + type + " has none of this name",
            "one of " + String.join(", ", allowed));
      }
    }
  }
}
