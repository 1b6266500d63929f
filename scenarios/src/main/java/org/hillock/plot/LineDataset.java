package org.hillock.plot;

import java.util.List;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/**
 * Lines for JFreeChart without an object for each point. The order of x is known, so that only the
 * points in view are looked at.
 */
final class LineDataset extends AbstractXYDataset {

  private final transient List<Line> lines;

  LineDataset(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  @Override
  public DomainOrder getDomainOrder() {
    return DomainOrder.ASCENDING;
  }

  @Override
  public int getSeriesCount() {
    return lines.size();
  }

  /** The place of a line: two neurons may bear one name. */
  @Override
  public Comparable<?> getSeriesKey(int series) {
    return new Key(series, lines.get(series).name());
  }

  @Override
  public int getItemCount(int series) {
    return lines.get(series).x().length;
  }

  @Override
  public double getXValue(int series, int item) {
    return lines.get(series).x()[item];
  }

  @Override
  public double getYValue(int series, int item) {
    return lines.get(series).y()[item];
  }

  @Override
  public Number getX(int series, int item) {
    return getXValue(series, item);
  }

  @Override
  public Number getY(int series, int item) {
    return getYValue(series, item);
  }

  private record Key(int series, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Integer.compare(series, other.series);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
