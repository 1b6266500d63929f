package org.hillock.report.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.report.Markup;
import org.hillock.report.Table;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a section of a scenario, a row each, and a column for whatever one of them has.
 *
 * @param title above it
 * @param kind what an entry is, the heading of the first column
 * @param columns the others
 * @param rows by column, the first one under {@code kind}
 */
record EntryTable(String title, String kind, List<String> columns, List<Map<String, String>> rows) {

  /**
   * From a section, which is a map by name or a list with names.
   *
   * @param without fields that stand elsewhere
   */
  static EntryTable of(String title, String kind, @Nullable Object section, String... without) {
    Set<String> columns = new LinkedHashSet<>();
    List<Map<String, String>> rows = new ArrayList<>();
    if (section instanceof Map<?, ?> map) {
      map.forEach((name, entry) -> rows.add(row(kind, String.valueOf(name), entry, columns)));
    } else if (section instanceof List<?> list) {
      for (Object entry : list) {
        rows.add(row(kind, "", entry, columns));
      }
    }
    List.of(without).forEach(columns::remove);
    return new EntryTable(title, kind, List.copyOf(columns), rows);
  }

  private static Map<String, String> row(
      String kind, String name, Object entry, Set<String> columns) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put(kind, name);
    if (entry instanceof Map<?, ?> fields) {
      fields.forEach(
          (key, value) -> {
            if (key.equals("name")) {
              row.put(kind, String.valueOf(value));
            } else {
              columns.add(String.valueOf(key));
              row.put(String.valueOf(key), ResolvedText.line(value));
            }
          });
    }
    return row;
  }

  void write(Markup page) {
    List<String> headings = new ArrayList<>(List.of(kind));
    headings.addAll(columns);
    Table table = Table.open(page, headings.size(), headings);
    for (Map<String, String> row : rows) {
      table.row(headings.stream().map(column -> row.getOrDefault(column, "")).toList());
    }
    table.close();
  }
}
