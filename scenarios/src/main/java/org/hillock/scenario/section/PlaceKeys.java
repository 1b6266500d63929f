package org.hillock.scenario.section;

import static org.hillock.scenario.section.Key.optional;
import static org.hillock.scenario.section.Key.required;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.scenario.section.Key.Shape;

/** Every key of what says where neurons are. */
final class PlaceKeys {

  private static final String EXTENT = "how long it is along each axis, such as [1 mm, 1 mm]";

  private static final Key CENTER =
      optional("center", Shape.PLACE, "the middle of the extent; default 0 mm on each axis");

  private static final Key EDGE_WRAP =
      optional(
          "edge_wrap",
          Shape.TRUTH,
          "whether the borders of the extent are periodic; default false");

  /** By the key that only it has, how a map says where neurons are. */
  static final Map<String, List<Key>> ARRANGEMENTS = new LinkedHashMap<>();

  static {
    ARRANGEMENTS.put(
        "from",
        inside(
            false,
            required("from", Shape.PLACE, "where the first neuron is, such as 0 m or [0 mm, 1 mm]"),
            required("to", Shape.PLACE, "where the last neuron is")));
    ARRANGEMENTS.put(
        "grid",
        inside(
            true,
            required(
                "grid",
                Shape.COUNTS,
                "neurons along each axis, such as [20, 20]; those along the first follow each"
                    + " other")));
    ARRANGEMENTS.put(
        "random",
        inside(true, required("random", Shape.TEXT, "how places are drawn by the seed: uniform")));
    ARRANGEMENTS.put(
        "free", inside(false, required("free", Shape.PLACES, "a list of a place for each neuron")));
  }

  private static final String LENGTH = ", such as 0.2 mm";

  /** Which targets a source reaches, by shape. */
  static final Map<String, List<Key>> MASKS = new LinkedHashMap<>();

  static {
    List<Key> round =
        List.of(required("radius", Shape.FORMULA, "all within this distance" + LENGTH));
    List<Key> corners =
        List.of(
            required(
                "lower_left",
                Shape.PLACE,
                "the corner of lowest coordinates, from the source, such as [-1 mm, 0 mm]"),
            required(
                "upper_right",
                Shape.PLACE,
                "the corner of highest coordinates, such as [1 mm, 2 mm]"));
    MASKS.put("circular", round);
    MASKS.put("spherical", round);
    MASKS.put("rectangular", corners);
    MASKS.put("box", corners);
    MASKS.put(
        "doughnut",
        List.of(
            required("inner_radius", Shape.FORMULA, "none up to this distance" + LENGTH),
            required("outer_radius", Shape.FORMULA, "all others within this distance" + LENGTH)));
    MASKS.put(
        "elliptical",
        List.of(
            required("major_axis", Shape.FORMULA, "length of the axis along x" + LENGTH),
            required("minor_axis", Shape.FORMULA, "length of the other axis" + LENGTH),
            optional(
                "azimuth_angle",
                Shape.FORMULA,
                "by which it is turned against the clock, in rad; default 0")));
  }

  /** Which neurons may be connected. */
  static final Key MASK =
      optional(
          "mask",
          Shape.MASK,
          "which targets a source reaches, such as {circular: {radius: 0.2 mm}}; default all");

  /** Whom a neuron finds rather than others, where it finds a fixed number. */
  static final Key RELATIVE =
      optional(
          "probability",
          Shape.FORMULA,
          "relative chance of each pair, by distance, such as exp(-d / 0.2 mm); default all alike");

  /** What of a drawn weight or delay follows from places. */
  static final Key PROFILE =
      optional(
          "profile",
          Shape.FORMULA,
          "multiplies what is drawn, by distance, such as exp(-d / 0.2 mm)");

  private PlaceKeys() {}

  private static List<Key> inside(boolean extent, Key... own) {
    List<Key> keys = new ArrayList<>(List.of(own));
    keys.add(
        extent
            ? required("extent", Shape.PLACE, EXTENT)
            : optional("extent", Shape.PLACE, EXTENT + "; only with edge_wrap"));
    keys.add(CENTER);
    keys.add(EDGE_WRAP);
    return List.copyOf(keys);
  }
}
