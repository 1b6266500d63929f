package org.hillock.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hillock.text.MistakeException;

/**
 * The folder of a sweep: a file of rows for each shard, which only that shard writes, and the table
 * and pictures, which are written when every point has a row.
 *
 * <p>Whoever ends last finds all rows; of two that end at the same moment both may, and then write
 * the same bytes, each aside first.
 */
public final class SweepFolder {

  private static final String ROWS = "rows-\\d+-of-\\d+\\.jsonl";

  private final Path folder;
  private final SweepPlan plan;

  /**
   * @param folder that need not be there yet
   * @param plan whose rows it holds
   */
  public SweepFolder(Path folder, SweepPlan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /** A file in it. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /**
   * Refuses a folder that holds something else, or rows that would be written a second time.
   *
   * @param shard to be run
   * @param resume whether it is to go on with what is there
   * @throws MistakeException if it does
   */
  public void check(Shard shard, boolean resume) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new MistakeException("'" + folder + "' is not a folder; choose another with --out");
    }
    rows(); // which refuses those of another sweep
    boolean begun = Files.exists(folder.resolve(shard.file()));
    boolean foreign = shard.of() == 1 && !empty();
    if (!resume && begun) {
      throw new MistakeException(
          "'"
              + folder
              + "' has rows of this "
              + (shard.of() == 1 ? "sweep" : "shard " + shard)
              + " already: add --resume to go on with them, or choose another folder with --out");
    }
    if (!resume && foreign) {
      throw new MistakeException(
          "the folder '"
              + folder
              + "' exists: add --resume to go on with what its shards have run, or choose another"
              + " with --out");
    }
  }

  private boolean empty() throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /**
   * The rows of all shards by point; of two of one point that which has a result.
   *
   * @throws MistakeException if they are of another sweep
   */
  public Map<Integer, SweepRow> rows() throws IOException {
    Map<Integer, SweepRow> rows = new TreeMap<>();
    for (Path file : files()) {
      RowFile.Content content = RowFile.read(file);
      if (content == null) {
        continue;
      }
      List<String> differences = plan.differences(content.plan());
      if (!differences.isEmpty()) {
        throw new MistakeException(
            "'"
                + file
                + "' is of another sweep; what differs: "
                + String.join("; ", differences)
                + ". Put it back as it was, or choose another folder with --out");
      }
      for (SweepRow row : content.rows()) {
        if (row.index() >= 0 && row.index() < plan.grid().size()) {
          rows.merge(row.index(), row, (old, one) -> one.failed() && !old.failed() ? old : one);
        }
      }
    }
    return rows;
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> String.valueOf(path.getFileName()).matches(ROWS))
          .sorted()
          .toList();
    }
  }

  /** The points of a shard that have no result yet. */
  public List<SweepPoint> pending(Shard shard) throws IOException {
    Map<Integer, SweepRow> known = rows();
    List<SweepPoint> pending = new ArrayList<>();
    shard
        .of(plan.grid())
        .filter(index -> !known.containsKey(index) || known.get(index).failed())
        .forEach(index -> pending.add(plan.grid().point(index)));
    return pending;
  }

  /** Opens the file of a shard, behind the rows that it has. */
  RowFile open(Shard shard) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(shard.file());
    RowFile.Content content = Files.exists(file) ? RowFile.read(file) : null;
    return RowFile.open(file, plan, content == null ? 0 : content.bytes());
  }

  /** Whether every point has a row. */
  public boolean complete(Collection<Integer> points) {
    return points.size() == plan.grid().size();
  }
}
