package org.hillock.engine.grid;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.hillock.engine.Partitioning;
import org.hillock.engine.RunListener;
import org.hillock.engine.RunResult;
import org.hillock.engine.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;

/** Small networks of accumulators. */
public final class Networks {

  static final double STEP = 0.1;

  private Networks() {}

  public static Population population(String name, int size, double threshold) {
    return new Population(
        name, size, "accumulator", Map.of("threshold", Distribution.of(threshold)));
  }

  static NeuronRange range(String population, int from, int to) {
    return new NeuronRange(population, from, to);
  }

  static Input spikes(String target, double weight, double delay, double... times) {
    return new Input.Spikes(
        "input",
        List.of(range(target, 0, 1)),
        SpikeTrains.of(List.of(times)),
        Distribution.of(weight),
        delay);
  }

  static Projection projection(
      NeuronRange source,
      NeuronRange target,
      ConnectionRule rule,
      Distribution weight,
      Distribution delay) {
    return new Projection("synapses", source, target, rule, weight, delay, true, true, null);
  }

  static RunResult run(Network network, double duration, int threads) {
    return run(
        network,
        duration,
        threads,
        synapses -> Partitioning.forThreads(network, synapses, threads));
  }

  static RunResult run(Network network, double duration, int threads, int partitions) {
    return run(network, duration, threads, synapses -> new Partitioning(network, partitions));
  }

  /** Runs and records everything there is to record. */
  static RunResult run(
      Network network, double duration, int threads, DoubleFunction<Partitioning> choice) {
    List<NeuronRange> all = network.populations().stream().map(NeuronRange::all).toList();
    Recording recording =
        new Recording(
            all,
            all.stream()
                .map(range -> new Recording.Trace(range, List.of("sum", "arrived"), STEP))
                .toList(),
            List.of(),
            network.populations().stream().map(p -> new Recording.Rate(p.name(), 1)).toList());
    return GridSimulation.build(
            network,
            new RunSettings(STEP, 0, duration, 7, threads),
            recording,
            RunListener.NONE,
            choice)
        .run(RunListener.NONE);
  }
}
