package org.hillock.loihi.place;

import org.hillock.loihi.chip.ChipProfile;

/** Positions of cores on the mesh of all chips, and how far they are apart. */
public final class MeshDistance {

  private final ChipProfile.Mesh mesh;
  private final int coresPerChip;

  /** The mesh of a board. */
  public MeshDistance(ChipProfile profile) {
    this.mesh = profile.mesh();
    this.coresPerChip = profile.coresPerChip();
  }

  /** Column of the tile of a core, counted over all chips; cores are numbered over all chips. */
  public int column(int core) {
    int chip = core / coresPerChip;
    int tile = core % coresPerChip / mesh.coresPerTile();
    return chip % mesh.chipColumns() * mesh.columns() + tile / mesh.rows();
  }

  /** Row of the tile of a core, counted over all chips. */
  public int row(int core) {
    int chip = core / coresPerChip;
    int tile = core % coresPerChip / mesh.coresPerTile();
    return chip / mesh.chipColumns() * mesh.rows() + tile % mesh.rows();
  }

  /** Hops along a row from tile to tile. */
  public int eastWest(int from, int to) {
    return Math.abs(column(from) - column(to));
  }

  /** Hops along a column from tile to tile. */
  public int northSouth(int from, int to) {
    return Math.abs(row(from) - row(to));
  }

  /** Borders of chips that are crossed. */
  public int crossings(int from, int to) {
    int a = from / coresPerChip;
    int b = to / coresPerChip;
    return Math.abs(a % mesh.chipColumns() - b % mesh.chipColumns())
        + Math.abs(a / mesh.chipColumns() - b / mesh.chipColumns());
  }

  /**
   * Hops of a packet: tiles along the way, where crossing from one chip to the next counts {@code
   * chipHops} in place of 1. Cores of one tile are 0 hops apart.
   */
  public int hops(int from, int to) {
    return eastWest(from, to) + northSouth(from, to) + crossings(from, to) * (mesh.chipHops() - 1);
  }
}
