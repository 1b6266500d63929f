package org.hillock.hdf5;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A group: items by name, in the order in which they were put. */
public final class Hdf5Group implements Hdf5Item {

  private final Map<String, Hdf5Item> items = new LinkedHashMap<>();

  /**
   * Puts an item.
   *
   * @param name without a slash, not used yet
   * @return this group
   */
  public Hdf5Group put(String name, Hdf5Item item) {
    if (name.isEmpty() || name.indexOf('/') >= 0 || items.put(name, item) != null) {
      throw new IllegalArgumentException("'" + name + "' cannot be a new name in a group");
    }
    return this;
  }

  /** Puts one text. */
  public Hdf5Group put(String name, String text) {
    return put(name, Hdf5Text.scalar(text));
  }

  /** Puts one whole number. */
  public Hdf5Group put(String name, long number) {
    return put(name, Hdf5Numbers.scalar(number));
  }

  /** The item of this name, or null. */
  public @Nullable Hdf5Item get(String name) {
    return items.get(name);
  }

  /** All items, in order. */
  public Map<String, Hdf5Item> items() {
    return Collections.unmodifiableMap(items);
  }

  @Override
  public String phrase() {
    return "a group of " + items.size();
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
