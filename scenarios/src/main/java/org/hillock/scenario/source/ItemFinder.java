package org.hillock.scenario.source;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the piece of a file that a path of a network means, such as {@code neurons.exc.tau_m} or
 * {@code synapses.out->rec.feedback}: where a file does not say what is there, the nearest around
 * it. A projection goes by its name, by the populations that it leads from and to, or by its place
 * in the list, such as {@code synapses[0]}.
 */
public final class ItemFinder {

  private static final String ARROW = "->";

  private static final Pattern PLACE = Pattern.compile("(\\w+)\\[(\\d+)]\\.?(.*)");

  private final Item.Mapping top;

  /**
   * @param top the whole scenario
   */
  public ItemFinder(Item.Mapping top) {
    this.top = top;
  }

  /** The piece that a path means, or the nearest around it. */
  public Item find(String path) {
    Matcher place = PLACE.matcher(path);
    if (place.matches()) {
      return descend(element(place.group(1), Integer.parseInt(place.group(2))), place.group(3));
    }
    int first = path.indexOf('.');
    int last = path.lastIndexOf('.');
    Item section = within(top, first < 0 ? path : path.substring(0, first));
    if (first < 0 || last == first) {
      return section;
    }
    String name = path.substring(first + 1, last);
    Item element =
        section instanceof Item.Listing list
            ? list.items().stream().filter(item -> isCalled(item, name)).findFirst().orElse(list)
            : descend(section, name);
    return descend(element, path.substring(last + 1));
  }

  private Item element(String section, int index) {
    Item item = within(top, section);
    return item instanceof Item.Listing list && index < list.items().size()
        ? list.items().get(index)
        : item;
  }

  /**
   * What stands under a key; else under the keys between its dots, as far as there is something.
   */
  private static Item descend(Item item, String keys) {
    Item whole = within(item, keys);
    if (whole != item) {
      return whole;
    }
    Item at = item;
    for (String key : keys.split("\\.")) {
      Item next = within(at, key);
      if (next == at) {
        break;
      }
      at = next;
    }
    return at;
  }

  private static Item within(Item item, String key) {
    Item.Field field = item instanceof Item.Mapping map ? map.fields().get(key) : null;
    return field == null ? item : field.value();
  }

  private static boolean isCalled(Item item, String name) {
    if (!(item instanceof Item.Mapping map)) {
      return false;
    }
    Map<String, Item.Field> fields = map.fields();
    if (fields.get("name") != null) {
      return fields.get("name").value() instanceof Item.Scalar scalar && scalar.text().equals(name);
    }
    int arrow = name.indexOf(ARROW);
    return arrow > 0
        && names(within(map, "from"), name.substring(0, arrow))
        && names(within(map, "to"), name.substring(arrow + ARROW.length()));
  }

  /** Whether a population, or neurons of it, are what is written, or are in the list. */
  private static boolean names(Item item, String population) {
    List<Item> items = item instanceof Item.Listing list ? list.items() : List.of(item);
    return items.stream()
        .anyMatch(
            each ->
                each instanceof Item.Scalar scalar
                    && scalar.text().split("\\[")[0].strip().equals(population));
  }
}
