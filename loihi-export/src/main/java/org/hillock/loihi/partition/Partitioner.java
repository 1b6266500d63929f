package org.hillock.loihi.partition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.quantise.QuantisedPopulation;
import org.hillock.loihi.quantise.Synapses;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the neurons, in the order of their places, into cores: fills a core until a limit stands in
 * the way, then begins the next. Small populations share a core.
 *
 * <p>How many routes a core sends out is known only when all cores are. So afterwards cores with
 * too many are cut in two or more; since that gives others more cores to reach, it is repeated
 * until nothing is left to cut. It ends, since every round makes more cores.
 */
public final class Partitioner {

  private final Network network;
  private final Numbering numbering;
  private final Map<Integer, QuantisedPopulation> populations;
  private final ChipProfile profile;
  private final CoreBudget budget;
  private final Synapses synapses = new Synapses();
  private final Map<Limit, Integer> stops = new EnumMap<>(Limit.class);
  private boolean tooMany;
  private int coreCount;

  /**
   * @param network for messages
   * @param numbering of its neurons
   * @param populations those that go on the chip, by place in the network
   * @param profile the limits
   */
  public Partitioner(
      Network network,
      Numbering numbering,
      Map<Integer, QuantisedPopulation> populations,
      ChipProfile profile) {
    this.network = network;
    this.numbering = numbering;
    this.populations = populations;
    this.profile = profile;
    this.budget = new CoreBudget(profile, numbering.sources());
  }

  /**
   * Cuts the network.
   *
   * @throws MappingException if a neuron does not fit on a core, or all do not fit on the board
   */
  public Partition cut() {
    List<CoreFill> cores = fill(0, numbering.places());
    if (tooMany) {
      throw tooManyCores();
    }
    while (true) {
      int[] routes = routesPerPlace(cores);
      int[] outputAxons = sums(cores, routes);
      List<CoreFill> next = new ArrayList<>();
      for (int core = 0; core < cores.size(); core++) {
        if (outputAxons[core] <= profile.core().outputAxons()) {
          next.add(cores.get(core));
        } else {
          split(cores.get(core), routes, next);
        }
      }
      if (tooMany) {
        throw tooManyCores();
      }
      if (next.size() == cores.size()) {
        return new Partition(cores, outputAxons);
      }
      cores = next;
    }
  }

  /** Fills cores with the neurons of a range of places. */
  private List<CoreFill> fill(int from, int to) {
    List<CoreFill> cores = new ArrayList<>();
    budget.begin();
    int start = from;
    for (int place = from; place < to; place++) {
      QuantisedPopulation population = populationAt(place);
      int neuron = numbering.neuronAt(place);
      synapses.clear();
      population.incoming(neuron, synapses);
      Limit limit = budget.add(population, neuron, synapses);
      if (limit != null) {
        stops.merge(limit, 1, Integer::sum);
        close(start, cores);
        start = place;
        budget.begin();
        limit = budget.add(population, neuron, synapses);
        if (limit != null) {
          throw doesNotFit(population, limit);
        }
      }
    }
    close(start, cores);
    return cores;
  }

  private void close(int start, List<CoreFill> cores) {
    if (budget.compartments() == 0) {
      return;
    }
    coreCount++;
    tooMany |= coreCount > profile.cores();
    if (!tooMany) {
      cores.add(budget.fill(start));
    }
  }

  private QuantisedPopulation populationAt(int place) {
    QuantisedPopulation population = populations.get(numbering.populationAt(place));
    if (population == null) {
      throw new IllegalStateException("place " + place + " is outside the chip");
    }
    return population;
  }

  private int[] routesPerPlace(List<CoreFill> cores) {
    int[] routes = new int[numbering.places()];
    for (CoreFill core : cores) {
      for (int source : core.sources()) {
        int place = numbering.placeOf(source);
        if (place >= 0) {
          routes[place]++;
        }
      }
    }
    return routes;
  }

  private static int[] sums(List<CoreFill> cores, int[] routes) {
    int[] sums = new int[cores.size()];
    for (int core = 0; core < sums.length; core++) {
      for (int place = cores.get(core).from(); place < cores.get(core).to(); place++) {
        sums[core] += routes[place];
      }
    }
    return sums;
  }

  private void split(CoreFill core, int[] routes, List<CoreFill> into) {
    coreCount--;
    long most = profile.core().outputAxons();
    long total = 0;
    for (int place = core.from(); place < core.to(); place++) {
      total += routes[place];
    }
    // Equal parts, and none above the limit; the last one would be a crumb otherwise.
    double part = Math.min(most, (double) total / ((total + most - 1) / most));
    int start = core.from();
    long sum = 0;
    for (int place = core.from(); place < core.to(); place++) {
      if (routes[place] > profile.core().outputAxons()) {
        Population population = populationOf(place);
        throw new MappingException(
            "neurons." + population.name(),
            Limit.OUTPUT_AXONS.label(),
            String.format(
                Locale.ROOT,
                "%,d for neuron %d, which reaches so many cores",
                routes[place],
                numbering.neuronAt(place)),
            String.format(Locale.ROOT, "%,d per core", profile.core().outputAxons()),
            Limit.OUTPUT_AXONS.remedy());
      }
      if (sum > 0 && (sum >= part || sum + routes[place] > most)) {
        into.addAll(fill(start, place));
        stops.merge(Limit.OUTPUT_AXONS, 1, Integer::sum);
        start = place;
        sum = 0;
      }
      sum += routes[place];
    }
    into.addAll(fill(start, core.to()));
  }

  private Population populationOf(int place) {
    return network.populations().get(numbering.populationAt(place));
  }

  private MappingException doesNotFit(QuantisedPopulation population, Limit limit) {
    return new MappingException(
        "neurons." + network.populations().get(population.index()).name(),
        limit.label(),
        String.format(Locale.ROOT, "%,d for a single neuron", budget.needed()),
        String.format(Locale.ROOT, "%,d per core", limit.perCore(profile.core())),
        limit.remedy());
  }

  private MappingException tooManyCores() {
    Limit limit = mostFrequentStop();
    Population largest = populationOf(0);
    for (QuantisedPopulation population : populations.values()) {
      Population other = network.populations().get(population.index());
      if (other.size() > largest.size()) {
        largest = other;
      }
    }
    String perCore = String.format(Locale.ROOT, "%.1f", (double) numbering.places() / coreCount);
    return new MappingException(
        "neurons." + largest.name(),
        "cores",
        String.format(
            Locale.ROOT,
            "%,d for %,d neurons%s",
            coreCount,
            numbering.places(),
            limit == null
                ? ""
                : String.format(
                    Locale.ROOT,
                    ", because about %s neurons use up the %,d %s of a core",
                    perCore,
                    limit.perCore(profile.core()),
                    limit.label())),
        String.format(
            Locale.ROOT,
            "%,d, on %,d chips of %,d",
            profile.cores(),
            profile.chips(),
            profile.coresPerChip()),
        (limit == null ? "" : limit.remedy() + "; ")
            + "a smaller network; or a profile with more chips, --target FILE");
  }

  private @Nullable Limit mostFrequentStop() {
    return stops.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
