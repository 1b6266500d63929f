package org.hillock.scenario.section;

import java.util.List;
import java.util.Optional;
import org.hillock.network.Extent;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Positions;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads where neurons are: {@code {from: 0 m, to: 1 m}} for a row of them, {@code {grid: [20, 20],
 * extent: [1 mm, 1 mm]}}, {@code {random: uniform, extent: [1 mm, 1 mm]}}, or a place for each. A
 * place is a length, or a list of two or three.
 */
final class PositionsReader {

  private static final MeasurementUnit MM = MeasurementUnit.canonical(Dimension.LENGTH);

  private final ValueReader values;
  private final Problems problems;

  private final long seed;

  /**
   * @param seed by which places are drawn
   */
  PositionsReader(ValueReader values, long seed) {
    this.values = values;
    this.problems = values.problems();
    this.seed = seed;
  }

  /**
   * The positions of a population; null after a problem was reported.
   *
   * @param size number of neurons, or 0 if it was not understood
   * @param population the place of the population in the file
   */
  @Nullable Positions read(Item item, int size, int population) {
    if (item instanceof Item.Mapping mapping) {
      return arranged(mapping, size, population);
    }
    return list(item, Keys.POSITIONS, size);
  }

  private @Nullable Positions list(Item item, Key key, int size) {
    if (!(item instanceof Item.Listing listing) || listing.items().isEmpty()) {
      String found = item instanceof Item.Listing ? "an empty list" : item.phrase();
      problems.add(item, "found " + found, "expected " + key.description());
      return null;
    }
    return listed(listing, size);
  }

  private @Nullable Positions arranged(Item.Mapping mapping, int size, int population) {
    Optional<String> said =
        PlaceKeys.ARRANGEMENTS.keySet().stream().filter(mapping.fields()::containsKey).findFirst();
    if (said.isEmpty()) {
      problems.add(
          mapping,
          "found none of " + String.join(", ", PlaceKeys.ARRANGEMENTS.keySet()),
          "expected " + Keys.POSITIONS.description());
      return null;
    }
    String kind = said.get();
    List<Key> keys = PlaceKeys.ARRANGEMENTS.getOrDefault(kind, List.of());
    Fields fields = Fields.check(mapping, "key", keys, "", problems);
    int before = problems.count();
    Extent extent = extent(fields);
    Item own = fields.get(kind);
    if (own == null || problems.count() > before) {
      return null;
    }
    Positions positions =
        switch (kind) {
          case "grid" -> grid(own, extent, size);
          case "random" -> random(own, extent, size, population);
          case "free" -> list(own, keys.get(0), size);
          default -> row(fields, size);
        };
    return positions == null ? null : wrapped(fields, positions, extent);
  }

  private @Nullable Extent extent(Fields fields) {
    Item item = fields.get("extent");
    Item centerItem = fields.get("center");
    double[] lengths = item == null ? null : place(item);
    double[] center = centerItem == null ? null : place(centerItem);
    if (item == null && centerItem != null) {
      problems.add(centerItem, "found a center without an extent", "expected both, or neither");
    }
    if (item == null || lengths == null) {
      return null;
    }
    for (double length : lengths) {
      if (!(length > 0)) {
        problems.add(
            item, "found a length of " + Numbers.text(length, MM), "expected more than 0 mm");
        return null;
      }
    }
    if (centerItem != null && center != null && center.length != lengths.length) {
      problems.add(
          centerItem,
          "found " + coordinates(center.length),
          "expected as many coordinates as the extent has lengths, " + lengths.length);
      return null;
    }
    return new Extent(lengths, center == null ? new double[lengths.length] : center);
  }

  private @Nullable Positions wrapped(Fields fields, Positions positions, @Nullable Extent extent) {
    Item item = fields.get("edge_wrap");
    Boolean wraps = item == null ? Boolean.FALSE : values.truth(item);
    Item extentItem = fields.get("extent");
    if (wraps == null) {
      return null;
    }
    if (!wraps) {
      if (extentItem != null && (fields.has("free") || fields.has("from"))) {
        problems.add(
            extentItem,
            "found an extent, which says nothing here but where periodic borders are",
            "expected edge_wrap: true with it");
      }
      return positions;
    }
    if (extent == null) {
      problems.add(
          item == null ? fields.mapping() : item,
          "found periodic borders without an extent",
          "expected extent: how long it is along each axis, such as [1 mm, 1 mm]");
      return null;
    }
    try {
      return positions.wrapped(extent);
    } catch (InvalidNetworkException e) {
      problems.add(
          extentItem == null ? fields.mapping() : extentItem,
          "found " + e.found(),
          "expected " + e.allowed());
      return null;
    }
  }

  private @Nullable Positions grid(Item item, @Nullable Extent extent, int size) {
    List<Item> items = item instanceof Item.Listing listing ? listing.items() : List.of(item);
    int[] shape = new int[items.size()];
    long total = 1;
    boolean complete = !items.isEmpty();
    for (int axis = 0; axis < shape.length; axis++) {
      Long count = values.integer(items.get(axis), 1, Integer.MAX_VALUE);
      complete &= count != null;
      shape[axis] = count == null ? 1 : count.intValue();
      total = Math.min(Integer.MAX_VALUE, total * shape[axis]);
    }
    if (!complete || extent == null) {
      return null;
    }
    if (shape.length != extent.dimensions()) {
      problems.add(
          item,
          "found " + Text.count(shape.length, "number", "numbers") + " of neurons",
          "expected as many as the extent has lengths, " + extent.dimensions());
      return null;
    }
    if (size > 0 && total != size) {
      problems.add(
          item,
          "found a grid of " + total + " places",
          "expected one for each of the " + size + " neurons");
      return null;
    }
    return size == 0 ? null : Positions.grid(shape, extent);
  }

  private @Nullable Positions random(Item item, @Nullable Extent extent, int size, int population) {
    String how = values.choice(item, "distribution of places", List.of("uniform"));
    if (how == null || extent == null || size == 0) {
      return null;
    }
    double bytes = 8.0 * extent.dimensions() * size;
    if (Allocation.exceeded(bytes)) {
      problems.add(item, "found places for " + size + " neurons", Allocation.expected(bytes));
      return null;
    }
    return Positions.random(size, extent, seed, population);
  }

  private @Nullable Positions row(Fields fields, int size) {
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
  double @Nullable [] place(Item item) {
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
