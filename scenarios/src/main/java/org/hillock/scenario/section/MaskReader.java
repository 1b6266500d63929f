package org.hillock.scenario.section;

import java.util.List;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Mask;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads which targets a source reaches: {@code {circular: {radius: 0.2 mm}}}. */
final class MaskReader {

  private static final MeasurementUnit MM = MeasurementUnit.canonical(Dimension.LENGTH);

  private final ValueReader values;
  private final PositionsReader places;
  private final Problems problems;

  MaskReader(ValueReader values) {
    this.values = values;
    this.places = new PositionsReader(values, 0);
    this.problems = values.problems();
  }

  /** The mask; null after a problem was reported. */
  @Nullable Mask read(Item item) {
    if (!(item instanceof Item.Mapping mapping) || mapping.fields().size() != 1) {
      String found = item instanceof Item.Mapping ? "a map of several or no keys" : item.phrase();
      problems.add(
          item,
          "found " + found,
          "expected one shape with its size, such as {circular: {radius: 0.2 mm}}");
      return null;
    }
    String shape = mapping.fields().keySet().iterator().next();
    Item.Field field = mapping.fields().values().iterator().next();
    List<Key> keys = PlaceKeys.MASKS.get(shape);
    if (keys == null) {
      problems.unknown(
          field.keyPlace(), mapping.path(), "mask", shape, List.copyOf(PlaceKeys.MASKS.keySet()));
      return null;
    }
    Item.Mapping own =
        Fields.mapping(field.value(), "the size of the mask, such as {radius: 0.2 mm}", problems);
    if (own == null) {
      return null;
    }
    int before = problems.count();
    Fields fields = Fields.check(own, "key", keys, "", problems);
    Made made = made(shape, fields);
    if (made == null || problems.count() > before) {
      return null;
    }
    try {
      return made.mask();
    } catch (InvalidNetworkException e) {
      fields.impossible(e, problems);
      return null;
    }
  }

  /** Makes a mask of numbers, which may not fit each other. */
  private interface Made {

    Mask mask();
  }

  private @Nullable Made made(String shape, Fields fields) {
    switch (shape) {
      case "circular", "spherical":
        double radius = length(fields, "radius");
        return () -> new Mask.Round(radius, shape.equals("spherical"));
      case "doughnut":
        double inner = length(fields, "inner_radius");
        double outer = length(fields, "outer_radius");
        return () -> new Mask.Doughnut(inner, outer);
      case "elliptical":
        double major = length(fields, "major_axis");
        double minor = length(fields, "minor_axis");
        Item angleItem = fields.get("azimuth_angle");
        Double angle = angleItem == null ? null : values.number(angleItem, MeasurementUnit.NONE);
        return () -> new Mask.Elliptical(major, minor, angle == null ? 0 : angle);
      default:
        double[] low = corner(fields, "lower_left");
        double[] high = corner(fields, "upper_right");
        if (low == null || high == null) {
          return null;
        }
        boolean solid = shape.equals("box");
        if (solid != (low.length == 3)) {
          problems.add(
              fields.mapping(),
              "found corners of " + low.length + (low.length == 1 ? " coordinate" : " coordinates"),
              solid
                  ? "expected three; rectangular has one or two"
                  : "expected one or two; box has three");
          return null;
        }
        return () -> new Mask.Corners(low, high);
    }
  }

  private double length(Fields fields, String key) {
    Item item = fields.get(key);
    Double length = item == null ? null : values.number(item, MM);
    return length == null ? Double.NaN : length;
  }

  private double @Nullable [] corner(Fields fields, String key) {
    Item item = fields.get(key);
    return item == null ? null : places.place(item);
  }
}
