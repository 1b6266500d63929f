package org.hillock.engine.grid;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;

/** Small networks of accumulators. */
public final class Networks {

  public static final double STEP = 0.1;

  private Networks() {}

  public static Population population(String name, int size, double threshold) {
    return new Population(
        name, size, "accumulator", Map.of("threshold", Distribution.of(threshold)));
  }

  public static NeuronRange range(String population, int from, int to) {
    return new NeuronRange(population, from, to);
  }

  public static Input spikes(String target, double weight, double delay, double... times) {
    return new Input.Spikes(
        "input",
        List.of(range(target, 0, 1)),
        SpikeTrains.of(List.of(times)),
        Distribution.of(weight),
        delay);
  }

  public static Projection projection(
      NeuronRange source,
      NeuronRange target,
      ConnectionRule rule,
      Distribution weight,
      Distribution delay) {
    return new Projection("synapses", source, target, rule, weight, delay, true, true, null);
  }

  /** Everything that there is to record. */
  public static Recording everything(Network network) {
    List<NeuronRange> all = network.populations().stream().map(NeuronRange::all).toList();
    return new Recording(
        all,
        // Of all neurons, and of a single one, which lies in one partition.
        Stream.concat(all.stream(), Stream.of(range(all.get(0).population(), 0, 1)))
            .map(range -> new Recording.Trace(range, List.of("sum", "arrived"), STEP))
            .toList(),
        List.of(),
        network.populations().stream().map(p -> new Recording.Rate(p.name(), 1)).toList());
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
    return GridSimulation.build(
            network,
            new RunSettings(STEP, 0, duration, 7, threads),
            everything(network),
            RunListener.NONE,
            SpikeExchange.OF_THREADS,
            choice)
        .run(RunListener.NONE);
  }

  /** Everything at once: random synapses of every storage, noise, Poisson input, many delays. */
  public static Network busy() {
    Distribution delays = new Distribution.Normal(1.5, 0.8, 0.1, 4, Distribution.Outside.REDRAW);
    Distribution weights = new Distribution.Normal(0.3, 0.1);
    return new Network(
        List.of(population("exc", 80, 10), population("inh", 20, 8)),
        List.of(
            new Input.Poisson(
                "poisson",
                List.of(range("exc", 0, 80), range("inh", 0, 20)),
                3000,
                Distribution.of(0.4),
                0.5,
                0,
                Double.POSITIVE_INFINITY),
            new Input.NoiseCurrent(
                "noise",
                List.of(range("exc", 10, 50)),
                0.01,
                0.05,
                0.3,
                0,
                5,
                Double.POSITIVE_INFINITY)),
        List.of(
            projection(
                range("exc", 0, 80),
                range("exc", 0, 80),
                new ConnectionRule.FixedIndegree(20),
                weights,
                delays),
            projection(
                range("exc", 5, 80),
                range("inh", 0, 17),
                new PairwiseBernoulli(0.3),
                weights,
                delays),
            projection(
                range("inh", 0, 20),
                range("exc", 0, 80),
                new FixedTotalNumber(700),
                Distribution.of(-0.7),
                Distribution.of(0.8)),
            projection(
                range("inh", 0, 20),
                range("inh", 0, 20),
                new ConnectionRule.FixedOutdegree(6),
                new Distribution.LogNormal(-0.2, 0.5),
                new Distribution.Uniform(0.2, 1.9))));
  }
}
