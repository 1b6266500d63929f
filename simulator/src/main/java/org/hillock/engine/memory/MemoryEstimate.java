package org.hillock.engine.memory;

import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.Wiring;
import org.hillock.model.PlasticRule;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
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
 * @param recordBytes sampled state, rates and weights
 * @param spikeBytes recorded spikes, at the rates that are expected
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

  /** What a recorded spike takes: time and neuron, as it is kept and in the result. */
  private static final double SPIKE_BYTES = 2 * (8 + 4);

  /** A number in a list: the object that holds it, and where that is. */
  private static final double BOXED_BYTES = 16 + 4;

  /** And by neuron, for statistics, while it is written. */
  private static final double INDEX_BYTES = 8 + 4;

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
        recordBytes(network, settings, recording),
        spikeBytes(network, settings, recording, rates));
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

  /** Spikes to be recorded. */
  private static double spikeBytes(
      Network network, RunSettings settings, Recording recording, ExpectedRates rates) {
    double all = 0;
    double most = 0;
    for (NeuronRange range : recording.spikes()) {
      Population population = network.population(range.population());
      double each =
          population.spikeTrains() != null
              ? population.spikeTrains().mean()
              : rates.of(range.population()) * settings.duration() / 1000;
      all += range.size() * each;
      most = Math.max(most, range.size() * each);
    }
    return all * SPIKE_BYTES + most * INDEX_BYTES;
  }

  private static double recordBytes(Network network, RunSettings settings, Recording recording) {
    double bytes = 0;
    for (Recording.Trace trace : recording.traces()) {
      double samples = settings.duration() / Math.max(trace.interval(), settings.step());
      bytes += 8 * samples * trace.neurons().size() * trace.variables().size();
    }
    for (Recording.Weights weights : recording.weights()) {
      double synapses = 0;
      double numbers = 0;
      for (Projection projection : network.projections()) {
        if (projection.name().equals(weights.projection())) {
          double its = projection.expectedSynapses();
          synapses += its;
          boolean whole = weights.states() && projection.plasticity() != null;
          numbers += its * (1 + (whole ? PlasticRule.of(projection).rule().states().size() : 0));
        }
      }
      // Samples stand once by partition and once in order; four numbers say what the order is.
      bytes += numbers * 2.0 * 8 * (weights.times().size() + 1) + synapses * 4 * 4;
    }
    for (Recording.Rate rate : recording.rates()) {
      bytes += 4 * settings.duration() / rate.bin() * settings.threads();
    }
    for (Recording.Modulators modulators : recording.modulators()) {
      double numbers = 1;
      for (Projection projection : network.projections()) {
        if (projection.name().equals(modulators.projection()) && projection.modulated()) {
          numbers = 1 + PlasticRule.of(projection).rule().modulatorTraces().size();
        }
      }
      // Times and values stand once as they are taken, and once in the result; the times that were
      // asked for are boxed, here and in the unit of the engine.
      bytes += (numbers * 2 * 8 + 2 * BOXED_BYTES) * (modulators.times().size() + 1);
    }
    return bytes + (recording.structure() ? structureBytes(network, settings) : 0);
  }

  /** What there is after each change of the wiring, as it is taken down and in the result. */
  private static double structureBytes(Network network, RunSettings settings) {
    double columns = 1;
    for (Population population : network.populations()) {
      columns += population.growth() == null ? 0 : 1 + 2 * population.growth().elements().size();
    }
    double samples = 0;
    for (Projection projection : network.projections()) {
      if (projection.rewiring() != null) {
        columns++;
        samples = 1 + settings.duration() / projection.rewiring().interval();
      }
    }
    return samples * columns * 2 * 8;
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
