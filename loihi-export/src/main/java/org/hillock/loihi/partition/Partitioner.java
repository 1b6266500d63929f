package org.hillock.loihi.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.wiring.Numbering;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the neurons into cores: taken in some order, each core gets as many as fit, then the next
 * begins. Small populations share a core.
 *
 * <p>How many routes a core sends out is known only when all cores are. So afterwards cores with
 * too many are cut in two or more; since that gives others more cores to reach, it is repeated
 * until nothing is left to cut. It ends, since every round makes more cores.
 */
public final class Partitioner {

  /** Gains that are raised while an order grows, at most: some seconds. */
  private static final long MOST_GROWTH_WORK = 30_000_000L;

  /** Cores whose sizes are levelled at most. */
  private static final int MOST_TO_LEVEL = 64;

  private final QuantisedNetwork network;
  private final SynapseTable table;
  private final Numbering numbering;
  private final ChipProfile profile;
  private final CorePlanner planner;
  private final Map<Limit, Integer> stops = new EnumMap<>(Limit.class);
  private int guess = 64;

  /** A partitioner of one network. */
  public Partitioner(QuantisedNetwork network) {
    this.network = network;
    this.table = network.table();
    this.numbering = network.numbering();
    this.profile = network.profile();
    this.planner = new CorePlanner(network);
  }

  /**
   * The partition of fewest cores, and among those of fewest packets: in the order of the network,
   * or in one in which neurons that share sources are neighbours, then refined.
   *
   * @param rates spikes of each source per second
   * @param most neurons of a core, even if more would fit
   * @throws MappingException if a neuron does not fit on a core, or all do not fit on the board
   */
  public Partition partition(double[] rates, int most) {
    Crossbar.check(network);
    int[] natural = IntStream.range(0, numbering.places()).toArray();
    Partition best = refined(cut(natural, most), rates, most);
    if (growthIsAffordable(best)) {
      GrownOrder growth =
          new GrownOrder(table, numbering, new Fanout(table, numbering.sources()), rates);
      int[] sizes = best.cores().stream().mapToInt(CoreFill::compartments).toArray();
      Partition grown = refined(cut(growth.order(sizes), most), rates, most);
      best = better(grown, best, rates) ? grown : best;
    }
    best = withRoutes(best, natural, most);
    checkCount(best.cores().size());
    return best;
  }

  /**
   * A partition in the order of the network, made without looking at packets: soon done.
   *
   * @param most neurons of a core, even if more would fit
   * @throws MappingException as {@link #partition}
   */
  public Partition draft(int most) {
    Crossbar.check(network);
    int[] natural = IntStream.range(0, numbering.places()).toArray();
    Partition draft = withRoutes(cut(natural, most), natural, most);
    checkCount(draft.cores().size());
    return draft;
  }

  /**
   * A partition in which no neuron reaches more cores than it may: this one, that in the order of
   * the network, or one in which every population has cores of its own.
   */
  private Partition withRoutes(Partition best, int[] natural, int most) {
    int[] routes = routesPerPlace(best.cores());
    int worst = routesExceeded(routes);
    if (worst < 0) {
      return best;
    }
    Partition next = cut(natural, most);
    if (routesExceeded(routesPerPlace(next.cores())) >= 0) {
      List<CoreFill> apart = ContiguousSplit.of(network);
      next = new Partition(apart, sums(apart, routesPerPlace(apart)));
    }
    if (routesExceeded(routesPerPlace(next.cores())) >= 0 || tooMany(next.outputAxons())) {
      throw new MappingException(
          "neurons." + name(worst),
          "cores that a neuron reaches",
          String.format(Locale.ROOT, "%,d for neuron %d", routes[worst], numbering.neuronAt(worst)),
          String.format(Locale.ROOT, "%,d per neuron", profile.core().routesPerNeuron()),
          "fewer targets, so that those of a neuron fit on one core, or a copy of the neuron for"
              + " each core that it should reach");
    }
    return next;
  }

  /** The place that reaches most cores, if they are more than it may reach; else -1. */
  private int routesExceeded(int[] routes) {
    int most = profile.core().routesPerNeuron();
    int worst = -1;
    for (int place = 0; most > 0 && place < routes.length; place++) {
      if (routes[place] > (worst < 0 ? most : routes[worst])) {
        worst = place;
      }
    }
    return worst;
  }

  private boolean better(Partition a, Partition b, double[] rates) {
    int byCores = Integer.compare(a.cores().size(), b.cores().size());
    return byCores != 0
        ? byCores < 0
        : Traffic.packets(a.cores(), numbering, rates)
            < 0.999 * Traffic.packets(b.cores(), numbering, rates);
  }

  /** Growing raises the gain of all listeners of a source once for each core that hears it. */
  private boolean growthIsAffordable(Partition natural) {
    int[] listeners = new int[numbering.sources()];
    for (int i = 0; i < table.size(); i++) {
      listeners[table.source(i)]++;
    }
    long work = 0;
    for (CoreFill core : natural.cores()) {
      for (int source : core.sources()) {
        work += listeners[source];
      }
    }
    return work <= MOST_GROWTH_WORK;
  }

  /** Fewer packets on as many cores, if output axons allow it. */
  private Partition refined(Partition partition, double[] rates, int most) {
    List<CoreFill> refined = Refinement.of(partition.cores(), network, planner, rates, most);
    int[] outputAxons = sums(refined, routesPerPlace(refined));
    if (tooMany(outputAxons)) {
      return partition;
    }
    return new Partition(refined, outputAxons);
  }

  /**
   * Cuts the places of an order. How many routes leave a core is known only afterwards: where they
   * are too many, everything is cut once more with the routes of the first time in mind, and what
   * still sends too many is cut in two.
   */
  private Partition cut(int[] order, int most) {
    stops.clear();
    List<CoreFill> cores = fill(order, most, new int[numbering.places()]);
    int[] routes = routesPerPlace(cores);
    for (int place = 0; place < routes.length; place++) {
      if (routes[place] > profile.core().outputAxons()) {
        throw reachesTooManyCores(place, routes[place]);
      }
    }
    if (tooMany(sums(cores, routes))) {
      stops.clear();
      cores = level(order, most, cores.size());
      if (cores.isEmpty()) {
        cores = fill(order, most, routes);
      }
    }
    while (true) {
      routes = routesPerPlace(cores);
      int[] outputAxons = sums(cores, routes);
      if (!tooMany(outputAxons)) {
        return new Partition(cores, outputAxons);
      }
      List<CoreFill> next = new ArrayList<>();
      for (int core = 0; core < cores.size(); core++) {
        if (outputAxons[core] <= profile.core().outputAxons()) {
          next.add(cores.get(core));
        } else {
          split(cores.get(core), routes, next);
        }
      }
      cores = next;
    }
  }

  /**
   * Cores of equal size: where every neuron reaches every core, full cores and a crumb send too
   * many routes, and the same number of equal ones may not.
   *
   * @param count of cores to begin with
   * @return none if no number up to twice as many will do, or if there are too many to try
   */
  private List<CoreFill> level(int[] order, int most, int count) {
    for (int n = count; n <= 2 * count && count <= MOST_TO_LEVEL; n++) {
      int each = Math.min(most, (order.length + n - 1) / n);
      List<CoreFill> cores = fill(order, each, new int[numbering.places()]);
      if (cores.size() <= n && !tooMany(sums(cores, routesPerPlace(cores)))) {
        stops.merge(Limit.OUTPUT_AXONS, cores.size(), Integer::sum);
        return cores;
      }
    }
    return List.of();
  }

  private boolean tooMany(int[] outputAxons) {
    return Arrays.stream(outputAxons).anyMatch(routes -> routes > profile.core().outputAxons());
  }

  /** Fills cores with places, in their order. */
  private List<CoreFill> fill(int[] order, int most, int[] routes) {
    List<CoreFill> cores = new ArrayList<>();
    for (int from = 0; from < order.length; ) {
      CoreFill fill = largest(order, from, most, routes);
      cores.add(fill);
      from += fill.compartments();
      guess = fill.compartments();
    }
    return cores;
  }

  /**
   * The most neurons from an index of the order on that fit on a core: begins at as many as the
   * core before took, strides up while they fit, and halves the gap when they do not.
   *
   * @param routes that each place is expected to send
   */
  private CoreFill largest(int[] order, int from, int most, int[] routes) {
    int rest = Math.min(order.length - from, Math.min(most, profile.core().compartments()));
    Limit stop = rest == profile.core().compartments() ? Limit.COMPARTMENTS : null;
    CoreFill best = null;
    int fits = 0;
    int tooMany = rest + 1;
    int stride = 1;
    int size = Math.min(guess, rest);
    while (tooMany - fits > 1) {
      CoreFill fill = fill(order, from, size);
      Limit limit = fill.exceeded(profile);
      if (limit == null && size > 1 && sum(fill.places(), routes) > profile.core().outputAxons()) {
        limit = Limit.OUTPUT_AXONS;
      }
      if (limit == null) {
        best = fill;
        fits = size;
      } else if (size == 1) {
        throw doesNotFit(order[from], limit, fill.used(limit));
      } else {
        stop = limit;
        tooMany = size;
      }
      boolean striding = tooMany > rest;
      size = striding ? Math.min(rest, fits + stride) : (fits + tooMany) / 2;
      stride *= 2;
    }
    if (stop != null) {
      stops.merge(stop, 1, Integer::sum);
    }
    return Objects.requireNonNull(best);
  }

  private CoreFill fill(int[] order, int from, int size) {
    int[] places = Arrays.copyOfRange(order, from, from + size);
    Arrays.sort(places);
    return planner.fill(places);
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
      sums[core] = (int) Math.min(Integer.MAX_VALUE, sum(cores.get(core).places(), routes));
    }
    return sums;
  }

  private static long sum(int[] places, int[] routes) {
    long sum = 0;
    for (int place : places) {
      sum += routes[place];
    }
    return sum;
  }

  private void split(CoreFill core, int[] routes, List<CoreFill> into) {
    long most = profile.core().outputAxons();
    long total = sum(core.places(), routes);
    // Equal parts, and none above the limit; the last one would be a crumb otherwise.
    double part = Math.min(most, (double) total / ((total + most - 1) / most));
    int start = 0;
    long sum = 0;
    for (int i = 0; i < core.compartments(); i++) {
      int place = core.places()[i];
      if (routes[place] > most) {
        throw reachesTooManyCores(place, routes[place]);
      }
      if (sum > 0 && (sum >= part || sum + routes[place] > most)) {
        into.addAll(fill(Arrays.copyOfRange(core.places(), start, i), Integer.MAX_VALUE, routes));
        stops.merge(Limit.OUTPUT_AXONS, 1, Integer::sum);
        start = i;
        sum = 0;
      }
      sum += routes[place];
    }
    into.addAll(
        fill(
            Arrays.copyOfRange(core.places(), start, core.compartments()),
            Integer.MAX_VALUE,
            routes));
  }

  private MappingException reachesTooManyCores(int place, int routes) {
    return new MappingException(
        "neurons." + name(place),
        Limit.OUTPUT_AXONS.label(),
        String.format(
            Locale.ROOT,
            "%,d for neuron %d, which reaches so many cores",
            routes,
            numbering.neuronAt(place)),
        String.format(Locale.ROOT, "%,d per core", profile.core().outputAxons()),
        Limit.OUTPUT_AXONS.remedy());
  }

  private MappingException doesNotFit(int place, Limit limit, long needed) {
    return new MappingException(
        "neurons." + name(place),
        limit.label(),
        String.format(Locale.ROOT, "%,d for a single neuron", needed),
        String.format(Locale.ROOT, "%,d per core", limit.perCore(profile)),
        limit.remedy());
  }

  private String name(int place) {
    return numbering.name(numbering.populationAt(place));
  }

  private void checkCount(int coreCount) {
    if (coreCount <= profile.cores()) {
      return;
    }
    Limit limit = mostFrequentStop();
    int largest = numbering.populationAt(0);
    for (int population : network.populations().keySet()) {
      if (numbering.size(population) > numbering.size(largest)) {
        largest = population;
      }
    }
    String perCore = String.format(Locale.ROOT, "%.1f", (double) numbering.places() / coreCount);
    throw new MappingException(
        "neurons." + numbering.name(largest),
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
                    limit.perCore(profile),
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
