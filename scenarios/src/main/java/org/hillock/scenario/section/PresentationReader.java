package org.hillock.scenario.section;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.stimulus.Presentation;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code presentations:}, stretches of the run in which something is shown, by whatever
 * means: a list, or a table such as that of the results of a run.
 */
public final class PresentationReader {

  private static final List<String> COLUMNS =
      List.of("begin_ms", "end_ms", "name", "image", "label");

  private final ValueReader values;
  private final Problems problems;
  private final @Nullable Path folder;

  /**
   * @param folder where to look for files, or null if the scenario may not name any
   */
  public PresentationReader(ValueReader values, @Nullable Path folder) {
    this.values = values;
    this.problems = values.problems();
    this.folder = folder;
  }

  /** All that were understood, those of a name in the order of time. */
  public List<Presentation> read(Item item) {
    List<Presentation> all = new ArrayList<>();
    if (item instanceof Item.Mapping file) {
      file(file, all);
    } else if (item instanceof Item.Listing listing) {
      listing.items().forEach(element -> one(element, all));
    } else {
      problems.add(
          item,
          "found " + item.phrase(),
          "expected [{name: left, begin: 0 ms, end: 100 ms}, ...], or {file: NAME}");
    }
    all.sort(Comparator.comparingDouble(Presentation::begin));
    for (int i = 0; i < all.size(); i++) {
      Presentation one = all.get(i);
      for (int next = i + 1; next < all.size() && all.get(next).begin() < one.end(); next++) {
        if (all.get(next).name().equals(one.name())) {
          problems.add(
              item,
              "found '" + one.name() + "' twice at " + all.get(next).begin() + " ms",
              "expected one after the other");
          return all;
        }
      }
    }
    return all;
  }

  private void one(Item element, List<Presentation> into) {
    Item.Mapping mapping =
        Fields.mapping(element, "a map, such as {name: left, begin: 0 ms, end: 100 ms}", problems);
    if (mapping == null) {
      return;
    }
    Fields fields = Fields.check(mapping, "key", Keys.PRESENTATION, "", problems);
    Item nameItem = fields.get("name");
    Item labelItem = fields.get("label");
    Item imageItem = fields.get("image");
    Item beginItem = fields.get("begin");
    Item endItem = fields.get("end");
    String name = nameItem == null ? null : values.text(nameItem);
    String label = labelItem == null ? null : values.text(labelItem);
    Long image = imageItem == null ? (Long) 0L : values.integer(imageItem, 0, Integer.MAX_VALUE);
    Double begin = beginItem == null ? null : values.timeFrom(beginItem, 0);
    Double end = endItem == null ? null : values.timeFrom(endItem, 0);
    if (name == null || image == null || begin == null || end == null || nameItem == null) {
      return;
    }
    Optional<String> illegal = Names.illegal("part", name);
    if (illegal.isPresent()) {
      problems.add(nameItem, "found " + illegal.get(), Names.ALLOWED);
    } else if (end <= begin) {
      problems.add(mapping, "found an end that is not after the beginning", "");
    } else {
      into.add(new Presentation(name, image.intValue(), label, begin, end));
    }
  }

  private void file(Item.Mapping mapping, List<Presentation> into) {
    Fields fields = Fields.check(mapping, "key", Keys.CURRENT_FILE, "", problems);
    Item item = fields.get("file");
    Item.Scalar file = item == null ? null : values.scalar(item, "the name of a CSV file");
    CsvTable table = file == null ? null : CsvTable.read(file, folder, COLUMNS, problems);
    boolean whole = table != null;
    for (String column : List.of("begin_ms", "end_ms", "name")) {
      whole &= table != null && table.require(column);
    }
    if (table == null || !whole) {
      return;
    }
    for (int row = 0; row < table.size(); row++) {
      double begin = table.number(row, "begin_ms");
      double end = table.number(row, "end_ms");
      String name = table.cell(row, "name");
      if (Names.illegal("part", name).isPresent()) {
        table.wrong(row, "name", "expected a name: " + Names.ALLOWED);
      } else if (!(begin >= 0 && end > begin)) {
        table.wrong(row, "end_ms", "expected a time after the beginning, which is 0 ms or later");
      } else {
        String label = table.has("label") ? table.cell(row, "label") : "";
        int image = table.has("image") ? (int) table.number(row, "image") : 0;
        into.add(new Presentation(name, image, label.isEmpty() ? null : label, begin, end));
      }
    }
  }
}
