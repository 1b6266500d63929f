package org.hillock.loihi.sanafe;

import java.util.Arrays;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappingFile;

/**
 * Where cores and input ports are. Tiles are numbered down the columns. The chips in use stand
 * beside each other in one wide mesh; input ports have tiles of their own, to the right of them.
 */
final class Tiles {

  /** Most neurons that SANA-FE's units hold, and so most input ports of a core. */
  static final int NEURONS_PER_CORE = 1024;

  private final ChipProfile.Mesh mesh;
  private final int[] chips;
  private final int ports;

  Tiles(MappingFile mapping, int ports) {
    this.mesh = mapping.chip().mesh();
    this.chips = mapping.cores().stream().mapToInt(MappedCore::chip).distinct().sorted().toArray();
    this.ports = ports;
  }

  private int tilesPerChip() {
    return mesh.columns() * mesh.rows();
  }

  /** Tiles of the chips in use. */
  int chipTiles() {
    return chips.length * tilesPerChip();
  }

  int coresPerTile() {
    return mesh.coresPerTile();
  }

  private int inputCores() {
    return (ports + NEURONS_PER_CORE - 1) / NEURONS_PER_CORE;
  }

  /** Tiles of input ports. */
  int inputTiles() {
    return (inputCores() + inputCoresPerTile() - 1) / inputCoresPerTile();
  }

  /** Cores of each tile of input ports. */
  int inputCoresPerTile() {
    return Math.max(1, Math.min(mesh.coresPerTile(), inputCores()));
  }

  /** Units of each core of input ports. */
  int unitsPerInputCore() {
    return Math.min(ports, NEURONS_PER_CORE);
  }

  int rows() {
    return mesh.rows();
  }

  int columns() {
    return chips.length * mesh.columns() + (inputTiles() + mesh.rows() - 1) / mesh.rows();
  }

  /** How a mapping of a neuron names a core: tile.core. */
  String address(MappedCore core) {
    int chip = Arrays.binarySearch(chips, core.chip());
    int tile = chip * tilesPerChip() + core.core() / mesh.coresPerTile();
    return tile + "." + core.core() % mesh.coresPerTile();
  }

  /** The same for an input port. */
  String inputAddress(int port) {
    int core = port / NEURONS_PER_CORE;
    int tile = chipTiles() + core / inputCoresPerTile();
    return tile + "." + core % inputCoresPerTile();
  }

  /** The unit of an input port: each needs one of its own. */
  static int inputUnit(int port) {
    return port % NEURONS_PER_CORE;
  }
}
