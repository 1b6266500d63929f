package org.hillock.engine.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.TablePlan;
import org.hillock.engine.wiring.Wiring;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Creates the synapses onto the neurons of one partition: the sources of every target are drawn
 * once to be counted, and again to be written into their rows.
 */
final class RowsBuilder {

  private final Network network;
  private final List<Wiring> wirings;
  private final Partitioning partitioning;
  private final int partition;
  private final RandomStream stream;
  private final IntList sources = new IntList();
  private int[] places = new int[64];
  private double[] values = new double[64];

  RowsBuilder(
      Network network,
      List<Wiring> wirings,
      Partitioning partitioning,
      int partition,
      RandomStream stream) {
    this.network = network;
    this.wirings = wirings;
    this.partitioning = partitioning;
    this.partition = partition;
    this.stream = stream;
  }

  /** The synapses of one plan. */
  SynapseRows build(TablePlan plan) {
    int sourceCount = network.populations().get(plan.sourcePopulation()).size();
    int[] start = new int[sourceCount + 1];
    for (int index : plan.projections()) {
      count(wirings.get(index), start);
    }
    long total = 0;
    for (int source = 0; source < sourceCount; source++) {
      int count = start[source];
      start[source] = (int) total;
      total += count;
      if (total > Integer.MAX_VALUE - 8) {
        throw new InvalidNetworkException(
            "synapses",
            "more than " + (Integer.MAX_VALUE - 8) + " synapses onto the neurons of a thread",
            "more threads, or fewer synapses");
      }
    }
    start[sourceCount] = (int) total;
    OptionalDouble delay = plan.commonDelay(network);
    if (delay.isPresent()) {
      checked(delay.getAsDouble(), network.projections().get(plan.projections().get(0)));
    }
    int size = (int) total;
    int[] targets = new int[size];
    double[] delays = delay.isEmpty() ? new double[size] : null;
    boolean varies = !plan.storage().oneWeight();
    // Whole quanta have 16 bits, so that they are rounded no further.
    boolean rounded =
        plan.storage() == TablePlan.Storage.SINGLE || plan.storage() == TablePlan.Storage.QUANTA;
    float[] single = varies && rounded ? new float[size] : null;
    double[] exact = varies && !rounded ? new double[size] : null;
    int[] next = Arrays.copyOf(start, sourceCount);
    for (int index : plan.projections()) {
      fill(wirings.get(index), next, targets, delays, single, exact);
    }
    SynapseRows rows =
        new SynapseRows(plan, start, targets, delay.orElse(0), delays, single, exact);
    if (delays != null) {
      sortByDelay(rows, delays);
    }
    return rows;
  }

  private int from(Wiring wiring) {
    NeuronRange range = wiring.target();
    int first = partitioning.from(network.populationIndex(range.population()), partition);
    return Math.max(0, first - range.from());
  }

  private int to(Wiring wiring) {
    NeuronRange range = wiring.target();
    int end = partitioning.to(network.populationIndex(range.population()), partition);
    return Math.min(range.size(), end - range.from());
  }

  private void count(Wiring wiring, int[] counts) {
    int firstSource = wiring.source().from();
    int to = to(wiring);
    for (int target = from(wiring); target < to; target++) {
      wiring.sources(target, stream, sources);
      for (int i = 0; i < sources.size(); i++) {
        counts[firstSource + sources.get(i)]++;
      }
    }
  }

  private void fill(
      Wiring wiring,
      int[] next,
      int[] targets,
      double @Nullable [] delays,
      float @Nullable [] single,
      double @Nullable [] exact) {
    int firstSource = wiring.source().from();
    int population = network.populationIndex(wiring.target().population());
    int shift =
        wiring.target().from()
            - partitioning.from(population, partition)
            + partitioning.offset(population, partition);
    int to = to(wiring);
    for (int target = from(wiring); target < to; target++) {
      wiring.sources(target, stream, sources);
      int count = sources.size();
      if (places.length < count) {
        places = new int[2 * count];
        values = new double[2 * count];
      }
      for (int i = 0; i < count; i++) {
        places[i] = next[firstSource + sources.get(i)]++;
        targets[places[i]] = target + shift;
      }
      if (delays != null) {
        wiring.delays(target, sources, stream, values);
        for (int i = 0; i < count; i++) {
          delays[places[i]] = checked(values[i], wiring.projection());
        }
      }
      if (single != null) {
        wiring.weights(target, sources, stream, values);
        for (int i = 0; i < count; i++) {
          single[places[i]] = (float) values[i];
        }
      } else if (exact != null) {
        wiring.weights(target, sources, stream, values);
        for (int i = 0; i < count; i++) {
          exact[places[i]] = values[i];
        }
      }
    }
  }

  private static double checked(double delay, Projection projection) {
    if (!(delay >= 0 && delay < Double.POSITIVE_INFINITY)) {
      throw new InvalidNetworkException(
          "synapses." + projection.name() + ".delay",
          String.format(Locale.ROOT, "%s ms", delay),
          "0 ms or more; a normal distribution can have a bound");
    }
    return delay;
  }

  /** Sorts every row by delay; synapses of equal delay keep their order. */
  private static void sortByDelay(SynapseRows rows, double[] delays) {
    TimeOrder order = new TimeOrder();
    double[] row = new double[64];
    SynapseCopy copy = new SynapseCopy(rows, delays);
    for (int source = 0; source < rows.sources(); source++) {
      int from = rows.start()[source];
      int count = rows.start()[source + 1] - from;
      if (row.length < count) {
        row = new double[2 * count];
      }
      System.arraycopy(delays, from, row, 0, count);
      if (!TimeOrder.ascending(row, count)) {
        copy.permute(from, count, order.of(row, count));
      }
    }
  }

  /** Room in which the synapses of a row are put into another order. */
  private static final class SynapseCopy {
    private final SynapseRows rows;
    private final double[] delays;
    private int[] targets = new int[64];
    private double[] numbers = new double[64];

    SynapseCopy(SynapseRows rows, double[] delays) {
      this.rows = rows;
      this.delays = delays;
    }

    void permute(int from, int count, int[] order) {
      if (targets.length < count) {
        targets = new int[2 * count];
        numbers = new double[2 * count];
      }
      System.arraycopy(rows.targets(), from, targets, 0, count);
      for (int i = 0; i < count; i++) {
        rows.targets()[from + i] = targets[order[i]];
      }
      permute(delays, from, count, order);
      if (rows.exact() != null) {
        permute(rows.exact(), from, count, order);
      }
      float[] single = rows.single();
      if (single != null) {
        for (int i = 0; i < count; i++) {
          numbers[i] = single[from + i];
        }
        for (int i = 0; i < count; i++) {
          single[from + i] = (float) numbers[order[i]];
        }
      }
    }

    private void permute(double[] values, int from, int count, int[] order) {
      System.arraycopy(values, from, numbers, 0, count);
      for (int i = 0; i < count; i++) {
        values[from + i] = numbers[order[i]];
      }
    }
  }
}
