package org.hillock.loihi.place;

import org.hillock.loihi.chip.ChipProfile;

/** Positions of cores on the mesh of all chips, and how far they are apart. */
public final class MeshDistance {

  private final short[] columns;
  private final short[] rows;
  private final short[] chipColumns;
  private final short[] chipRows;
  private final int crossing;

  /** The mesh of a board. */
  public MeshDistance(ChipProfile profile) {
    ChipProfile.Mesh mesh = profile.mesh();
    int cores = profile.cores();
    columns = new short[cores];
    rows = new short[cores];
    chipColumns = new short[cores];
    chipRows = new short[cores];
    crossing = mesh.chipHops() - 1;
    for (int core = 0; core < cores; core++) {
      int chip = core / profile.coresPerChip();
      int tile = core % profile.coresPerChip() / mesh.coresPerTile();
      chipColumns[core] = (short) (chip % mesh.chipColumns());
      chipRows[core] = (short) (chip / mesh.chipColumns());
      columns[core] = (short) (chipColumns[core] * mesh.columns() + tile / mesh.rows());
      rows[core] = (short) (chipRows[core] * mesh.rows() + tile % mesh.rows());
    }
  }

  /** Column of the tile of a core, counted over all chips; cores are numbered over all chips. */
  public int column(int core) {
    return columns[core];
  }

  /** Row of the tile of a core, counted over all chips. */
  public int row(int core) {
    return rows[core];
  }

  /** Hops along a row from tile to tile. */
  public int eastWest(int from, int to) {
    return Math.abs(columns[from] - columns[to]);
  }

  /** Hops along a column from tile to tile. */
  public int northSouth(int from, int to) {
    return Math.abs(rows[from] - rows[to]);
  }

  /** Borders of chips that are crossed. */
  public int crossings(int from, int to) {
    return Math.abs(chipColumns[from] - chipColumns[to]) + Math.abs(chipRows[from] - chipRows[to]);
  }

  /**
   * Hops of a packet: tiles along the way, where crossing from one chip to the next counts {@code
   * chipHops} in place of 1. Cores of one tile are 0 hops apart.
   */
  public int hops(int from, int to) {
    return eastWest(from, to) + northSouth(from, to) + crossings(from, to) * crossing;
  }
}
