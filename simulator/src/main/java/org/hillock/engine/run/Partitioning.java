package org.hillock.engine.run;

import java.util.stream.IntStream;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;

/**
 * How the neurons are cut into partitions: each partition owns a contiguous slice of every
 * population, so that load is even and slices of one population ascend with the partition.
 */
public final class Partitioning {

  /** A target is stored in two bytes, so no partition holds more neurons that are targets. */
  public static final int MAX_NEURONS = 1 << 16;

  /** A partition's synapses of one table are indexed by int; this leaves room for uneven cuts. */
  static final double MAX_SYNAPSES = 1 << 30;

  /** More than this is only ever asked for in an estimate of what does not fit anyway. */
  private static final double MAX_PARTITIONS = 1 << 24;

  private final int[] sizes;

  /** Whether spikes arrive at a population through synapses. */
  private final boolean[] receives;

  /**
   * By how much the cuts of each population are shifted, in parts of a neuron: the neurons of all
   * populations before it, so that partitions are as even as if all were one population. Without
   * it, many populations of a neuron or two would all lie in the last partition.
   */
  private final int[] shift;

  /** Partitions of the whole network, which several processes may share. */
  private final int all;

  /** The first of those that are counted here, and how many they are. */
  private final int first;

  private final int count;

  /**
   * @param network whose neurons to cut
   * @param count number of partitions, 1 or more
   */
  public Partitioning(Network network, int count) {
    this.all = count;
    this.first = 0;
    this.sizes = network.populations().stream().mapToInt(Population::size).toArray();
    this.receives = receivers(network);
    this.count = count;
    this.shift = new int[sizes.length];
    for (int i = 1; i < sizes.length; i++) {
      shift[i] = (int) (((long) shift[i - 1] + sizes[i - 1]) % count);
    }
  }

  private Partitioning(Partitioning whole, int first, int count) {
    this.sizes = whole.sizes;
    this.receives = whole.receives;
    this.shift = whole.shift;
    this.all = whole.all;
    this.first = first;
    this.count = count;
  }

  /**
   * Some of the partitions, counted from 0: all that one process of several has to do with.
   *
   * @param part which process, from 0
   * @param parts how many there are, of which the number of partitions is a multiple
   */
  public Partitioning share(int part, int parts) {
    int each = all / parts;
    if (each * parts != all || count != all) {
      throw new IllegalArgumentException(count + " of " + all + " partitions for " + parts);
    }
    return new Partitioning(this, part * each, each);
  }

  private static boolean[] receivers(Network network) {
    boolean[] receives = new boolean[network.populations().size()];
    for (Projection projection : network.projections()) {
      receives[network.populationIndex(projection.target().population())] = true;
    }
    return receives;
  }

  /**
   * The smallest multiple of the thread count that respects the limits of a partition.
   *
   * @param network whose neurons to cut
   * @param synapses number of synapses expected
   * @param threads worker threads
   */
  public static Partitioning forThreads(Network network, double synapses, int threads) {
    return forThreads(network, synapses, threads, MAX_SYNAPSES);
  }

  /** The same with another limit for the synapses of a partition, for tests. */
  public static Partitioning forThreads(
      Network network, double synapses, int threads, double maxSynapses) {
    // A population's slices differ by at most one neuron, so this many partitions are enough.
    long perPartition = MAX_NEURONS - network.populations().size();
    if (perPartition < 1) {
      throw new InvalidNetworkException(
          "neurons",
          network.populations().size() + " populations",
          "fewer than " + MAX_NEURONS + " populations");
    }
    double least =
        Math.max(
            threads,
            Math.max(
                Math.ceil(targets(network) / perPartition), Math.ceil(synapses / maxSynapses)));
    double rounds = Math.ceil(least / threads);
    return new Partitioning(network, (int) Math.min(rounds * threads, MAX_PARTITIONS));
  }

  private static double targets(Network network) {
    boolean[] receives = receivers(network);
    double targets = 0;
    for (int i = 0; i < receives.length; i++) {
      targets += receives[i] ? network.populations().get(i).size() : 0;
    }
    return targets;
  }

  /** Number of partitions: all, or those of the {@linkplain #share share}. */
  public int count() {
    return count;
  }

  /** First neuron of a population that a partition owns. */
  public int from(int population, int partition) {
    return (int) (((long) sizes[population] * (first + partition) + shift[population]) / all);
  }

  /** The partition that owns a neuron, of those that are counted here; -1 if none does. */
  public int owner(int population, int neuron) {
    return IntStream.range(0, count())
        .filter(each -> from(population, each) <= neuron && neuron < to(population, each))
        .findFirst()
        .orElse(-1);
  }

  /** First neuron of a population in each partition. */
  public int[] firsts(int population) {
    return IntStream.range(0, count()).map(partition -> from(population, partition)).toArray();
  }

  /** One past the last neuron of a population that a partition owns. */
  public int to(int population, int partition) {
    return from(population, partition + 1);
  }

  /**
   * Where a population's slice begins among the neurons of a partition, in the order of the
   * network.
   *
   * @param population its index; past the last population, how many neurons there are
   */
  public int offset(int population, int partition) {
    int offset = 0;
    for (int i = 0; i < population; i++) {
      offset += size(i, partition);
    }
    return offset;
  }

  /** The same if those at which spikes arrive come first. */
  public int place(int population, int partition) {
    int offset = receives[population] ? 0 : receivers(partition);
    for (int i = 0; i < population; i++) {
      offset += receives[i] == receives[population] ? size(i, partition) : 0;
    }
    return offset;
  }

  private int size(int population, int partition) {
    return to(population, partition) - from(population, partition);
  }

  /** Number of neurons that a partition owns and at which spikes arrive through synapses. */
  public int receivers(int partition) {
    int neurons = 0;
    for (int i = 0; i < sizes.length; i++) {
      neurons += receives[i] ? size(i, partition) : 0;
    }
    return neurons;
  }

  /** Number of neurons that a partition owns. */
  public int neurons(int partition) {
    return offset(sizes.length, partition);
  }
}
