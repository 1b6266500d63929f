package org.hillock.benchmark;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hillock.model.BlockParameters;
import org.hillock.model.Models;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One step of the neurons of a block, per neuron: random input, a few spikes; {@code -jvmArgsAppend
 * -Dhillock.scalar=true} for the scalar twin.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class UpdateBenchmark {

  private static final int NEURONS = 608;

  @Param({"iaf_psc_delta", "iaf_psc_exp", "iaf_psc_alpha", "iaf_cond_exp"})
  public String model = "";

  /** Whether neurons differ, in tau_m or g_L. */
  @Param({"false", "true"})
  public boolean differ;

  private NeuronBlock block;
  private NeuronKernel kernel;
  private long step;
  private long spikes;

  /** A block with membranes spread below the threshold. */
  @Setup
  public void prepare() {
    NeuronModel neurons = Models.neuron(model).orElseThrow();
    double[][] input = new double[2][NEURONS];
    RandomStream stream = new RandomStream(1).at(Purpose.NEURON, 0, 0);
    List<Parameter> known = neurons.parameters();
    String varied =
        known.stream()
            .map(Parameter::name)
            .filter(List.of("tau_m", "g_L")::contains)
            .findFirst()
            .orElseThrow();
    double usual = ParameterSet.of("neurons", known, Map.of()).get(varied);
    BlockParameters parameters =
        new BlockParameters(
            NEURONS,
            differ,
            i ->
                ParameterSet.of(
                    "neurons",
                    known,
                    Map.of("I_e", 380.0, varied, usual * (differ ? 1 + 1e-4 * i : 1))));
    kernel = neurons.dynamics().kernel(parameters, 0.1);
    block =
        new NeuronBlock(0, 0, NEURONS, kernel.stateArrays(), input, 0, new RandomStream(1), null);
    for (int i = 0; i < NEURONS; i++) {
      kernel.write(block, 0, i, -70 + 15 * stream.nextDouble());
      for (double[] row : List.of(input[0], input[1])) {
        row[i] = 0.01 * (stream.nextDouble() - 0.5);
      }
    }
  }

  /** Time of one neuron's step. */
  @Benchmark
  @OperationsPerInvocation(NEURONS)
  public long update() {
    kernel.update(block, 0, NEURONS, ++step, neuron -> spikes++);
    return spikes;
  }
}
