package org.hillock.engine.event;

import java.util.Arrays;
import java.util.List;
import org.hillock.engine.exchange.Agreement;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.plasticity.Modulators;
import org.hillock.model.PlasticRule;
import org.hillock.network.DelayBounds;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.Projection;

/**
 * How long windows are. That depends on the network alone, so that nothing else can change results
 * by as much as a rounding error.
 *
 * @param width length of a window [ms]
 * @param longestDelays longest delay of each table in any partition [ms]
 */
record WindowPlan(double width, List<Double> longestDelays) {

  /** Windows are no longer than this, for progress, interruption and memory [ms]. */
  static final double LONGEST = 2;

  /**
   * Windows are shorter than the shortest delay by this factor, so that rounding of times cannot
   * make a spike arrive in the window in which it was fired: with {@link #MOST} windows that is
   * some forty times what the last time of the run is rounded by.
   */
  private static final double SHORTER = 1 - 0x1p-10;

  /** No run has more windows. */
  private static final double MOST = 1e11;

  /**
   * @param network the network
   * @param partitions for each partition its tables
   * @param end of the run [ms]
   * @param stage time that is cut into whole windows [ms]; 0 if none need be
   * @param exchange by which the tables of other ranks are heard of
   * @throws InvalidNetworkException if there would be too many windows
   */
  static WindowPlan of(
      Network network,
      List<List<SynapseRows>> partitions,
      double end,
      double stage,
      SpikeExchange exchange) {
    int tables = partitions.get(0).size();
    List<Projection> firstOf =
        partitions.get(0).stream()
            .map(rows -> network.projections().get(rows.plan().projections().get(0)))
            .toList();
    double[] shortestOf = new double[tables];
    double[] dendriticOf = new double[tables];
    double[] longestOf = new double[tables];
    Arrays.fill(shortestOf, Double.POSITIVE_INFINITY);
    Arrays.fill(dendriticOf, Double.POSITIVE_INFINITY);
    for (List<SynapseRows> partition : partitions) {
      for (int table = 0; table < tables; table++) {
        SynapseRows rows = partition.get(table);
        longestOf[table] = Math.max(longestOf[table], rows.longestDelay());
        shortestOf[table] = Math.min(shortestOf[table], rows.shortestDelay());
        if (firstOf.get(table).plasticity() != null && rows.size() > 0) {
          dendriticOf[table] = Math.min(dendriticOf[table], dendritic(firstOf.get(table), rows));
        }
      }
    }
    Agreement.least(exchange, shortestOf);
    Agreement.least(exchange, dendriticOf);
    Agreement.most(exchange, longestOf);
    double shortest = LONGEST;
    String of = "";
    for (int table = 0; table < tables; table++) {
      String name = firstOf.get(table).name();
      if (shortestOf[table] < shortest) {
        shortest = shortestOf[table];
        of = name;
      }
      double dendritic = dendriticOf[table];
      if (end / (2 * dendritic) > MOST && 2 * dendritic < shortest) {
        throw tooShort(name + ".plasticity.dendritic_delay", dendritic, end);
      }
      shortest = Math.min(shortest, 2 * dendritic);
    }
    double modulation = Modulators.shortestDelay(network);
    if (end / Math.min(shortest, modulation) > MOST && modulation < shortest) {
      throw tooShort(modulated(network, modulation), modulation, end);
    }
    shortest = Math.min(shortest, modulation);
    // By the delay itself, so that the least that is named is allowed.
    checkNumber(end / shortest, end, of, shortest);
    return new WindowPlan(width(shortest, stage), Arrays.stream(longestOf).boxed().toList());
  }

  private static double width(double shortest, double stage) {
    double width = shortest * SHORTER;
    return stage > 0 ? stage / Math.ceil(stage / width) : width;
  }

  /**
   * A stage for networks that take over the state of each other: the same, or the part of it that
   * is one window of all of them where some have no synapses of the shortest delay.
   *
   * @param stage time that is cut into whole windows [ms]
   */
  static double commonStage(List<Network> networks, double stage) {
    double[] bounds = networks.stream().mapToDouble(WindowPlan::leastDelay).distinct().toArray();
    double least = Arrays.stream(bounds).min().orElse(0);
    return bounds.length > 1 && least > 0 ? width(least, stage) : stage;
  }

  /** No delay of a network is shorter, as far as is known before it is built [ms]. */
  private static double leastDelay(Network network) {
    return network.projections().stream()
        .filter(each -> each.carries() == null && each.expectedSynapses() > 0)
        .mapToDouble(each -> DelayBounds.of(network, each).min())
        .filter(delay -> delay < LONGEST)
        .min()
        .orElse(LONGEST);
  }

  /** Where the shortest delay of modulating spikes is said. */
  private static String modulated(Network network, double delay) {
    Projection shortest =
        network.projections().stream()
            .filter(each -> each.modulated() && PlasticRule.of(each).modulatorDelay() == delay)
            .findFirst()
            .orElseThrow();
    return shortest.name() + ".plasticity.modulator_delay";
  }

  private static InvalidNetworkException tooShort(String where, double delay, double end) {
    return new InvalidNetworkException(
        "synapses." + where,
        delay + " ms, by which the run of " + end + " ms is cut into windows",
        "at least " + leastDelay(end) + " ms");
  }

  /** The shortest delay above 0 ms that a run can have that ends at a time [ms]. */
  static double leastDelay(double end) {
    return end / MOST;
  }

  private static void checkNumber(double windows, double end, String of, double shortest) {
    if (windows <= MOST) {
      return;
    }
    if (of.isEmpty()) {
      throw new InvalidNetworkException(
          "time.duration", end + " ms in all", "at most " + MOST * LONGEST + " ms");
    }
    throw new InvalidNetworkException(
        "synapses." + of + ".delay",
        shortest + " ms, by which the run of " + end + " ms is cut into windows",
        "0 ms, or at least " + leastDelay(end) + " ms");
  }

  /** The shortest dendritic delay of a plastic table [ms]. */
  private static double dendritic(Projection projection, SynapseRows rows) {
    for (int source = 0; source < rows.sources(); source++) {
      if (rows.instantEnd(source) > rows.start()[source]) {
        throw new InvalidNetworkException(
            "synapses." + projection.name() + ".delay",
            "a plastic synapse without delay",
            "more than 0 ms, since a postsynaptic spike takes time to reach the synapse");
      }
    }
    return Math.min(PlasticRule.of(projection).dendriticDelay(), rows.shortestDelay());
  }

  /** Longest delay of a table in any partition [ms]. */
  double longestDelay(int table) {
    return longestDelays.get(table);
  }

  /** Longest delay of any synapse [ms]. */
  double longestDelay() {
    return longestDelays.stream().mapToDouble(delay -> delay).max().orElse(0);
  }

  /** The window that a moment lies in; the first for 0. */
  long windowOf(double time) {
    return windowOf(time, width);
  }

  /**
   * The window (k width, (k + 1) width] that a moment lies in; the first for 0. Bounds are products
   * that are rounded: a quotient alone may be off by a window if the moment is one of them.
   */
  static long windowOf(double time, double width) {
    long which = (long) Math.ceil(time / width) - 1;
    if (which * width >= time) {
      which--;
    } else if ((which + 1) * width < time) {
      which++;
    }
    return Math.max(0, which);
  }
}
