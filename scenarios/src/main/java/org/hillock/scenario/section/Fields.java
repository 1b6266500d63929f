package org.hillock.scenario.section;

import java.util.List;
import org.hillock.network.InvalidNetworkException;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** A map of the file whose keys were checked against a table. */
public final class Fields {

  private final Item.Mapping mapping;

  private Fields(Item.Mapping mapping) {
    this.mapping = mapping;
  }

  /** The item as a map, or null after it was reported as something else. */
  public static Item.@Nullable Mapping mapping(Item item, String expected, Problems problems) {
    if (item instanceof Item.Mapping mapping) {
      return mapping;
    }
    problems.add(item, "found " + item.phrase(), "expected " + expected);
    return null;
  }

  /**
   * The fields of a map. Reports unknown keys and required ones that are missing.
   *
   * @param kind what a key is called in messages, such as "parameter"
   * @param extra a key that was already read and is allowed, or the empty text
   */
  public static Fields check(
      Item.Mapping mapping, String kind, List<Key> keys, String extra, Problems problems) {
    List<String> known = keys.stream().map(Key::name).toList();
    mapping
        .fields()
        .forEach(
            (name, field) -> {
              if (!known.contains(name) && !name.equals(extra)) {
                problems.unknown(field.keyPlace(), mapping.pathOf(name), kind, name, known);
              }
            });
    for (Key key : keys) {
      if (key.required() && !mapping.fields().containsKey(key.name())) {
        missing(mapping, key, problems);
      }
    }
    return new Fields(mapping);
  }

  static void missing(Item.Mapping mapping, Key key, Problems problems) {
    problems.add(
        mapping.place(),
        mapping.path(),
        "'" + key.name() + "' is missing",
        "expected " + key.description(),
        null);
  }

  public Item.Mapping mapping() {
    return mapping;
  }

  /** What a key leads to, or null if it is not there. */
  public @Nullable Item get(String name) {
    Item.Field field = mapping.fields().get(name);
    return field == null ? null : field.value();
  }

  /** Reports a key that has no meaning beside the others. */
  void refuse(String key, String why, Problems problems) {
    Item item = get(key);
    if (item != null) {
      problems.add(item, "found '" + key + "'", why);
    }
  }

  /** Reports what cannot be, at the key that is to blame, if the map has it. */
  void impossible(InvalidNetworkException e, Problems problems) {
    impossible(e, "", problems);
  }

  /**
   * The same.
   *
   * @param where follows what was found, such as the neurons that it concerns; or the empty text
   */
  void impossible(InvalidNetworkException e, String where, Problems problems) {
    Item blamed = get(e.where().substring(e.where().lastIndexOf('.') + 1));
    problems.add(
        blamed == null ? mapping : blamed, "found " + e.found() + where, "expected " + e.allowed());
  }

  boolean has(String name) {
    return mapping.fields().containsKey(name);
  }
}
