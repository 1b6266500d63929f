package org.hillock.loihi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.partition.Partition;
import org.hillock.loihi.partition.Partitioner;
import org.hillock.loihi.partition.Routes;
import org.hillock.loihi.partition.SynapseTable;
import org.hillock.loihi.quantise.Mappable;
import org.hillock.loihi.quantise.PathwayReport;
import org.hillock.loihi.quantise.PopulationReport;
import org.hillock.loihi.quantise.QuantisedPopulation;
import org.hillock.loihi.quantise.Quantiser;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.network.Network;

/**
 * From a network to a chip: quantise each population, cut the neurons into cores, connect the
 * cores.
 */
public final class LoihiCompiler {

  private LoihiCompiler() {}

  /**
   * How to compile.
   *
   * @param chipStep what one time-step of the chip stands for [ms]
   * @param freezePlasticity whether plastic weights are taken as they are at the start
   */
  public record Options(double chipStep, boolean freezePlasticity) {}

  /**
   * What is compiled.
   *
   * @param name of the scenario, for the mapping's reader
   * @param network what to map
   * @param gridStep the simulator's step [ms]
   * @param seed the run's seed, which decides on the synapses
   */
  public record Subject(String name, Network network, double gridStep, long seed) {}

  /**
   * Compiles a network.
   *
   * @throws MappingException if the chip cannot take it
   */
  public static Mapping compile(Subject subject, ChipProfile profile, Options options) {
    Network network = subject.network();
    if (options.chipStep() < subject.gridStep() * (1 - 1e-9)) {
      throw new MappingException(
          "time.step",
          "time-step of the chip",
          ChipTime.text(options.chipStep()) + ", finer than the grid",
          "spikes on the grid of " + ChipTime.text(subject.gridStep()),
          "a --chip-step of at least " + ChipTime.text(subject.gridStep()));
    }
    List<String> warnings =
        new ArrayList<>(Mappable.check(network, subject.gridStep(), options.freezePlasticity()));
    SizeCheck.check(network, profile);
    Numbering numbering = new Numbering(network);
    FanIn.check(network, numbering, profile, subject.seed());
    ChipTime time = new ChipTime(options.chipStep(), subject.gridStep());
    Quantiser quantiser = new Quantiser(network, numbering, profile, time, subject.seed());
    Map<Integer, QuantisedPopulation> populations = new LinkedHashMap<>();
    List<PopulationReport> reports = new ArrayList<>();
    List<PathwayReport> pathways = new ArrayList<>();
    for (Quantiser.Result result : quantiser.quantise()) {
      populations.put(result.population().index(), result.population());
      reports.add(result.report());
      pathways.addAll(result.pathways());
    }
    SynapseTable table = SynapseTable.of(numbering, populations);
    int[] order = IntStream.range(0, numbering.places()).toArray();
    Partition partition =
        new Partitioner(network, table, numbering, populations, profile)
            .cut(order, profile.core().compartments());
    Routes routes = new Routes(partition.cores(), numbering.sources());
    warnings.addAll(Warnings.of(network, reports, pathways, time));
    warnings.addAll(Warnings.restless(network, populations, profile));
    return new Mapping(
        subject,
        profile,
        time,
        numbering,
        populations,
        table,
        partition,
        routes,
        new Mapping.Reports(reports, pathways, warnings));
  }
}
