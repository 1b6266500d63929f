package org.hillock.scenario.section;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.model.GridTime;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is constant between given times: {@code steps: [[time, value], ...]}, a table in a
 * file, or two lists. Each method returns null after it has reported what is wrong.
 */
final class TimeCourseReader {

  private final ValueReader values;
  private final Problems problems;
  private final double step;
  private final @Nullable Path folder;

  /**
   * @param step grid step [ms]; 0 in continuous time
   * @param folder where to look for files, or null if the scenario may not name any
   */
  TimeCourseReader(ValueReader values, double step, @Nullable Path folder) {
    this.values = values;
    this.problems = values.problems();
    this.step = step;
    this.folder = folder;
  }

  /**
   * Steps in a list or in a file.
   *
   * @param quantity what the column of a file is called, but for its unit
   * @param least value that is allowed
   */
  @Nullable TimeCourse steps(Item item, MeasurementUnit unit, String quantity, double least) {
    int before = problems.count();
    List<Double> times = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    if (item instanceof Item.Mapping file) {
      file(file, unit, quantity, least, times, found);
    } else {
      pairs(item, unit, least, times, found);
    }
    return problems.count() > before ? null : ascending(item, new TimeCourse(times, found));
  }

  /** A list of times and one of values. */
  @Nullable TimeCourse lists(Item timeList, Item valueList, MeasurementUnit unit) {
    int before = problems.count();
    List<Double> times = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    list(timeList, MeasurementUnit.MILLISECOND, times);
    list(valueList, unit, found);
    return problems.count() > before ? null : ascending(timeList, new TimeCourse(times, found));
  }

  /** A CSV file of times and values, such as {@code time_ms,amplitude_pA}. */
  private void file(
      Item.Mapping mapping,
      MeasurementUnit unit,
      String quantity,
      double least,
      List<Double> times,
      List<Double> found) {
    List<String> columns =
        List.of("time_ms", unit.symbol().isEmpty() ? quantity : quantity + "_" + unit.symbol());
    Fields fields = Fields.check(mapping, "key", Keys.CURRENT_FILE, "", problems);
    Item fileItem = fields.get("file");
    Item.Scalar name = fileItem == null ? null : values.scalar(fileItem, "the name of a CSV file");
    CsvTable table = name == null ? null : CsvTable.read(name, folder, columns, problems);
    boolean whole = table != null;
    for (String column : columns) {
      whole &= table != null && table.require(column);
    }
    if (table == null || !whole) {
      return;
    }
    if (table.size() == 0) {
      problems.add(mapping, "the file has no rows", "expected one or more");
    }
    for (int row = 0; row < table.size(); row++) {
      double time = table.number(row, columns.get(0));
      if (time < 0) {
        table.wrong(row, columns.get(0), "expected 0 ms or more");
      }
      double value = table.number(row, columns.get(1));
      if (value < least) {
        table.wrong(row, columns.get(1), "expected at least " + Numbers.text(least, unit));
      }
      times.add(values.onGrid(table, row, columns.get(0), time));
      found.add(value);
    }
  }

  private void pairs(
      Item item, MeasurementUnit unit, double least, List<Double> times, List<Double> found) {
    if (!(item instanceof Item.Listing listing) || listing.items().isEmpty()) {
      problems.add(
          item, "found " + item.phrase(), "expected [[time, value], ...] with one or more");
      return;
    }
    for (Item element : listing.items()) {
      if (element instanceof Item.Listing pair && pair.items().size() == 2) {
        Item second = pair.items().get(1);
        Double time = values.gridTimeFrom(pair.items().get(0), 0);
        Double value = values.number(second, unit);
        if (value != null && value < least) {
          problems.add(
              second, "found " + second.phrase(), "expected at least " + Numbers.text(least, unit));
        }
        if (time != null && value != null) {
          times.add(time);
          found.add(value);
        }
      } else {
        problems.add(
            element, "found " + element.phrase(), "expected a pair, a time and " + unit.example());
      }
    }
  }

  private void list(Item item, MeasurementUnit unit, List<Double> into) {
    if (!(item instanceof Item.Listing listing) || listing.items().isEmpty()) {
      problems.add(item, "found " + item.phrase(), "expected a list, each " + unit.example());
      return;
    }
    for (Item element : listing.items()) {
      Double value =
          unit.equals(MeasurementUnit.MILLISECOND)
              ? values.gridTimeFrom(element, 0)
              : values.number(element, unit);
      into.add(value == null ? Double.NaN : value);
    }
  }

  private @Nullable TimeCourse ascending(Item item, TimeCourse course) {
    List<Double> times = course.times();
    for (int i = 1; i < times.size(); i++) {
      if (!laterStep(times.get(i - 1), times.get(i))) {
        problems.add(
            item,
            "found "
                + Numbers.text(times.get(i))
                + " ms after "
                + Numbers.text(times.get(i - 1))
                + " ms",
            step == 0
                ? "expected ascending times"
                : "expected ascending times, at least one step of "
                    + Numbers.text(step)
                    + " ms apart");
        return null;
      }
    }
    return course;
  }

  /** Whether a time comes after another, on the grid at least a step after it. */
  private boolean laterStep(double before, double time) {
    return step == 0 ? time > before : GridTime.index(time, step) > GridTime.index(before, step);
  }
}
