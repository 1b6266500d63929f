package org.hillock.scenario.section;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Place;
import org.hillock.scenario.source.Problem;
import org.hillock.scenario.source.Problems;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file that a scenario names: a header, then one row a line; cells may be in quotes. Blank
 * lines and lines that begin with # do not count. Where spikes are read the files of NEST's
 * recorders are tables too, {@code .dat} with a header and {@code .gdf} without, their cells apart
 * by blanks.
 */
final class CsvTable {

  /** After so many wrong cells the rest of a file is not worth reporting. */
  private static final int MAX_WRONG = 5;

  private final String name;
  private final Problems problems;
  private final List<String> header;
  private final List<String[]> rows = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private int wrong;

  private CsvTable(String name, Problems problems, List<String> header) {
    this.name = name;
    this.problems = problems;
    this.header = header;
  }

  /**
   * Reads a file.
   *
   * @param item the item that names the file
   * @param folder where to look for it, or null if the scenario may not name files
   * @param known the columns that may be there
   * @return null after a problem was reported
   */
  static @Nullable CsvTable read(
      Item.Scalar item, @Nullable Path folder, List<String> known, Problems problems) {
    if (folder == null) {
      problems.add(item, "found the file '" + item.text() + "'", "this scenario has no folder");
      return null;
    }
    String text;
    try {
      text = ScenarioSource.read(folder.resolve(item.text()), item.text());
    } catch (InvalidPathException e) {
      problems.add(item, "found '" + item.text() + "'", "expected the name of a file");
      return null;
    } catch (ScenarioException e) {
      Problem problem = e.problems().get(0);
      String where =
          problem.line() == 0 ? "" : ", line " + problem.line() + ", column " + problem.column();
      problems.add(
          item.place(),
          item.path(),
          "the file '" + item.text() + "'" + where + ": " + problem.found(),
          problem.allowed(),
          problem.suggestion());
      return null;
    }
    CsvTable table = null;
    int line = 0;
    boolean legal = true;
    boolean spaced = false;
    for (String row : (Iterable<String>) text.lines()::iterator) {
      line++;
      if (row.isBlank() || row.startsWith("#")) {
        continue;
      }
      if (table == null && known.contains(SpikeRows.SENDER) && row.indexOf(',') < 0) {
        spaced = true;
        boolean headless = startsWithNumber(row);
        if (headless) {
          table = new CsvTable(item.text(), problems, List.of(SpikeRows.SENDER, SpikeRows.TIME));
        }
      }
      String[] cells = spaced ? row.strip().split("\\s+") : cells(row);
      if (table == null) {
        table =
            new CsvTable(item.text(), problems, Arrays.stream(cells).map(String::trim).toList());
        legal = table.checkHeader(line, known);
      } else if (cells.length != table.header.size()) {
        table.wrong(
            line,
            1,
            "found " + cells.length + " columns",
            "expected " + table.header.size() + " as in the header");
      } else {
        table.rows.add(cells);
        table.lines.add(line);
      }
    }
    if (table == null) {
      problems.add(item, "the file '" + item.text() + "' is empty", "expected a header: " + known);
      return null;
    }
    return legal ? table : null;
  }

  private static boolean startsWithNumber(String row) {
    char first = row.strip().charAt(0);
    return first >= '0' && first <= '9';
  }

  /** The cells of a line, of which some may be in quotes, with two for one inside. */
  private static String[] cells(String row) {
    if (row.indexOf('"') < 0) {
      return row.split(",", -1);
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      boolean twice = quoted && c == '"' && i + 1 < row.length() && row.charAt(i + 1) == '"';
      if (twice) {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells.toArray(String[]::new);
  }

  private boolean checkHeader(int line, List<String> known) {
    boolean legal = true;
    int column = 1;
    for (int i = 0; i < header.size(); i++) {
      String title = header.get(i);
      if (!known.contains(title)) {
        problems.unknown(new Place(name, line, column), "", "column", title, known);
        legal = false;
      } else if (header.indexOf(title) < i) {
        problems.add(
            new Place(name, line, column), "", "a second column '" + title + "'", "", null);
        legal = false;
      }
      column += title.length() + 1;
    }
    return legal;
  }

  boolean has(String column) {
    return header.contains(column);
  }

  /** Whether a column that must be there is; reports if not. */
  boolean require(String column) {
    if (!has(column)) {
      problems.add(new Place(name, 1, 1), "", "the column '" + column + "' is missing", "", null);
      return false;
    }
    return true;
  }

  int size() {
    return rows.size();
  }

  String cell(int row, String column) {
    return rows.get(row)[header.indexOf(column)].trim();
  }

  /** The number in a cell; NaN after a problem was reported. */
  double number(int row, String column) {
    try {
      double value = Double.parseDouble(cell(row, column));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    wrong(row, column, "expected a number");
    return Double.NaN;
  }

  /** The index in a cell, below a size; -1 after a problem was reported. */
  int index(int row, String column, int size) {
    try {
      int value = Integer.parseInt(cell(row, column));
      if (value >= 0 && value < size) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    wrong(row, column, "expected a whole number from 0 to " + (size - 1));
    return -1;
  }

  /** Reports a cell. */
  void wrong(int row, String column, String allowed) {
    wrong(row, column, "", allowed);
  }

  /** Reports a cell with what is wrong about it, a phrase that follows what was found. */
  void wrong(int row, String column, String fault, String allowed) {
    String[] cells = rows.get(row);
    int at = 1;
    for (int i = 0; i < header.indexOf(column); i++) {
      at += cells[i].length() + 1;
    }
    wrong(lines.get(row), at, column + ": found '" + cell(row, column) + "'" + fault, allowed);
  }

  private void wrong(int line, int column, String found, String allowed) {
    if (wrong++ < MAX_WRONG) {
      problems.add(new Place(name, line, column), "", found, allowed, null);
    }
  }
}
