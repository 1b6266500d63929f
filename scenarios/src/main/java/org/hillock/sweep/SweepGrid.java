package org.hillock.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;

/**
 * All points of a sweep, numbered: the first axis changes slowest, the seed fastest.
 *
 * @param axes what is varied
 * @param firstSeed of each place of the grid; the others follow it one by one
 * @param seeds how many runs there are at each place, 1 or more
 */
public record SweepGrid(List<SweepAxis> axes, long firstSeed, int seeds) {

  /**
   * Copies what could change.
   *
   * @throws MistakeException if there are too many points, or two axes of one name
   */
  public SweepGrid {
    axes = List.copyOf(axes);
    double size = seeds;
    for (SweepAxis axis : axes) {
      size *= axis.values().size();
      if (axes.stream().filter(other -> other.name().equals(axis.name())).count() > 1) {
        throw new MistakeException(
            "--over " + axis.name() + " is given twice: expected all of its values in one");
      }
    }
    if (size > AxisReader.MOST) {
      throw new MistakeException(
          "the sweep has "
              + Text.count(size)
              + " points: expected at most "
              + AxisReader.MOST
              + "; take fewer values or seeds");
    }
  }

  /** Runs at one place of the grid after another. */
  public int size() {
    return places() * seeds;
  }

  /** Places of the grid, at each of which there is a run for each seed. */
  public int places() {
    return axes.stream().mapToInt(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
  }

  /** The run of an index. */
  public SweepPoint point(int index) {
    int[] at = at(index / seeds);
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < at.length; i++) {
      values.put(axes.get(i).name(), axes.get(i).values().get(at[i]));
    }
    return new SweepPoint(index, values, firstSeed + index % seeds);
  }

  /** Which value each axis has at a place. */
  int[] at(int place) {
    int[] at = new int[axes.size()];
    int rest = place;
    for (int i = at.length - 1; i >= 0; i--) {
      int length = axes.get(i).values().size();
      at[i] = rest % length;
      rest /= length;
    }
    return at;
  }
}
