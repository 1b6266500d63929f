package org.hillock.benchmark;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The network of Brunel (2000), 12,500 neurons and 15.6 million synapses: building it, and running
 * it for a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx4g", "-XX:+UseParallelGC"})
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class BrunelBenchmark {

  private static final int ORDER = 2500;

  @Param({"1", "2"})
  public int threads;

  private Simulation built;

  /** Builds the network that {@link #run} runs, since a simulation runs once. */
  @Setup(Level.Invocation)
  public void prepare() {
    built = build();
  }

  /** Creating neurons and synapses. */
  @Benchmark
  public Simulation build() {
    return Engines.build(
        network(),
        new RunSettings(0.1, 0, 1000, 1, threads),
        Recording.nothing(),
        RunListener.NONE);
  }

  /** A second of biological time. */
  @Benchmark
  public long run() {
    return built.run(RunListener.NONE).statistics().synapticEvents();
  }

  private static Network network() {
    Map<String, Distribution> parameters =
        Map.of(
            "tau_m", Distribution.of(20),
            "t_ref", Distribution.of(2),
            "E_L", Distribution.of(0),
            "V_th", Distribution.of(20),
            "V_reset", Distribution.of(10));
    Population exc = new Population("exc", 4 * ORDER, "iaf_psc_delta", parameters);
    Population inh = new Population("inh", ORDER, "iaf_psc_delta", parameters);
    List<NeuronRange> all = List.of(NeuronRange.all(exc), NeuronRange.all(inh));
    Input drive =
        new Input.Poisson(
            "drive", all, 20_000, Distribution.of(0.1), 1.5, 0, Double.POSITIVE_INFINITY);
    return new Network(
        List.of(exc, inh),
        List.of(drive),
        List.of(
            projection(all.get(0), all.get(0), 1000, 0.1),
            projection(all.get(0), all.get(1), 1000, 0.1),
            projection(all.get(1), all.get(0), 250, -0.5),
            projection(all.get(1), all.get(1), 250, -0.5)));
  }

  private static Projection projection(
      NeuronRange source, NeuronRange target, int indegree, double weight) {
    return new Projection(
        source + "->" + target,
        source,
        target,
        new ConnectionRule.FixedIndegree(indegree),
        Distribution.of(weight),
        Distribution.of(1.5),
        true,
        true,
        null);
  }
}
