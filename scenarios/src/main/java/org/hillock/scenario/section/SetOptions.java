package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.quantity.Value;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Place;
import org.hillock.scenario.source.Problems;
import org.hillock.scenario.source.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of {@code --set} into a scenario before it is read: {@code g=6} changes a
 * parameter, {@code time.duration=2 s} or {@code synapses[0].weight=1 mV} whatever the path leads
 * to.
 */
public final class SetOptions {

  private final Problems problems;
  private final Set<String> variants;

  /**
   * @param variants names that choose a variant, for who means one and misspells it
   */
  public SetOptions(Problems problems, Set<String> variants) {
    this.problems = problems;
    this.variants = variants;
  }

  /** The scenario with all values set. */
  public Item.Mapping apply(Item.Mapping top, Map<String, String> sets) {
    Item.Mapping result = top;
    for (Map.Entry<String, String> set : sets.entrySet()) {
      result = apply(result, set.getKey().trim(), set.getValue());
    }
    return result;
  }

  private Item.Mapping apply(Item.Mapping top, String key, String text) {
    Place place = new Place("--set " + key, 0, 0);
    List<String> path = path(top, key, place);
    if (path == null) {
      return top;
    }
    String full = String.join(".", path).replace(".[", "[");
    Item value = YamlReader.readOption(place, text, full, problems);
    return value == null ? top : put(top, path, value, place);
  }

  /** The scenario with a value that the scenario itself gives for a while. */
  public Item.Mapping apply(Item.Mapping top, String key, Item.Field value) {
    List<String> path = path(top, key, value.keyPlace());
    return path == null ? top : put(top, path, value.value(), value.keyPlace());
  }

  private Item.Mapping put(Item.Mapping top, List<String> path, Item value, Place place) {
    if (path.size() == 2 && path.get(0).equals("parameters")) {
      return setParameter(top, path.get(1), value, place);
    }
    Item changed = put(top, path, 0, value, place);
    return changed instanceof Item.Mapping mapping ? mapping : top;
  }

  /** The keys and list places on the way; null after a problem was reported. */
  private @Nullable List<String> path(Item.Mapping top, String key, Place place) {
    if (!key.contains(".") && !key.contains("[")) {
      List<String> parameters = parameterNames(top);
      if (parameters.contains(key)) {
        return List.of("parameters", key);
      }
      if (Keys.isTop(key)) {
        return List.of(key);
      }
      List<String> known = new ArrayList<>(parameters);
      known.addAll(variants);
      String what = variants.isEmpty() ? "parameter" : "parameter or variant";
      problems.unknown(place, "", what, key, known);
      return null;
    }
    List<String> path = new ArrayList<>();
    for (String part : key.split("\\.")) {
      int bracket = part.indexOf('[');
      if (bracket < 0) {
        path.add(part.matches("[0-9]+") ? "[" + part + "]" : part);
      } else {
        path.add(part.substring(0, bracket));
        for (String index : part.substring(bracket + 1).split("\\[")) {
          path.add("[" + index);
        }
      }
    }
    return path;
  }

  private static List<String> parameterNames(Item.Mapping top) {
    Item.Field section = top.fields().get("parameters");
    return section != null && section.value() instanceof Item.Mapping mapping
        ? List.copyOf(mapping.fields().keySet())
        : List.of();
  }

  private @Nullable Item put(Item item, List<String> path, int depth, Item value, Place place) {
    if (depth == path.size()) {
      return value;
    }
    String part = path.get(depth);
    if (item instanceof Item.Listing listing) {
      List<Item> items = new ArrayList<>(listing.items());
      int index = index(listing, part, place);
      if (index < 0) {
        return null;
      }
      Item changed = put(items.get(index), path, depth + 1, value, place);
      if (changed == null) {
        return null;
      }
      items.set(index, changed);
      return new Item.Listing(listing.place(), listing.path(), items);
    }
    if (!(item instanceof Item.Mapping mapping)) {
      problems.add(
          place, "", "found '" + part + "', but " + item.path() + " is a single value", "", null);
      return null;
    }
    Item.Field field = mapping.fields().get(part);
    boolean last = depth == path.size() - 1;
    if (field == null && !last) {
      boolean section = depth == 0 && Keys.isTop(part);
      if (!section) {
        problems.unknown(
            place, mapping.path(), "key", part, List.copyOf(mapping.fields().keySet()));
        return null;
      }
    }
    Item inner =
        field == null ? new Item.Mapping(place, mapping.pathOf(part), Map.of()) : field.value();
    Item changed = put(inner, path, depth + 1, value, place);
    if (changed == null) {
      return null;
    }
    Item.Mapping result = mapping.with(part, place, changed);
    return last && field == null ? at(result, part, place, changed) : result;
  }

  /** The place in a list that is said, by number or by the name of what is there; -1 if none. */
  private int index(Item.Listing listing, String part, Place place) {
    List<Item> items = listing.items();
    List<Integer> called =
        IntStream.range(0, items.size())
            .filter(i -> part.equals(nameOf(items.get(i))))
            .boxed()
            .toList();
    if (called.size() == 1) {
      return called.get(0);
    }
    int index =
        part.matches("\\[[0-9]{1,9}\\]") ? Integer.parseInt(part, 1, part.length() - 1, 10) : -1;
    if (index >= 0 && index < items.size()) {
      return index;
    }
    List<String> names = items.stream().map(SetOptions::nameOf).filter(Objects::nonNull).toList();
    problems.add(
        place,
        "",
        called.isEmpty()
            ? "found '" + part + "' where " + listing.path() + " is a list"
            : "found '" + part + "', the name of " + called.size() + " entries",
        "expected a place from [0] to ["
            + (items.size() - 1)
            + "]"
            + (names.isEmpty() || !called.isEmpty()
                ? ""
                : ", or a name: " + String.join(", ", names)),
        null);
    return -1;
  }

  private static @Nullable String nameOf(Item item) {
    Item.Field name = item instanceof Item.Mapping mapping ? mapping.fields().get("name") : null;
    return name != null && name.value() instanceof Item.Scalar scalar ? scalar.text() : null;
  }

  private static Item.Mapping at(Item.Mapping mapping, String key, Place place, Item value) {
    mapping.fields().put(key, new Item.Field(place, value));
    return mapping;
  }

  private Item.Mapping setParameter(Item.Mapping top, String name, Item value, Place place) {
    Item.Field section = top.fields().get("parameters");
    if (section == null
        || !(section.value() instanceof Item.Mapping before)
        || !before.fields().containsKey(name)) {
      problems.unknown(place, "", "parameter", name, parameterNames(top));
      return top;
    }
    Item.Mapping after = before.with(name, place, value);
    Value old = valueOf(before, name);
    Value now = valueOf(after, name);
    if (old != null && now != null && !old.phrase().equals(now.phrase())) {
      String phrase = now.phrase();
      if (now instanceof Quantity quantity && quantity.dimension().equals(Dimension.NONE)) {
        phrase = "a plain number without a unit";
      }
      problems.add(
          value,
          "found " + value.phrase() + ", " + phrase,
          "expected " + old.phrase() + ", such as the file's " + old.text());
      return top;
    }
    return top.with("parameters", section.keyPlace(), after);
  }

  /** The value of a parameter, with mistakes left for later. */
  private static @Nullable Value valueOf(Item.Mapping section, String name) {
    try {
      return new ParameterTable(section, new Problems()).value(name, 0);
    } catch (ExpressionException e) {
      return null;
    }
  }
}
