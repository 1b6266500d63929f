package org.hillock.scenario.write;

import java.util.StringJoiner;
import java.util.function.IntToDoubleFunction;
import org.hillock.network.Arrangement;
import org.hillock.network.Extent;
import org.hillock.network.Mask;
import org.hillock.network.Positions;
import org.hillock.network.Profile;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;

/** Writes where neurons are, by the rule that says it where there is one. */
record PlaceFields(Positions positions) implements Arrangement.Cases<String> {

  private static final MeasurementUnit MM = MeasurementUnit.canonical(Dimension.LENGTH);

  /** The value of {@code positions}. */
  static String of(Positions positions) {
    return positions.arrangement().accept(new PlaceFields(positions));
  }

  /** A formula of the way, in quotes, times a number. */
  static String formula(double factor, Profile profile) {
    String formula = profile.formula();
    return '"' + (factor == 1 ? formula : Numbers.text(factor) + " * (" + formula + ")") + '"';
  }

  /** The value of {@code mask}. */
  static String mask(Mask mask) {
    Flow size = new Flow();
    mask.describe(
        new Mask.Words() {
          @Override
          public void length(String name, double... values) {
            size.add(
                name,
                values.length == 1
                    ? Numbers.text(values[0], MM)
                    : list(values.length, axis -> values[axis]));
          }

          @Override
          public void angle(String name, double value) {
            size.add(name, Numbers.text(value));
          }
        });
    return new Flow().add(mask.shape(), size.toString()).toString();
  }

  @Override
  public String listed(Arrangement.Listed listed) {
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (int neuron = 0; neuron < positions.size(); neuron++) {
      list.add(place(neuron));
    }
    if (positions.period() == null) {
      return list.toString();
    }
    return borders(new Flow().add("free", list.toString()), positions.period());
  }

  @Override
  public String row(Arrangement.Row row) {
    // A single neuron stands where its row begins.
    Flow fields = new Flow().add("from", place(0)).add("to", place(positions.size() - 1));
    return positions.period() == null ? fields.toString() : borders(fields, positions.period());
  }

  @Override
  public String grid(Arrangement.Grid grid) {
    StringJoiner shape = new StringJoiner(", ", "[", "]");
    for (int count : grid.shape()) {
      shape.add(Integer.toString(count));
    }
    return borders(new Flow().add("grid", shape.toString()), grid.extent());
  }

  @Override
  public String random(Arrangement.Random random) {
    return borders(new Flow().add("random", "uniform"), random.extent());
  }

  private String borders(Flow fields, Extent extent) {
    fields.add("extent", list(extent.dimensions(), axis -> extent.lengths()[axis]));
    fields.add("center", list(extent.dimensions(), axis -> extent.center()[axis]));
    if (positions.period() != null) {
      fields.add("edge_wrap", "true");
    }
    return fields.toString();
  }

  private String place(int neuron) {
    return positions.dimensions() == 1
        ? Numbers.text(positions.coordinate(neuron, 0), MM)
        : list(positions.dimensions(), axis -> positions.coordinate(neuron, axis));
  }

  private static String list(int dimensions, IntToDoubleFunction value) {
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (int axis = 0; axis < dimensions; axis++) {
      list.add(Numbers.text(value.applyAsDouble(axis), MM));
    }
    return list.toString();
  }
}
