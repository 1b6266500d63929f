package org.hillock.scenario.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hillock.text.Names;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Collects the mistakes of a scenario while it is read. The same mistake at the same place counts
 * once, so that what several populations inherit is reported where it is written.
 */
public final class Problems {

  /** More than this nobody reads; the rest is counted. */
  private static final int LIMIT = 200;

  private final Set<Problem> problems = new LinkedHashSet<>();
  private int omitted;

  /** Adds a mistake. */
  public void add(
      Place place, String path, String found, String allowed, @Nullable String suggestion) {
    Problem problem =
        new Problem(place.file(), place.line(), place.column(), path, found, allowed, suggestion);
    if (problems.size() < LIMIT) {
      problems.add(problem);
    } else if (!problems.contains(problem)) {
      omitted++;
    }
  }

  /** Adds a mistake at an item of the file. */
  public void add(Item item, String found, String allowed) {
    add(item.place(), item.path(), found, allowed, null);
  }

  /** Adds a name that is not known, with the nearest one that is. */
  public void unknown(
      Place place, String path, String kind, String name, Collection<String> known) {
    add(
        place,
        path,
        "unknown " + kind + " '" + name + "'",
        known.isEmpty() ? "there is none" : "known: " + Names.listed(name, known),
        Names.nearest(name, known));
  }

  /** How many there are so far. */
  public int count() {
    return problems.size() + omitted;
  }

  /**
   * Ends the reading if anything was wrong.
   *
   * @param main name of the scenario file, whose mistakes come before those of other files
   * @throws ScenarioException with all mistakes, ordered by place
   */
  public void throwIfAny(String main) throws ScenarioException {
    if (problems.isEmpty()) {
      return;
    }
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(
        Comparator.comparing((Problem problem) -> problem.file().equals(main) ? "" : problem.file())
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column));
    if (omitted > 0) {
      Problem last = sorted.get(sorted.size() - 1);
      sorted.add(
          new Problem(
              last.file(),
              0,
              0,
              "",
              "and " + Text.count(omitted, "more mistake", "more mistakes"),
              "",
              null));
    }
    throw new ScenarioException(sorted);
  }
}
