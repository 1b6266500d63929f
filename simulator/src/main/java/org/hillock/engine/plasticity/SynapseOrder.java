package org.hillock.engine.plasticity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.hillock.model.PlasticRule;
import org.hillock.network.Projection;
import org.hillock.record.WeightTable;

/**
 * The synapses of one plastic projection in an order that does not depend on partitions: by source,
 * then target, then delay, then order of creation.
 */
public final class SynapseOrder {

  private final int[] sources;
  private final int[] targets;
  private final int[] partitions;
  private final int[] synapses;

  /**
   * @param parts the projection's synapses in each partition
   * @param firstTarget first neuron of the target population in each partition
   */
  public SynapseOrder(PlasticTable[] parts, int[] firstTarget) {
    int total = 0;
    for (PlasticTable part : parts) {
      total = Math.addExact(total, part.size());
    }
    sources = new int[total];
    targets = new int[total];
    partitions = new int[total];
    synapses = new int[total];
    int[] at = new int[1];
    visit(
        parts,
        (source, partition, synapse) -> {
          int i = at[0]++;
          sources[i] = source;
          targets[i] = firstTarget[partition] + parts[partition].target(synapse);
          partitions[i] = partition;
          synapses[i] = synapse;
        });
  }

  /** Sees synapses one after the other. */
  private interface Visitor {
    /**
     * The next synapse.
     *
     * @param source its source
     * @param partition where it is
     * @param synapse its place there
     */
    void visit(int source, int partition, int synapse);
  }

  /** Shows all synapses of a projection in order, without keeping it. */
  private static void visit(PlasticTable[] parts, Visitor visitor) {
    for (int source = 0; source < parts[0].sources(); source++) {
      for (int p = 0; p < parts.length; p++) {
        // Targets of a partition lie below those of the next, so each part is sorted alone.
        for (long key : sortedRow(parts[p], source)) {
          visitor.visit(source, p, (int) key);
        }
      }
    }
  }

  /** Sees the synapses of one partition. */
  @FunctionalInterface
  public interface ByTarget {
    /**
     * The next synapse.
     *
     * @param synapse its place
     */
    void visit(int synapse);
  }

  /**
   * Shows the synapses of one partition by target, then source, then delay, then order of creation:
   * those of all partitions, one after the other, come in an order that does not depend on them.
   */
  public static void visitByTarget(PlasticTable part, ByTarget visitor) {
    int targets = 0;
    for (int s = 0; s < part.size(); s++) {
      targets = Math.max(targets, part.target(s) + 1);
    }
    int[] next = new int[targets + 1];
    for (int s = 0; s < part.size(); s++) {
      next[part.target(s) + 1]++;
    }
    for (int i = 0; i < targets; i++) {
      next[i + 1] += next[i];
    }
    int[] order = new int[part.size()];
    for (int source = 0; source < part.sources(); source++) {
      for (int s = part.rowStart(source); s < part.rowStart(source + 1); s++) {
        order[next[part.target(s)]++] = s;
      }
    }
    for (int synapse : order) {
      visitor.visit(synapse);
    }
  }

  /**
   * A number that says which neurons the synapses of a partition join, and by which delays, in
   * whatever order they are kept; the sum of those of all partitions says so of all.
   *
   * @param firstTarget first neuron of the target population in the partition
   */
  public static long wiring(PlasticTable part, int firstTarget) {
    long sum = 0;
    double[] delays = new double[0];
    for (int source = 0; source < part.sources(); source++) {
      int from = part.rowStart(source);
      int to = part.rowStart(source + 1);
      if (delays.length < to - from) {
        delays = new double[2 * (to - from)];
      }
      part.delays(source, delays);
      for (int s = from; s < to; s++) {
        long delay = Double.doubleToLongBits(delays[s - from]);
        sum += mixed(mixed((long) source << 32 | firstTarget + part.target(s)) + delay);
      }
    }
    return sum;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, OOPSLA). */
  private static long mixed(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  private static long[] sortedRow(PlasticTable part, int source) {
    int from = part.rowStart(source);
    int to = part.rowStart(source + 1);
    long[] keys = new long[to - from];
    for (int s = from; s < to; s++) {
      keys[s - from] = (long) part.target(s) << 32 | s;
    }
    Arrays.sort(keys);
    return keys;
  }

  /** Number of synapses. */
  public int size() {
    return sources.length;
  }

  /** Sampled numbers of the synapses of a partition. */
  public interface Samples {
    /**
     * Those of a partition's part at one moment.
     *
     * @param partition which partition
     * @param sample which moment
     * @return numbers by place in the partition's table
     */
    double[] numbers(int partition, int sample);
  }

  /**
   * The sampled weights in order.
   *
   * @param projection the projection
   * @param times of the samples [ms]
   * @param weights the weights
   * @param states what else was sampled, by name
   */
  public WeightTable table(
      Projection projection, double[] times, Samples weights, Map<String, Samples> states) {
    Map<String, double[][]> ordered = new LinkedHashMap<>();
    states.forEach((name, samples) -> ordered.put(name, ordered(samples, times.length)));
    return new WeightTable(
        projection.name(),
        projection.source().population(),
        projection.target().population(),
        sources,
        targets,
        times,
        ordered(weights, times.length),
        ordered);
  }

  private double[][] ordered(Samples samples, int count) {
    double[][] numbers = new double[count][size()];
    for (int sample = 0; sample < count; sample++) {
      for (int i = 0; i < size(); i++) {
        numbers[sample][i] = samples.numbers(partitions[i], sample)[synapses[i]];
      }
    }
    return numbers;
  }

  /**
   * The samples of what a rule's synapses keep, by name.
   *
   * @param plastic the rule
   * @param samples gives those of the number at a place
   */
  public static Map<String, Samples> states(PlasticRule plastic, IntFunction<Samples> samples) {
    List<String> names = plastic.rule().states();
    Map<String, Samples> states = new LinkedHashMap<>();
    for (int k = 0; k < names.size(); k++) {
      states.put(names.get(k), samples.apply(k));
    }
    return states;
  }
}
