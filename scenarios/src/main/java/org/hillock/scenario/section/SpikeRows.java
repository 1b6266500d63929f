package org.hillock.scenario.section;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table of spikes are meant, and of which neuron each is. The tables are {@code
 * time_ms}, with {@code neuron} and {@code population} as in Hillock's own spikes.csv, or {@code
 * sender} and {@code time_ms} as NEST's recorders write them, where neurons are counted from the
 * {@code first} on.
 */
final class SpikeRows {

  static final String TIME = "time_ms";
  static final String SENDER = "sender";
  private static final String NEURON = "neuron";
  private static final String POPULATION = "population";

  /** The columns that there can be. */
  static final List<String> COLUMNS = List.of(TIME, NEURON, POPULATION, SENDER);

  private final CsvTable table;
  private final @Nullable String population;
  private final long only;
  private final long first;
  private final int size;

  private static final long NO_NUMBER = Long.MIN_VALUE;

  private SpikeRows(CsvTable table, @Nullable String population, long only, long first, int size) {
    this.table = table;
    this.population = population;
    this.only = only;
    this.first = first;
    this.size = size;
  }

  /**
   * The rows that are meant; null after a problem was reported.
   *
   * @param fields what the scenario says of the file
   * @param item where it says so
   * @param size of the population that plays them, or 0 for one train
   */
  static @Nullable SpikeRows of(
      CsvTable table, Fields fields, Item.Mapping item, ValueReader values, int size) {
    boolean columns = table.require(TIME);
    boolean numbered = table.has(NEURON) || table.has(SENDER);
    if (columns && size > 0 && !numbered) {
      columns = table.require(NEURON);
    }
    if (!columns) {
      return null;
    }
    int before = values.problems().count();
    Item onlyItem = fields.get(NEURON);
    Item firstItem = fields.get("first");
    Long only = onlyItem == null ? null : values.integer(onlyItem, 0, Integer.MAX_VALUE);
    Long first = firstItem == null ? null : values.integer(firstItem, 0, Integer.MAX_VALUE);
    if (onlyItem != null && (size > 0 || !numbered)) {
      values
          .problems()
          .add(
              onlyItem,
              size > 0 ? "found one neuron for a whole population" : "the file tells no neurons",
              "leave 'neuron' out");
    }
    if (firstItem != null && !table.has(SENDER)) {
      values.problems().add(firstItem, "the file has no column 'sender'", "leave 'first' out");
    }
    String population = population(table, fields, item, values, size);
    return values.problems().count() > before
        ? null
        : new SpikeRows(
            table, population, only == null ? -1 : only, first == null ? 1 : first, size);
  }

  /** The population that is meant, by its name or because it is the only one; null for all. */
  private static @Nullable String population(
      CsvTable table, Fields fields, Item.Mapping item, ValueReader values, int size) {
    Item given = fields.get(POPULATION);
    if (!table.has(POPULATION)) {
      if (given != null) {
        values
            .problems()
            .add(given, "the file has no column 'population'", "leave 'population' out");
      }
      return null;
    }
    Set<String> there = new TreeSet<>();
    for (int row = 0; row < table.size(); row++) {
      there.add(table.cell(row, POPULATION));
    }
    if (given != null) {
      return values.choice(given, "population of the file", there);
    }
    // neurons.NAME.spike_times: a population plays its own spikes of another run.
    String[] path = item.path().split("\\.");
    String own = path.length > 1 ? path[1] : "";
    if (there.size() < 2 || size == 0 && fields.get(NEURON) == null) {
      return there.size() == 1 ? there.iterator().next() : null;
    }
    if (size > 0 && there.contains(own)) {
      return own;
    }
    values
        .problems()
        .add(
            item,
            "the file has spikes of several populations",
            "expected 'population', one of " + String.join(", ", there));
    return null;
  }

  /** Whether a row is meant. */
  boolean takes(int row) {
    return (population == null || table.cell(row, POPULATION).equals(population))
        && (only < 0 || number(row) == only);
  }

  /**
   * Reports a neuron that the file cannot know: no row is of it, nor of one with a higher number.
   *
   * @param item where the scenario names it
   */
  void checkNeuron(@Nullable Item item, Problems problems) {
    long highest = -1;
    for (int row = 0; item != null && row < table.size(); row++) {
      if (population == null || table.cell(row, POPULATION).equals(population)) {
        long number = number(row);
        if (number == NO_NUMBER) {
          table.wrong(row, table.has(SENDER) ? SENDER : NEURON, "expected a whole number");
        }
        highest = Math.max(highest, number);
      }
    }
    if (item != null && only > highest) {
      problems.add(
          item,
          "found " + item.phrase() + ", of which the file has no spikes",
          highest < 0 ? "it has none at all" : "its neurons go up to " + highest);
    }
  }

  private long number(int row) {
    String column = table.has(SENDER) ? SENDER : NEURON;
    try {
      return Long.parseLong(table.cell(row, column)) - (table.has(SENDER) ? first : 0);
    } catch (NumberFormatException e) {
      return NO_NUMBER;
    }
  }

  /** The neuron of a row; -1 after a problem was reported. */
  int neuron(int row) {
    if (!table.has(SENDER)) {
      return table.index(row, NEURON, size);
    }
    long number = number(row);
    if (number >= 0 && number < size) {
      return (int) number;
    }
    table.wrong(
        row,
        SENDER,
        "expected a whole number from "
            + first
            + " to "
            + (first + size - 1)
            + "; 'first' says which sender is the first neuron");
    return -1;
  }
}
