package org.hillock.loihi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.estimate.CostEstimate;
import org.hillock.loihi.estimate.LinkLoads;
import org.hillock.loihi.partition.CoreFill;
import org.hillock.loihi.partition.CoreLayout;
import org.hillock.loihi.partition.CoreLayoutBuilder;
import org.hillock.loihi.partition.Partition;
import org.hillock.loihi.partition.QuantisedNetwork;
import org.hillock.loihi.partition.Routes;
import org.hillock.loihi.partition.SynapseTable;
import org.hillock.loihi.quantise.ChipPopulation;
import org.hillock.loihi.quantise.PathwayReport;
import org.hillock.loihi.quantise.PopulationReport;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.Numbering;

/**
 * A network on a chip: what every field of every core holds. The content of a core is made when it
 * is asked for, since all of it together may not fit into memory. Not thread-safe.
 */
public final class Mapping {

  private final LoihiCompiler.Subject subject;
  private final ChipTime time;
  private final QuantisedNetwork network;
  private final CoreLayoutBuilder layouts;
  private final Placed placed;
  private final Partition partition;
  private final Routes routes;
  private final Reports reports;

  /**
   * How well the mapping stands for the network.
   *
   * @param populations on the chip
   * @param pathways onto them
   * @param warnings sentences
   */
  public record Reports(
      List<PopulationReport> populations, List<PathwayReport> pathways, List<String> warnings) {

    /** Copies the lists. */
    public Reports {
      populations = List.copyOf(populations);
      pathways = List.copyOf(pathways);
      warnings = List.copyOf(warnings);
    }

    /** The populations by the quantities that they have, in order: one list a table. */
    public List<List<PopulationReport>> alike() {
      Map<List<String>, List<PopulationReport>> alike = new LinkedHashMap<>();
      populations.forEach(
          one -> alike.computeIfAbsent(one.labels(), key -> new ArrayList<>()).add(one));
      return List.copyOf(alike.values());
    }
  }

  Mapping(
      LoihiCompiler.Subject subject,
      ChipTime time,
      QuantisedNetwork network,
      Placed placed,
      Reports reports) {
    this.subject = subject;
    this.time = time;
    this.network = network;
    this.layouts = new CoreLayoutBuilder(network);
    this.placed = placed;
    this.partition = placed.partition();
    this.routes = new Routes(partition.cores(), network.numbering().sources());
    this.reports = reports;
  }

  /** What was compiled. */
  public LoihiCompiler.Subject subject() {
    return subject;
  }

  /** The chip. */
  public ChipProfile profile() {
    return network.profile();
  }

  /** What one time-step of the chip stands for [ms]. */
  public double chipStep() {
    return time.step();
  }

  /** How well the mapping stands for the network. */
  public Reports reports() {
    return reports;
  }

  /** Number of cores in use. */
  public int cores() {
    return partition.cores().size();
  }

  /** Number of chips in use. */
  public int chips() {
    return (int)
        Arrays.stream(placed.physical())
            .map(core -> core / profile().coresPerChip())
            .distinct()
            .count();
  }

  /** The core of the board, numbered over all chips, that a core of the mapping is. */
  public int physical(int core) {
    return placed.physical()[core];
  }

  /** What the mapping would cost on the chip. */
  public CostEstimate estimate() {
    return placed.estimate();
  }

  /** How much the links between tiles carry, at the rates that the compiler knew. */
  public LinkLoads linkLoads() {
    return LinkLoads.of(
        partition.cores(), placed.physical(), numbering(), activity().rates(), profile());
  }

  /** How much the sources fire, as far as the compiler knew. */
  public Activity activity() {
    return placed.activity();
  }

  /** How much of a resource a core uses. */
  public long used(int core, Limit limit) {
    return partition.used(core, limit);
  }

  /** Number of neurons on the chip. */
  public int neurons() {
    return network.numbering().places();
  }

  /** Number of synapses on the chip. */
  public long synapses() {
    return reports.pathways().stream().mapToLong(PathwayReport::mapped).sum();
  }

  /** The content of a core. */
  public CoreLayout layout(int core) {
    return layouts.build(partition.cores().get(core));
  }

  /** What was cut into cores: neurons and synapses in whole numbers. */
  public QuantisedNetwork network() {
    return network;
  }

  /** All synapses, quantised. */
  public SynapseTable table() {
    return network.table();
  }

  public ChipTime time() {
    return time;
  }

  public Numbering numbering() {
    return network.numbering();
  }

  public Map<Integer, ChipPopulation> populations() {
    return network.populations();
  }

  public Routes routes() {
    return routes;
  }

  public CoreFill fill(int core) {
    return partition.cores().get(core);
  }
}
