package org.hillock.report;

import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.estimate.LinkLoads;

/** What the tiles, chips and links at places of {@link LinkLoads} are called. */
final class MeshNames {

  private final ChipProfile.Mesh mesh;
  private final int coresPerChip;
  private final int left;
  private final int top;

  MeshNames(ChipProfile profile, LinkLoads links) {
    this.mesh = profile.mesh();
    this.coresPerChip = profile.coresPerChip();
    this.left = links.left();
    this.top = links.top();
  }

  /** The chip of a tile. */
  int chip(int column, int row) {
    return (top + row) / mesh.rows() * mesh.chipColumns() + (left + column) / mesh.columns();
  }

  private int tileOfChip(int column, int row) {
    return (left + column) % mesh.columns() * mesh.rows() + (top + row) % mesh.rows();
  }

  /** The first core of a tile, numbered over all chips. */
  int firstCore(int column, int row) {
    return chip(column, row) * coresPerChip + tileOfChip(column, row) * mesh.coresPerTile();
  }

  /** A tile. */
  String tile(int column, int row) {
    return "tile " + tileOfChip(column, row) + " of chip " + chip(column, row);
  }

  /** A link between tiles. */
  String tileLink(LinkLoads.Link link) {
    int column = link.column() + link.direction().dx();
    int row = link.row() + link.direction().dy();
    return tile(link.column(), link.row()) + " → " + tile(column, row);
  }

  /** A link between chips, of the loads by chip. */
  String chipLink(LinkLoads.Link link) {
    int column = (link.column() + link.direction().dx()) * mesh.columns();
    int row = (link.row() + link.direction().dy()) * mesh.rows();
    int from = chip(link.column() * mesh.columns(), link.row() * mesh.rows());
    return "chip " + from + " → chip " + chip(column, row);
  }
}
