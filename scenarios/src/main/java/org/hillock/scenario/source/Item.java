package org.hillock.scenario.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of the file: a value, a list or a map, with its place and its path. */
public sealed interface Item {

  /** Where it begins. */
  public Place place();

  /** Path from the top of the scenario, such as {@code neurons.exc.tau_m}. */
  public String path();

  /** What it is, in words with the article. */
  String phrase();

  /**
   * A single value.
   *
   * @param text the value, without quotes
   * @param textOffset columns from the place to the first character of the text, or -1 if the text
   *     does not stand in the file as it is (several lines, escapes)
   * @param empty whether nothing was written
   */
  public record Scalar(Place place, String path, String text, int textOffset, boolean empty)
      implements Item {
    @Override
    public String phrase() {
      return empty ? "nothing" : "'" + text + "'";
    }

    /** The place of a character of the text, as near as can be told. */
    public Place placeOf(int offset) {
      return textOffset < 0 ? place : place.shifted(textOffset + offset);
    }
  }

  /** A list. */
  public record Listing(Place place, String path, List<Item> items) implements Item {
    @Override
    public String phrase() {
      return items.isEmpty() ? "an empty list" : "a list";
    }
  }

  /** A map, in the order of the file. */
  public record Mapping(Place place, String path, Map<String, Field> fields) implements Item {
    @Override
    public String phrase() {
      return "a map";
    }

    /** The path of a key of this map. */
    public String pathOf(String key) {
      return path.isEmpty() ? key : path + "." + key;
    }

    /** The same map with another value for a key. */
    public Mapping with(String key, Place keyPlace, Item value) {
      Map<String, Field> changed = new LinkedHashMap<>(fields);
      Field old = fields.get(key);
      changed.put(key, new Field(old == null ? keyPlace : old.keyPlace(), value));
      return new Mapping(place, path, changed);
    }
  }

  /**
   * A key of a map with its value.
   *
   * @param keyPlace where the key stands
   * @param value what it leads to
   */
  public record Field(Place keyPlace, Item value) {}
}
