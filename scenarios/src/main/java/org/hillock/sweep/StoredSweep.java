package org.hillock.sweep;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.file.TextFile;
import org.hillock.io.ResultFormatException;

/**
 * A sweep that has ended, read back from its folder.
 *
 * @param folder where it is
 * @param scenario its name
 * @param hillock version of the program
 * @param engine that ran it
 * @param set what {@code --set} changed, as one text; empty if nothing
 * @param over each axis with all of its values, such as {@code g=3,4,5}
 * @param firstSeed the seed of the first run of each point
 * @param seeds how many
 * @param measures what was asked for by {@code --measure}
 * @param words of the command as it was given; none if nobody knows them
 * @param columns the headings of the table
 * @param rows its cells
 */
public record StoredSweep(
    Path folder,
    String scenario,
    String hillock,
    String engine,
    String set,
    List<String> over,
    String firstSeed,
    int seeds,
    List<String> measures,
    List<String> words,
    List<String> columns,
    List<List<String>> rows) {

  private static final String TABLE = "table.csv";
  private static final String ROWS = "rows-*.jsonl";

  /** Whether a folder is that of a sweep. */
  public static boolean isOne(Path folder) throws IOException {
    return !rowFiles(folder).isEmpty();
  }

  private static List<Path> rowFiles(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var entries = Files.newDirectoryStream(folder, ROWS)) {
      entries.forEach(files::add);
    }
    files.sort(null);
    return files;
  }

  /**
   * Reads it.
   *
   * @throws ResultFormatException if it has not ended, or a file is not what it should be
   */
  public static StoredSweep read(Path folder) throws IOException {
    Path table = folder.resolve(TABLE);
    if (!Files.isRegularFile(table)) {
      throw new ResultFormatException(
          folder,
          0,
          "a sweep that has not ended, since it has no table.csv: go on with it by the same command with"
              + " --resume");
    }
    Path first = rowFiles(folder).get(0);
    RowFile.Content content = RowFile.read(first);
    if (content == null) {
      throw new ResultFormatException(first, 1, "the line of the plan is missing; sweep again");
    }
    List<List<String>> lines = TableText.parse(table, TextFile.read(table));
    try {
      return of(folder, content.plan(), lines);
    } catch (IllegalStateException
        | NullPointerException
        | NumberFormatException
        | UnsupportedOperationException e) {
      throw new ResultFormatException(first, 1, "not the plan of a sweep; sweep again");
    }
  }

  private static StoredSweep of(Path folder, JsonObject plan, List<List<String>> lines) {
    return new StoredSweep(
        folder,
        plan.get("scenario").getAsString(),
        plan.get("hillock").getAsString(),
        plan.get("engine").getAsString(),
        plan.get("set").getAsString(),
        texts(plan.get("over")),
        plan.get("first_seed").getAsString(),
        plan.get("seeds").getAsInt(),
        texts(plan.get("measures")),
        plan.has(SweepPlan.WORDS) ? texts(plan.get(SweepPlan.WORDS)) : List.of(),
        lines.get(0),
        List.copyOf(lines.subList(1, lines.size())));
  }

  private static List<String> texts(JsonElement list) {
    return list.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
  }

  /** The pictures, as PNG. */
  public List<Path> pictures() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> String.valueOf(file.getFileName()).matches("sweep(-\\d+)?\\.png"))
          .sorted()
          .toList();
    }
  }

  /** The rows of runs that failed; the last cell says why. */
  public List<List<String>> failed() {
    return rows.stream().filter(row -> !row.get(row.size() - 1).isEmpty()).toList();
  }
}
