package org.hillock.engine.plasticity;

import java.util.Arrays;
import org.hillock.network.Projection;
import org.hillock.record.WeightTable;

/**
 * The synapses of one plastic projection in an order that does not depend on partitions: by source,
 * then target, then order of creation.
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
    int at = 0;
    for (int source = 0; source < parts[0].sources(); source++) {
      for (int p = 0; p < parts.length; p++) {
        at = appendRow(source, parts[p], p, firstTarget[p], at);
      }
    }
  }

  /**
   * Targets of a partition lie below those of the next, so each partition's part is sorted alone.
   */
  private int appendRow(int source, PlasticTable part, int partition, int firstTarget, int at) {
    int from = part.rowStart(source);
    int to = part.rowStart(source + 1);
    long[] keys = new long[to - from];
    for (int s = from; s < to; s++) {
      keys[s - from] = (long) part.target(s) << 32 | s;
    }
    Arrays.sort(keys);
    int next = at;
    for (long key : keys) {
      sources[next] = source;
      targets[next] = firstTarget + (int) (key >>> 32);
      partitions[next] = partition;
      synapses[next] = (int) key;
      next++;
    }
    return next;
  }

  /** Number of synapses. */
  public int size() {
    return sources.length;
  }

  /** Weights of a partition. */
  public interface Samples {
    /**
     * All weights of a partition's part at one moment.
     *
     * @param partition which partition
     * @param sample which moment
     * @return weights by place in the partition's table
     */
    double[] weights(int partition, int sample);
  }

  /**
   * The sampled weights in order.
   *
   * @param projection the projection
   * @param times of the samples [ms]
   * @param samples the weights
   */
  public WeightTable table(Projection projection, double[] times, Samples samples) {
    double[][] weights = new double[times.length][size()];
    for (int sample = 0; sample < times.length; sample++) {
      for (int i = 0; i < size(); i++) {
        weights[sample][i] = samples.weights(partitions[i], sample)[synapses[i]];
      }
    }
    return new WeightTable(
        projection.name(),
        projection.source().population(),
        projection.target().population(),
        sources,
        targets,
        times,
        weights);
  }
}
