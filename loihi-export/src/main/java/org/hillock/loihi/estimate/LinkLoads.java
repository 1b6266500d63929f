package org.hillock.loihi.estimate;

import java.util.List;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.partition.CoreFill;
import org.hillock.loihi.partition.Traffic;
import org.hillock.loihi.place.MeshDistance;
import org.hillock.loihi.wiring.Numbering;

/**
 * Packets per second on each link between neighbouring tiles. A packet goes along the row of its
 * tile, then along the column of its target:
 *
 * <pre>
 *   from ──────►┐
 *               │
 *               ▼
 *               to
 * </pre>
 *
 * <p>A flow adds to all links on its way, which is a range of a row and a range of a column; so
 * only the ends of the ranges are noted, and summed in the end: the work is one addition a route
 * and a few for each pair of a tile and a core. Packets from outside the chip are not in it, since
 * where they enter is up to the board.
 *
 * <p>Columns and rows count from the first chip in use, all chips of the rectangle around those in
 * use together.
 */
public final class LinkLoads {

  /** The ways out of a tile; rows are drawn downwards, so that south is the next row. */
  public enum Direction {
    EAST(1, 0),
    WEST(-1, 0),
    SOUTH(0, 1),
    NORTH(0, -1);

    private final int dx;
    private final int dy;

    Direction(int dx, int dy) {
      this.dx = dx;
      this.dy = dy;
    }

    /** Columns that it leads on. */
    public int dx() {
      return dx;
    }

    /** Rows that it leads on. */
    public int dy() {
      return dy;
    }
  }

  /**
   * A link.
   *
   * @param column of the tile where it begins
   * @param row of the tile where it begins
   * @param direction in which it leads
   * @param load packets per second
   */
  public record Link(int column, int row, Direction direction, double load) {}

  private final int left;
  private final int top;
  private final int columns;
  private final int rows;
  private final double[][] loads;

  private LinkLoads(int left, int top, int columns, int rows) {
    this.left = left;
    this.top = top;
    this.columns = columns;
    this.rows = rows;
    this.loads = new double[Direction.values().length][columns * rows];
  }

  /**
   * The loads of a partition that is placed.
   *
   * @param cores of the partition
   * @param physical the core of the board of each
   * @param rates spikes of each source per second
   */
  public static LinkLoads of(
      List<CoreFill> cores,
      int[] physical,
      Numbering numbering,
      double[] rates,
      ChipProfile profile) {
    MeshDistance mesh = new MeshDistance(profile);
    LinkLoads links = around(physical, mesh, profile.mesh());
    int[] home = Traffic.homes(cores, numbering.places());
    int[] tile = new int[cores.size()];
    for (int core = 0; core < tile.length; core++) {
      tile[core] =
          links.index(
              mesh.column(physical[core]) - links.left, mesh.row(physical[core]) - links.top);
    }
    double[] sent = new double[links.columns * links.rows];
    int[] touched = new int[sent.length];
    for (int core = 0; core < tile.length; core++) {
      int count = 0;
      for (int source : cores.get(core).sources()) {
        int place = numbering.placeOf(source);
        if (place >= 0 && tile[home[place]] != tile[core] && rates[source] > 0) {
          int from = tile[home[place]];
          if (sent[from] == 0) {
            touched[count++] = from;
          }
          sent[from] += rates[source];
        }
      }
      for (int i = 0; i < count; i++) {
        links.note(touched[i], tile[core], sent[touched[i]]);
        sent[touched[i]] = 0;
      }
    }
    links.sum();
    return links;
  }

  /** No loads yet, on all chips of the rectangle around those in use. */
  private static LinkLoads around(int[] physical, MeshDistance mesh, ChipProfile.Mesh chip) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    for (int core : physical) {
      int column = mesh.column(core) / chip.columns();
      int row = mesh.row(core) / chip.rows();
      left = Math.min(left, column);
      right = Math.max(right, column + 1);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row + 1);
    }
    return new LinkLoads(
        left * chip.columns(),
        top * chip.rows(),
        (right - left) * chip.columns(),
        (bottom - top) * chip.rows());
  }

  /** Notes where a flow begins and ends to load links: at the end of the range it is taken off. */
  private void note(int from, int to, double flow) {
    int x = from % columns;
    int y = from / columns;
    int toX = to % columns;
    int toY = to / columns;
    if (x < toX) {
      add(Direction.EAST, x, y, flow);
      add(Direction.EAST, toX, y, -flow);
    } else if (x > toX) {
      add(Direction.WEST, x, y, flow);
      add(Direction.WEST, toX, y, -flow);
    }
    if (y < toY) {
      add(Direction.SOUTH, toX, y, flow);
      add(Direction.SOUTH, toX, toY, -flow);
    } else if (y > toY) {
      add(Direction.NORTH, toX, y, flow);
      add(Direction.NORTH, toX, toY, -flow);
    }
  }

  private void add(Direction direction, int column, int row, double flow) {
    loads[direction.ordinal()][index(column, row)] += flow;
  }

  /** Turns what was noted into loads: each link has that of the one before it, and its own. */
  private void sum() {
    double most = 0;
    for (Direction direction : Direction.values()) {
      double[] own = loads[direction.ordinal()];
      boolean backwards = direction.dx + direction.dy < 0;
      for (int i = 0; i < own.length; i++) {
        int at = backwards ? own.length - 1 - i : i;
        int beforeColumn = at % columns - direction.dx;
        int beforeRow = at / columns - direction.dy;
        if (beforeColumn >= 0 && beforeColumn < columns && beforeRow >= 0 && beforeRow < rows) {
          own[at] += own[index(beforeColumn, beforeRow)];
        }
        most = Math.max(most, own[at]);
      }
    }
    // What rounding leaves of flows that were added and taken off again is no load.
    for (double[] own : loads) {
      for (int i = 0; i < own.length; i++) {
        own[i] = own[i] < most * 1e-9 ? 0 : own[i];
      }
    }
  }

  /** The loads between chips: of all links that lead from one to the next together. */
  public LinkLoads byChip(ChipProfile.Mesh chip) {
    LinkLoads chips =
        new LinkLoads(
            left / chip.columns(), top / chip.rows(), columns / chip.columns(), rows / chip.rows());
    for (Direction direction : Direction.values()) {
      for (int at = 0; at < columns * rows; at++) {
        int column = at % columns;
        int row = at / columns;
        int fromColumn = column / chip.columns();
        int fromRow = row / chip.rows();
        boolean leaves =
            Math.floorDiv(column + direction.dx, chip.columns()) != fromColumn
                || Math.floorDiv(row + direction.dy, chip.rows()) != fromRow;
        if (leaves) {
          chips.add(direction, fromColumn, fromRow, loads[direction.ordinal()][at]);
        }
      }
    }
    return chips;
  }

  private int index(int column, int row) {
    return row * columns + column;
  }

  /** The first column, counted over the whole board. */
  public int left() {
    return left;
  }

  /** The first row, counted over the whole board. */
  public int top() {
    return top;
  }

  /** Columns of tiles. */
  public int columns() {
    return columns;
  }

  /** Rows of tiles. */
  public int rows() {
    return rows;
  }

  /** Packets per second on the link that leaves a tile in a direction. */
  public double load(int column, int row, Direction direction) {
    return loads[direction.ordinal()][index(column, row)];
  }

  /** All loads of one direction together: packets per second times hops. */
  public double total(Direction direction) {
    double total = 0;
    for (double load : loads[direction.ordinal()]) {
      total += load;
    }
    return total;
  }

  /** The greatest load of a link in one direction: packets per second. */
  public double most(Direction direction) {
    double most = 0;
    for (double load : loads[direction.ordinal()]) {
      most = Math.max(most, load);
    }
    return most;
  }

  /** The link with most packets per second, among equals the first; its load is 0 if all are. */
  public Link busiest() {
    Link busiest = new Link(0, 0, Direction.EAST, 0);
    for (int at = 0; at < columns * rows; at++) {
      for (Direction direction : Direction.values()) {
        double load = loads[direction.ordinal()][at];
        if (load > busiest.load()) {
          busiest = new Link(at % columns, at / columns, direction, load);
        }
      }
    }
    return busiest;
  }
}
