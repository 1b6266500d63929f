package org.hillock.scenario.section;

import java.util.List;
import org.hillock.network.Positions;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads where neurons are: {@code {from: 0 m, to: 1 m}} for a row of them, or a place for each. A
 * place is a length, or a list of two or three.
 */
final class PositionsReader {

  private static final MeasurementUnit MM = MeasurementUnit.canonical(Dimension.LENGTH);

  private final ValueReader values;
  private final Problems problems;

  PositionsReader(ValueReader values) {
    this.values = values;
    this.problems = values.problems();
  }

  /**
   * The positions of a population; null after a problem was reported.
   *
   * @param size number of neurons, or 0 if it was not understood
   */
  @Nullable Positions read(Item item, int size) {
    if (item instanceof Item.Mapping mapping) {
      return row(mapping, size);
    }
    if (!(item instanceof Item.Listing listing) || listing.items().isEmpty()) {
      String found = item instanceof Item.Listing ? "an empty list" : item.phrase();
      problems.add(item, "found " + found, "expected " + Keys.POSITIONS.description());
      return null;
    }
    return listed(listing, size);
  }

  private @Nullable Positions row(Item.Mapping mapping, int size) {
    Fields fields = Fields.check(mapping, "key", Keys.ROW, "", problems);
    Item fromItem = fields.get("from");
    Item toItem = fields.get("to");
    double[] from = fromItem == null ? null : place(fromItem);
    double[] to = toItem == null ? null : place(toItem);
    if (from == null || to == null || toItem == null || !agree(toItem, to, from)) {
      return null;
    }
    return size == 0 ? null : Positions.between(size, from, to);
  }

  private @Nullable Positions listed(Item.Listing listing, int size) {
    List<Item> items = listing.items();
    double[][] places = new double[items.size()][];
    boolean complete = true;
    double[] first = null;
    for (int i = 0; i < places.length; i++) {
      double[] place = place(items.get(i));
      first = first == null ? place : first;
      complete &= place != null && first != null && agree(items.get(i), place, first);
      places[i] = place == null ? new double[0] : place;
    }
    if (size > 0 && places.length != size) {
      problems.add(
          listing,
          "found a list of " + Text.count(places.length, "position", "positions"),
          "expected one for each of the " + size + " neurons");
      return null;
    }
    return complete && size > 0 ? Positions.of(places) : null;
  }

  /** All places have as many coordinates. */
  private boolean agree(Item item, double[] place, double[] first) {
    if (place.length == first.length) {
      return true;
    }
    problems.add(
        item,
        "found " + coordinates(place.length) + " after one of " + first.length,
        "expected as many coordinates for every neuron");
    return false;
  }

  private static String coordinates(int count) {
    return count == 1 ? "a place of 1 coordinate" : "a place of " + count + " coordinates";
  }

  /** The coordinates of one place [mm]. */
  private double @Nullable [] place(Item item) {
    if (!(item instanceof Item.Listing listing)) {
      Double coordinate = values.number(item, MM);
      return coordinate == null ? null : new double[] {coordinate};
    }
    int count = listing.items().size();
    if (count < 1 || count > Positions.MAX_DIMENSIONS) {
      problems.add(
          item,
          "found " + coordinates(count),
          "expected one to three, such as [0 mm, 5 mm], a list for each neuron");
      return null;
    }
    double[] place = new double[count];
    boolean complete = true;
    for (int axis = 0; axis < count; axis++) {
      Double coordinate = values.number(listing.items().get(axis), MM);
      complete &= coordinate != null;
      place[axis] = coordinate == null ? 0 : coordinate;
    }
    return complete ? place : null;
  }
}
