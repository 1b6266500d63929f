package org.hillock.scenario.section;

import java.nio.file.Path;
import java.util.List;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.NeuronRange;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads the synapses of the rule {@code explicit}: a CSV file, or a list of {@code [source, target,
 * weight, delay]}. A weight is a quantity, or a plain number where {@code weight_scale} makes it
 * one.
 */
public final class EdgeReader {

  private static final List<String> COLUMNS =
      List.of("source", "target", "weight", "weight_mV", "weight_pA", "delay", "delay_ms");

  private final ValueReader values;
  private final Problems problems;
  private final @Nullable Path folder;
  private final double step;

  public EdgeReader(ValueReader values, @Nullable Path folder, double step) {
    this.values = values;
    this.problems = values.problems();
    this.folder = folder;
    this.step = step;
  }

  /**
   * The synapses; null after a problem was reported.
   *
   * @param unit unit of the weights
   * @param scale what multiplies the weights, or null
   */
  ConnectionRule.@Nullable Explicit read(
      Item item,
      NeuronRange source,
      NeuronRange target,
      MeasurementUnit unit,
      @Nullable Quantity scale) {
    return item instanceof Item.Listing listing
        ? inline(listing, source, target, unit, scale)
        : file(item, source, target, unit, scale);
  }

  private ConnectionRule.@Nullable Explicit inline(
      Item.Listing listing,
      NeuronRange source,
      NeuronRange target,
      MeasurementUnit unit,
      @Nullable Quantity scale) {
    int count = listing.items().size();
    int columns = 0;
    int[] sources = new int[count];
    int[] targets = new int[count];
    double[] weights = new double[count];
    double[] delays = new double[count];
    boolean hasWeights = false;
    int before = problems.count();
    for (int i = 0; i < count; i++) {
      Item element = listing.items().get(i);
      int found = element instanceof Item.Listing edge ? edge.items().size() : 0;
      if (found < 2 || found > 4 || (i > 0 && found != columns)) {
        String expected =
            i > 0 && columns > 0
                ? "expected " + columns + " entries as in the first"
                : "expected [source, target], with weight and delay if they differ";
        problems.add(element, "found " + element.phrase() + " of " + found + " entries", expected);
        return null;
      }
      columns = found;
      List<Item> edge = ((Item.Listing) element).items();
      sources[i] = index(edge.get(0), source);
      targets[i] = index(edge.get(1), target);
      boolean given = columns > 2 && !(edge.get(2) instanceof Item.Scalar s && s.empty());
      if (i > 0 && given != hasWeights) {
        problems.add(edge.get(2), "found a weight for some edges only", "expected all or none");
        return null;
      }
      hasWeights = given;
      if (given) {
        Quantity weight = values.anyQuantity(edge.get(2));
        weights[i] = weight == null ? 0 : weight(edge.get(2), weight, unit, scale);
      }
      if (columns > 3) {
        Double delay = values.gridTimeFrom(edge.get(3), step);
        delays[i] = delay == null ? step : delay;
      }
    }
    if (problems.count() > before) {
      return null;
    }
    return new ConnectionRule.Explicit(
        sources, targets, hasWeights ? weights : null, columns > 3 ? delays : null);
  }

  private int index(Item item, NeuronRange range) {
    Long index = values.integer(item, 0, range.size() - 1L);
    return index == null ? 0 : index.intValue();
  }

  private double weight(
      Item item, Quantity weight, MeasurementUnit unit, @Nullable Quantity scale) {
    Quantity scaled = scale == null ? weight : weight.times(scale);
    if (scaled.dimension().equals(unit.dimension())) {
      return scaled.in(unit);
    }
    problems.add(
        item,
        "found "
            + item.phrase()
            + (scale == null ? "" : " times weight_scale")
            + ", "
            + scaled.phrase(),
        "expected " + unit.example() + ", or a plain number and weight_scale: 1 " + unit.symbol());
    return 0;
  }

  private ConnectionRule.@Nullable Explicit file(
      Item item,
      NeuronRange source,
      NeuronRange target,
      MeasurementUnit unit,
      @Nullable Quantity scale) {
    Item.Scalar name = values.scalar(item, "the name of a CSV file, or a list of [source, target]");
    CsvTable table = name == null ? null : CsvTable.read(name, folder, COLUMNS, problems);
    if (name == null || table == null) {
      return null;
    }
    if (!table.require("source") || !table.require("target")) {
      return null;
    }
    String weightColumn = column(name, table, "weight", "weight_mV", "weight_pA");
    String delayColumn = column(name, table, "delay", "delay_ms", "delay_ms");
    if (weightColumn == null || delayColumn == null) {
      return null;
    }
    int count = table.size();
    int[] sources = new int[count];
    int[] targets = new int[count];
    double @Nullable [] weights = weightColumn.isEmpty() ? null : new double[count];
    double @Nullable [] delays = delayColumn.isEmpty() ? null : new double[count];
    double most = RunSettings.MAX_DELAY_STEPS * step;
    int before = problems.count();
    for (int row = 0; row < count; row++) {
      sources[row] = table.index(row, "source", source.size());
      targets[row] = table.index(row, "target", target.size());
      if (weights != null) {
        Quantity weight = cell(table, row, weightColumn);
        Quantity scaled = weight == null || scale == null ? weight : weight.times(scale);
        if (scaled != null && scaled.dimension().equals(unit.dimension())) {
          weights[row] = scaled.in(unit);
        } else if (scaled != null) {
          table.wrong(
              row,
              weightColumn,
              "expected "
                  + unit.example()
                  + ", or a plain number and weight_scale: 1 "
                  + unit.symbol()
                  + " in the scenario");
        }
      }
      if (delays != null) {
        Quantity delay = cell(table, row, delayColumn);
        if (delay != null && delay.dimension().equals(Dimension.TIME)) {
          delays[row] = delay.in(MeasurementUnit.MILLISECOND);
        }
        if (delay != null && !delay.dimension().equals(Dimension.TIME)) {
          table.wrong(
              row,
              delayColumn,
              "expected a time, such as 1.5 ms, or a column delay_ms of plain numbers");
        } else if (delay != null && !(delays[row] >= step && delays[row] <= most)) {
          table.wrong(
              row,
              delayColumn,
              "expected from "
                  + Numbers.text(step)
                  + " ms to "
                  + Numbers.rounded(most, MeasurementUnit.MILLISECOND));
        } else if (delay != null) {
          delays[row] = values.onGrid(table, row, delayColumn, delays[row]);
        }
      }
    }
    return problems.count() > before
        ? null
        : new ConnectionRule.Explicit(sources, targets, weights, delays);
  }

  /** The one column of several names that the table has; empty if none, null if two. */
  private @Nullable String column(Item item, CsvTable table, String... names) {
    String found = "";
    for (String name : names) {
      if (table.has(name) && !name.equals(found)) {
        if (!found.isEmpty()) {
          problems.add(item, "both columns '" + found + "' and '" + name + "'", "expected one");
          return null;
        }
        found = name;
      }
    }
    return found;
  }

  /** A cell as a quantity; the column's name may say the unit. */
  private @Nullable Quantity cell(CsvTable table, int row, String column) {
    int underscore = column.indexOf('_');
    String cell = table.cell(row, column);
    String unitName = underscore < 0 ? "" : column.substring(underscore + 1);
    if (underscore < 0) {
      int space = 0;
      while (space < cell.length() && "+-.0123456789eE".indexOf(cell.charAt(space)) >= 0) {
        space++;
      }
      unitName = cell.substring(space).trim();
      cell = cell.substring(0, space);
    }
    MeasurementUnit unit = unitName.isEmpty() ? MeasurementUnit.NONE : MeasurementUnit.of(unitName);
    try {
      double value = Double.parseDouble(cell);
      if (unit != null && Double.isFinite(value)) {
        return Quantity.of(value, unit);
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    table.wrong(row, column, "expected a number, with its unit if the header has none");
    return null;
  }
}
