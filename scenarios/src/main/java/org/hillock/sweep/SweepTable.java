package org.hillock.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.text.Text;

/** The rows of a whole sweep, in the order of the grid. */
public final class SweepTable {

  private final SweepGrid grid;
  private final Map<Integer, SweepRow> rows;
  private final List<String> measured;
  private final List<String> claims;

  /**
   * @param rows one for each point
   */
  public SweepTable(SweepGrid grid, Map<Integer, SweepRow> rows) {
    this.grid = grid;
    this.rows = rows;
    Set<String> labels = new LinkedHashSet<>();
    Set<String> texts = new LinkedHashSet<>();
    for (int i = 0; i < grid.size(); i++) {
      labels.addAll(row(i).measured().keySet());
      texts.addAll(row(i).claims().keySet());
    }
    this.measured = List.copyOf(labels);
    this.claims = List.copyOf(texts);
  }

  private SweepRow row(int index) {
    SweepRow row = rows.get(index);
    if (row == null) {
      throw new IllegalArgumentException("point " + index + " has no row");
    }
    return row;
  }

  /** What was measured, each with its unit. */
  List<String> measured() {
    return measured;
  }

  /** How many runs failed. */
  public long failed() {
    return rows.values().stream().filter(SweepRow::failed).count();
  }

  /** How many runs there are. */
  public int size() {
    return grid.size();
  }

  /**
   * Lines of CSV (RFC 4180): the values of the axes, as numbers in the unit of the heading where
   * they are numbers; the seed; what was measured, empty where there was nothing to measure; for
   * each claim {@code true} or {@code false}; and the error of a run that failed.
   */
  public List<String> csv() {
    List<String> lines = new ArrayList<>();
    List<String> head = new ArrayList<>();
    grid.axes().forEach(axis -> head.add(axis.label()));
    head.add("seed");
    head.addAll(measured);
    claims.forEach(claim -> head.add("holds: " + claim));
    head.add("error");
    lines.add(line(head));
    for (int i = 0; i < grid.size(); i++) {
      SweepRow row = row(i);
      List<String> cells = new ArrayList<>(place(i / grid.seeds()));
      cells.add(Long.toString(grid.point(i).seed()));
      for (String label : measured) {
        double value = row.measured().getOrDefault(label, Double.NaN);
        cells.add(Double.isNaN(value) ? "" : Numbers.text(value));
      }
      for (String claim : claims) {
        Boolean held = row.claims().get(claim);
        cells.add(held == null ? "" : held.toString());
      }
      cells.add(row.error());
      lines.add(line(cells));
    }
    return lines;
  }

  private List<String> place(int place) {
    int[] at = grid.at(place);
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      SweepAxis axis = grid.axes().get(i);
      cells.add(
          axis.numeric() ? Numbers.text(axis.numbers().get(at[i])) : axis.values().get(at[i]));
    }
    return cells;
  }

  private static String line(List<String> cells) {
    return String.join(",", cells.stream().map(SweepTable::cell).toList());
  }

  private static String cell(String text) {
    return text.matches("(?s).*[\",\n\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** What the seeds gave at a place of the grid. */
  Spread at(int place, String label) {
    List<Double> values = new ArrayList<>();
    for (int i = place * grid.seeds(); i < (place + 1) * grid.seeds(); i++) {
      values.add(row(i).measured().getOrDefault(label, Double.NaN));
    }
    return Spread.of(values);
  }

  /**
   * Lines for people: a place of the grid each, with mean and standard deviation over the seeds.
   */
  public List<String> summary() {
    List<List<String>> cells = new ArrayList<>();
    List<String> head = new ArrayList<>();
    grid.axes().forEach(axis -> head.add(axis.label()));
    head.addAll(measured);
    if (failed() > 0) {
      head.add("failed");
    }
    cells.add(head);
    for (int place = 0; place < grid.places(); place++) {
      List<String> row = new ArrayList<>(place(place));
      for (String label : measured) {
        Spread spread = at(place, label);
        String mean = Text.number(spread.mean());
        row.add(spread.count() > 1 ? mean + " ± " + Text.number(spread.sd()) : mean);
      }
      if (failed() > 0) {
        row.add(Long.toString(failed(place)));
      }
      cells.add(row);
    }
    return Text.table(cells, 0);
  }

  private long failed(int place) {
    long failed = 0;
    for (int i = place * grid.seeds(); i < (place + 1) * grid.seeds(); i++) {
      failed += row(i).failed() ? 1 : 0;
    }
    return failed;
  }

  /** Points that failed, with why. */
  public List<String> failures() {
    return rows.values().stream()
        .filter(SweepRow::failed)
        .map(row -> grid.point(row.index()) + ": " + row.error())
        .toList();
  }
}
