package org.hillock.engine.event;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.hillock.engine.plasticity.ModulatorSamples;
import org.hillock.engine.plasticity.PlasticTable;
import org.hillock.engine.plasticity.WeightSamples;
import org.hillock.engine.run.ModulatorRequests;
import org.hillock.engine.run.WeightRequests;
import org.hillock.network.Network;
import org.hillock.record.Recording;

/**
 * What is asked for of plastic synapses, and which projections that means. The end of the run is a
 * moment of every request.
 *
 * @param recording what is asked for
 * @param end of the run [ms]
 * @param weights for each request of weights, the projections that it means
 * @param modulators for each request of modulators, the projection that it means
 */
record SampleRequests(
    Recording recording, double end, List<List<Integer>> weights, List<Integer> modulators) {

  /**
   * @param network the network
   * @param recording what is asked for
   * @param end of the run [ms]
   */
  static SampleRequests of(Network network, Recording recording, double end) {
    return new SampleRequests(
        recording,
        end,
        WeightRequests.of(network, recording),
        ModulatorRequests.of(network, recording));
  }

  private List<Double> moments(List<Double> times) {
    return Stream.concat(times.stream(), Stream.of(end)).toList();
  }

  /** Samples of the weights of one partition, in its plastic tables by projection. */
  WeightSamples weights(IntFunction<PlasticTable> tables) {
    return new WeightSamples(
        recording.weights(),
        recording.weights().stream().map(wanted -> moments(wanted.times())).toList(),
        weights,
        tables);
  }

  /** Samples of the modulators: all of them by the first partition, none by the others. */
  ModulatorSamples modulators(int partition, IntFunction<PlasticTable> tables) {
    List<Recording.Modulators> asked = partition == 0 ? recording.modulators() : List.of();
    return new ModulatorSamples(
        asked, asked.stream().map(wanted -> moments(wanted.times())).toList(), modulators, tables);
  }
}
