package org.hillock.loihi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.partition.QuantisedNetwork;
import org.hillock.loihi.quantise.ChipPopulation;
import org.hillock.loihi.quantise.Mappable;
import org.hillock.loihi.quantise.PathwayReport;
import org.hillock.loihi.quantise.PopulationReport;
import org.hillock.loihi.quantise.QuantisedPopulation;
import org.hillock.loihi.quantise.Quantiser;
import org.hillock.loihi.quantise.RelayPopulation;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.loihi.wiring.Relays;
import org.hillock.model.Models;
import org.hillock.network.Network;
import org.hillock.network.Population;

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
   * @param objective what the mapping should have least of
   * @param avoid cores not to use, numbered over all chips
   * @param activity how long the network is simulated to learn how much its neurons fire [ms]; 0:
   *     all are assumed to fire alike
   * @param tuning what is added to the bias of a population, in mV of where V goes without spikes
   */
  public record Options(
      double chipStep,
      boolean freezePlasticity,
      Objective objective,
      Set<Integer> avoid,
      double activity,
      Map<String, Double> tuning) {

    /** Copies the collections. */
    public Options {
      avoid = Set.copyOf(avoid);
      tuning = Map.copyOf(tuning);
    }

    /** Fewest cores, none to avoid, all neurons assumed to fire alike. */
    public static Options of(double chipStep) {
      return new Options(chipStep, false, Objective.cores, Set.of(), 0, Map.of());
    }

    /** The same, with plastic weights as they are at the start. */
    public Options frozen() {
      return new Options(chipStep, true, objective, avoid, activity, tuning);
    }

    /** The same with other biases. */
    public Options tuned(Map<String, Double> millivolts) {
      return new Options(chipStep, freezePlasticity, objective, avoid, activity, millivolts);
    }
  }

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
    return compile(subject, profile, options, Trials.NONE);
  }

  /**
   * Compiles a network, which may take a while where the number of cores is looked for.
   *
   * @param trials told of each mapping that is tried
   * @throws MappingException if the chip cannot take it
   */
  public static Mapping compile(
      Subject subject, ChipProfile profile, Options options, Trials trials) {
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
        new ArrayList<>(
            Mappable.check(
                network, profile, subject.gridStep(), subject.seed(), options.freezePlasticity()));
    SizeCheck.check(network, profile);
    ChipTime time = new ChipTime(options.chipStep(), subject.gridStep());
    Relays relays =
        Relays.of(network, time, profile.synapse().delayMax(), LoihiCompiler::lags, subject.seed());
    Numbering numbering = new Numbering(network, relays);
    FanIn.check(network, numbering, profile, subject.seed());
    Quantiser quantiser =
        new Quantiser(
            network,
            numbering,
            profile,
            time,
            subject.seed(),
            options.freezePlasticity(),
            options.tuning());
    Map<Integer, ChipPopulation> populations = new LinkedHashMap<>();
    List<PopulationReport> reports = new ArrayList<>();
    List<PathwayReport> pathways = new ArrayList<>();
    List<QuantisedPopulation> quantised = new ArrayList<>();
    for (Quantiser.Result result : quantiser.quantise()) {
      quantised.add(result.population());
      populations.put(result.population().index(), result.population());
      reports.add(result.report());
      pathways.addAll(result.pathways());
    }
    for (int i = 0; i < relays.stages().size(); i++) {
      int index = network.populations().size() + i;
      populations.put(
          index, new RelayPopulation(index, relays.stages().get(i), numbering, profile));
    }
    QuantisedNetwork whole = QuantisedNetwork.of(numbering, populations, profile);
    Activity activity =
        options.activity() > 0
            ? Activity.simulated(subject, numbering, options.activity())
            : Activity.assumed(network, numbering, subject.seed());
    Placed placed = new CoreCount(whole, activity, options, trials).best();
    warnings.addAll(Warnings.of(network, reports, pathways, time, subject.seed()));
    warnings.addAll(
        SharedSteps.warnings(network, relays, time, subject.seed(), options.freezePlasticity()));
    warnings.addAll(Warnings.tuned(options.tuning()));
    warnings.addAll(Warnings.unknownCosts(options.objective(), profile));
    warnings.addAll(Warnings.restless(network, quantised, profile));
    if (options.activity() <= 0) {
      warnings.addAll(new InputRates(network, numbering, subject.seed(), 0).warnings());
    }
    return new Mapping(
        subject, time, whole, placed, new Mapping.Reports(reports, pathways, warnings));
  }

  /** Whether spikes act on V a step after they arrive, as currents do. */
  private static boolean lags(Population population) {
    return Models.form(population.model()).hasCurrents();
  }
}
