package org.hillock.engine;

import java.util.OptionalDouble;
import java.util.function.Function;
import org.hillock.engine.event.EventMemory;
import org.hillock.engine.grid.GridMemory;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;
import org.hillock.record.Recording;

/**
 * How much memory a run will take, computed from the description alone.
 *
 * @param neuronBytes state and input of neurons
 * @param synapseBytes synapses and their index, while the network runs
 * @param buildBytes what building takes in addition, and gives back
 * @param recordBytes sampled state, rates and weights
 * @param spikeBytes recorded spikes, at the rates that are expected
 */
public record MemoryEstimate(
    double neuronBytes,
    double synapseBytes,
    double buildBytes,
    double recordBytes,
    double spikeBytes) {

  /** Networks of fewer neurons than this are soon done. */
  private static final int FEW_NEURONS = 1000;

  /** Rate at which neurons are taken to fire of which nothing is known [Hz]. */
  private static final double ASSUMED_RATE = 20;

  /**
   * What a recorded spike takes until it has been written: in a list that has grown by doubling, in
   * the merged list, and in the result.
   */
  private static final double SPIKE_BYTES = 60;

  /**
   * What an engine takes.
   *
   * @param neuronBytes state and input of neurons
   * @param synapseBytes synapses and their index, while the network runs
   * @param buildBytes what building takes in addition, and gives back
   */
  public record EngineMemory(double neuronBytes, double synapseBytes, double buildBytes) {}

  /**
   * @param network what to build
   * @param settings how to run it
   * @param recording what to record
   */
  public static MemoryEstimate of(Network network, RunSettings settings, Recording recording) {
    return of(network, settings, recording, population -> OptionalDouble.empty());
  }

  /**
   * @param network what to build
   * @param settings how to run it
   * @param recording what to record
   * @param rate at which a population may be expected to fire [Hz], by its name
   */
  public static MemoryEstimate of(
      Network network,
      RunSettings settings,
      Recording recording,
      Function<String, OptionalDouble> rate) {
    EngineMemory engine =
        settings.continuous()
            ? EventMemory.of(network, settings.threads())
            : GridMemory.of(network, settings.step(), settings.threads());
    double wiringBytes = 0;
    for (Projection projection : network.projections()) {
      wiringBytes += wiringBytes(projection, settings.threads());
    }
    return new MemoryEstimate(
        engine.neuronBytes(),
        engine.synapseBytes(),
        engine.buildBytes() + wiringBytes,
        recordBytes(network, settings, recording),
        spikeBytes(network, settings, recording, rate));
  }

  /**
   * Refuses what does not fit, before anything is allocated.
   *
   * @throws OutOfMemoryEstimateException if more is needed for certain than the program may use
   */
  public static void check(Network network, RunSettings settings, Recording recording) {
    double needed = of(network, settings, recording).certainBytes();
    double available = Runtime.getRuntime().maxMemory();
    if (needed > available) {
      throw new OutOfMemoryEstimateException(needed, available);
    }
  }

  /** Synapses to expect in the whole network. */
  public static double synapses(Network network) {
    return network.projections().stream().mapToDouble(MemoryEstimate::expected).sum();
  }

  /** Synapses to expect in one projection. */
  public static double expected(Projection projection) {
    return projection
        .rule()
        .expectedSynapses(projection.source(), projection.target(), projection.autapses());
  }

  /** Everything together. */
  public double totalBytes() {
    return certainBytes() + spikeBytes;
  }

  /** What will be needed however many spikes there are: if this does not fit, nothing is begun. */
  public double certainBytes() {
    return neuronBytes + synapseBytes + buildBytes + recordBytes;
  }

  private static double wiringBytes(Projection projection, int threads) {
    double expected = expected(projection);
    double targets = projection.target().size();
    ConnectionRule rule = projection.rule();
    // Every thread counts for itself, if there are more synapses than targets.
    double counts = 4 * targets * Math.min(threads, 1 + expected / Math.max(1, targets));
    if (rule instanceof ConnectionRule.FixedTotalNumber) {
      return counts;
    }
    if (rule instanceof ConnectionRule.FixedOutdegree) {
      return 4 * expected + 4 * targets + counts;
    }
    return rule instanceof ConnectionRule.Explicit ? 28 * expected + 4 * targets + counts : 0;
  }

  /** Spikes to be recorded: those of neurons that play trains are known, and few. */
  private static double spikeBytes(
      Network network,
      RunSettings settings,
      Recording recording,
      Function<String, OptionalDouble> rate) {
    double spikes = 0;
    for (NeuronRange range : recording.spikes()) {
      if (network.population(range.population()).spikeTrains() == null) {
        double hertz = rate.apply(range.population()).orElse(ASSUMED_RATE);
        spikes += range.size() * hertz * settings.duration() / 1000;
      }
    }
    return spikes * SPIKE_BYTES;
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
   * What a run takes besides: the program itself, compiled code, and the young generation of the
   * heap, whose size the launcher limits. Measured: 102 MiB for a run of one neuron, some 20 more
   * where there is enough to do for the kernels to be compiled.
   *
   * @param network what to run
   * @return [bytes]
   */
  public static double programBytes(Network network) {
    return network.neuronCount() < FEW_NEURONS ? 105e6 : 126e6;
  }
}
