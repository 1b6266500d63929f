package org.hillock.engine.grid;

import org.hillock.engine.GridTime;
import org.hillock.engine.Partitioning;
import org.hillock.engine.RunSettings;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.record.Recording;

/**
 * How much memory a run will take, computed from the description alone.
 *
 * @param neuronBytes state and input of neurons
 * @param synapseBytes synapses and their index, while the network runs
 * @param buildBytes what building takes in addition, and gives back
 * @param recordBytes sampled state and rates; spikes are not known beforehand
 */
public record MemoryEstimate(
    double neuronBytes, double synapseBytes, double buildBytes, double recordBytes) {

  /** A plastic synapse's share of a history of spikes is small; a target's is this much. */
  private static final int HISTORY_BYTES = 8 * 16 + 8;

  /** Bytes that a segment takes in the index. */
  private static final int SEGMENT_BYTES = 2;

  /** A normal distribution of delays reaches about this many standard deviations to each side. */
  private static final double REACH = 3;

  /**
   * @param network what to build
   * @param settings how to run it
   * @param recording what to record
   */
  public static MemoryEstimate of(Network network, RunSettings settings, Recording recording) {
    double synapses = synapses(network);
    Partitioning partitioning = Partitioning.forThreads(network, synapses, settings.threads());
    int partitions = partitioning.count();
    double synapseBytes = 0;
    double largestTable = 0;
    double wiringBytes = 0;
    for (TablePlan plan : TablePlan.of(network)) {
      double count = 0;
      double segments = 0;
      double sources = network.populations().get(plan.sourcePopulation()).size();
      for (int index : plan.projections()) {
        Projection projection = network.projections().get(index);
        double expected = expected(projection);
        count += expected;
        double perRow = expected / (projection.source().size() * (double) partitions);
        double slots = delaySlots(projection, settings.step());
        double used = slots * -Math.expm1(-perRow / slots);
        segments += (used + perRow / 255) * projection.source().size() * partitions;
        wiringBytes += wiringBytes(projection, expected);
      }
      // Segment arrays grow by half, so that the old and the new array stand side by side at times.
      synapseBytes += count * plan.bytesPerSynapse() + segments * SEGMENT_BYTES;
      synapseBytes += 2.0 * Integer.BYTES * (sources + 1) * partitions;
      if (plan.storage() == TablePlan.Storage.PLASTIC) {
        Projection projection = network.projections().get(plan.projections().get(0));
        synapseBytes += 2.0 * Double.BYTES * sources * partitions;
        synapseBytes += (double) HISTORY_BYTES * projection.target().size();
      }
      largestTable = Math.max(largestTable, count / partitions * Character.BYTES + 2 * segments);
    }
    return new MemoryEstimate(
        neuronBytes(network),
        synapseBytes,
        largestTable * Math.min(settings.threads(), partitions) + wiringBytes,
        recordBytes(network, settings, recording));
  }

  /** Synapses to expect in the whole network. */
  public static double synapses(Network network) {
    return network.projections().stream().mapToDouble(MemoryEstimate::expected).sum();
  }

  /** Everything together. */
  public double totalBytes() {
    return neuronBytes + synapseBytes + buildBytes + recordBytes;
  }

  private static double expected(Projection projection) {
    return projection
        .rule()
        .expectedSynapses(projection.source(), projection.target(), projection.autapses());
  }

  private static double neuronBytes(Network network) {
    double bytes = 0;
    int receptors = 1;
    for (Population population : network.populations()) {
      NeuronModel model = Models.neuron(population.model()).orElseThrow();
      receptors = Math.max(receptors, model.receptors());
      bytes += (double) population.size() * (model.stateArrays() * 8 + 4);
    }
    bytes += (double) network.neuronCount() * receptors * 8;
    for (Input input : network.inputs()) {
      int perTarget = input instanceof Input.Poisson ? 4 * 4 + 8 + 4 : 12;
      bytes += input.targets().stream().mapToDouble(range -> range.size()).sum() * perTarget;
    }
    return bytes;
  }

  private static double wiringBytes(Projection projection, double expected) {
    double targets = projection.target().size();
    ConnectionRule rule = projection.rule();
    if (rule instanceof ConnectionRule.FixedTotalNumber) {
      return 4 * targets;
    }
    if (rule instanceof ConnectionRule.FixedOutdegree) {
      return 4 * expected + 8 * targets;
    }
    return rule instanceof ConnectionRule.Explicit ? 32 * expected + 8 * targets : 0;
  }

  private static double delaySlots(Projection projection, double step) {
    Distribution delay = projection.delay();
    if (projection.rule() instanceof ConnectionRule.Explicit explicit && explicit.hasDelays()) {
      return 32;
    }
    if (delay.constant()) {
      return 1;
    }
    double low = delay.min();
    double high = delay.max();
    if (delay instanceof Distribution.Normal normal) {
      low = Math.max(low, normal.mean() - REACH * normal.sd());
      high = Math.min(high, normal.mean() + REACH * normal.sd());
    } else if (delay instanceof Distribution.LogNormal) {
      high = 4 * delay.mean();
    }
    return Math.max(1, GridTime.index(high - low, step));
  }

  private static double recordBytes(Network network, RunSettings settings, Recording recording) {
    double bytes = 0;
    for (Recording.Trace trace : recording.traces()) {
      double samples = settings.duration() / Math.max(trace.interval(), settings.step());
      bytes += 8 * samples * trace.neurons().size() * trace.variables().size();
    }
    for (Recording.Weights weights : recording.weights()) {
      double synapses = 0;
      for (Projection projection : network.projections()) {
        if (projection.name().equals(weights.projection())) {
          synapses += expected(projection);
        }
      }
      // Samples stand once by partition and once in order; four numbers say what the order is.
      bytes += synapses * (2.0 * 8 * (weights.times().size() + 1) + 4 * 4);
    }
    for (Recording.Rate rate : recording.rates()) {
      bytes += 4 * settings.duration() / rate.bin() * settings.threads();
    }
    return bytes;
  }

  /**
   * What a run takes besides: the program itself and the virtual machine.
   *
   * @return [bytes]
   */
  public static double programBytes() {
    return 250e6;
  }
}
