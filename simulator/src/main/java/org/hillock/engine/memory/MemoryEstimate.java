package org.hillock.engine.memory;

import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.Wiring;
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
 * @param neuronBytes state, parameters and input of neurons, and the trains that they play
 * @param synapseBytes synapses and their index, while the network runs
 * @param flight spikes that have been fired and not delivered yet
 * @param buildBytes what building takes in addition, and gives back
 * @param recordBytes sampled state, rates and weights, and counters; what goes to files only as far
 *     as it is on its way there
 * @param spikeBytes recorded spikes, at the rates that are expected, if they stay in memory
 */
public record MemoryEstimate(
    double neuronBytes,
    double synapseBytes,
    InFlight flight,
    double buildBytes,
    double recordBytes,
    double spikeBytes) {

  /** Networks of fewer neurons than this are soon done. */
  private static final int FEW_NEURONS = 1000;

  /** A spike that is given: its time, and as much again as the text of a scenario. */
  private static final double TRAIN_BYTES = 8 + 16;

  /** An edge that is listed: two ends, a weight and a delay. */
  private static final double EDGE_BYTES = 4 + 4 + 8 + 8;

  /**
   * @param network what to build
   * @param settings how to run it
   * @param recording what to record
   * @param rates at which populations are expected to fire
   * @param engine what the engine takes that is to run it, in all ranks together
   * @param ranks how many processes share the network; what each takes is estimated
   */
  public static MemoryEstimate of(
      Network network,
      RunSettings settings,
      Recording recording,
      ExpectedRates rates,
      EngineMemory engine,
      int ranks) {
    double wiringBytes = 0;
    for (Projection projection : network.projections()) {
      wiringBytes += Wiring.bytes(projection, settings.threads() * ranks);
    }
    double share = divides(network) ? 1.0 / ranks : 1;
    return new MemoryEstimate(
        engine.neuronBytes() * share + describedBytes(network),
        engine.synapseBytes() * share,
        engine.flight().times(share),
        (engine.buildBytes() + wiringBytes) * share,
        RecordMemory.recordBytes(network, settings, recording),
        RecordMemory.spikeBytes(network, settings, recording, rates));
  }

  /**
   * Refuses what does not fit, before anything is allocated.
   *
   * @throws OutOfMemoryEstimateException if more is needed for certain than the program may use
   */
  public void check() {
    double available = Runtime.getRuntime().maxMemory();
    if (certainBytes() > available) {
      throw new OutOfMemoryEstimateException(certainBytes(), available);
    }
  }

  /** Everything together. */
  public double totalBytes() {
    return certainBytes() - flight.known() + flight.expected() + spikeBytes;
  }

  /** What will be needed however many spikes there are: if this does not fit, nothing is begun. */
  public double certainBytes() {
    return neuronBytes + synapseBytes + flight.known() + buildBytes + recordBytes;
  }

  /**
   * Whether each rank holds no more than its share: not where synapses form and vanish or carry
   * signals, of which every rank knows all.
   */
  private static boolean divides(Network network) {
    return network.projections().stream()
        .allMatch(each -> each.rewiring() == null && each.carries() == null);
  }

  /** What the description of a network takes that is listed one by one. */
  private static double describedBytes(Network network) {
    double bytes = 0;
    for (Population population : network.populations()) {
      if (population.spikeTrains() != null) {
        bytes += TRAIN_BYTES * population.spikeTrains().kept() + 4.0 * population.size();
      }
      for (Distribution value : population.parameters().values()) {
        bytes += value instanceof Distribution.Listed listed ? 8.0 * listed.size() : 0;
      }
    }
    for (Input input : network.inputs()) {
      bytes += input.recorded() == null ? 0 : TRAIN_BYTES * input.recorded().kept();
    }
    for (Projection projection : network.projections()) {
      ConnectionRule.Explicit edges = projection.rule().listed();
      bytes += edges == null ? 0 : EDGE_BYTES * edges.size();
    }
    return bytes;
  }

  /**
   * What a run takes besides: the program itself, compiled code, and the young generation of the
   * heap, whose size the launcher limits. Measured: 102 MiB for a run of one neuron, some 20 more
   * where there is enough to do for the kernels to be compiled, and 15 in continuous time, where
   * more is compiled.
   *
   * @param network what to run
   * @param continuous whether time is continuous
   * @return [bytes]
   */
  public static double programBytes(Network network, boolean continuous) {
    if (network.neuronCount() < FEW_NEURONS) {
      return 105e6;
    }
    return continuous ? 141e6 : 126e6;
  }
}
