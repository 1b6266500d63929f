package org.hillock.engine.memory;

import org.hillock.engine.run.RunSettings;
import org.hillock.model.PlasticRule;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.record.Recording;

/** What recording takes of memory. */
final class RecordMemory {

  /** What a recorded spike takes: time and neuron, as it is kept and in the result. */
  private static final double SPIKE_BYTES = 2 * (8 + 4);

  /** A number in a list: the object that holds it, and where that is. */
  private static final double BOXED_BYTES = 16 + 4;

  /** And by neuron, for statistics, while it is written. */
  private static final double INDEX_BYTES = 8 + 4;

  /** What waits to be written: held by partitions, in the queue, and being written. */
  private static final double PASSING_BYTES = 6 * (1 << 21);

  /** Samples of all weights that wait to be written. */
  private static final double PASSING_SAMPLES = 5;

  /** Times, sums and counts of the intervals of a neuron. */
  private static final double COUNTER_BYTES = 4 * 8 + 4;

  private RecordMemory() {}

  /** Spikes to be recorded. */
  static double spikeBytes(
      Network network, RunSettings settings, Recording recording, ExpectedRates rates) {
    if (recording.streamed()) {
      return 0;
    }
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

  static double recordBytes(Network network, RunSettings settings, Recording recording) {
    double bytes = recording.streamed() ? counterBytes(network, recording) : 0;
    for (Recording.Trace trace : recording.traces()) {
      double samples = settings.duration() / Math.max(trace.interval(), settings.step());
      double all = 8 * samples * trace.neurons().size() * trace.variables().size();
      bytes += recording.streamed() ? Math.min(all, PASSING_BYTES) : all;
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
      double samples = weights.times().size() + 1;
      double kept = recording.streamed() ? Math.min(samples, PASSING_SAMPLES) : samples;
      bytes += numbers * 2.0 * 8 * kept + synapses * 4 * 4;
    }
    for (Recording.Rate rate : recording.rates()) {
      double all = 4 * settings.duration() / rate.bin() * settings.threads();
      bytes += recording.streamed() ? Math.min(all, PASSING_BYTES) : all;
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

  /** What statistics keep of each neuron whose spikes are written to files. */
  private static double counterBytes(Network network, Recording recording) {
    double neurons = 0;
    for (Population population : network.populations()) {
      neurons += recording.keepsSpikesOf(population.name()) ? population.size() : 0;
    }
    return neurons * COUNTER_BYTES + (recording.spikes().isEmpty() ? 0 : PASSING_BYTES);
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
}
