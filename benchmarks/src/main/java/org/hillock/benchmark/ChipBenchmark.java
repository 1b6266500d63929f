package org.hillock.benchmark;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.emulate.ChipImage;
import org.hillock.loihi.emulate.ChipWidths;
import org.hillock.loihi.emulate.CoreNeurons;
import org.hillock.loihi.emulate.CoreSettings;
import org.hillock.loihi.emulate.Emulation;
import org.hillock.loihi.emulate.EmulationSettings;
import org.hillock.loihi.emulate.SynapseFormat;
import org.hillock.loihi.emulate.WeightSign;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Neuron updates per microsecond of an emulated chip of 128 full cores: 131,072 neurons that fire
 * in one of some hundred steps, each on to so many others.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChipBenchmark {

  private static final int CORES = 128;
  private static final int CORE = 1024;
  private static final int NEURONS = CORES * CORE;

  @Param({"1", "2"})
  public int threads;

  @Param({"0", "80"})
  public int fanOut;

  @Param({"LAVA", "NENGO_LOIHI", "BRIAN2_LOIHI"})
  public String arithmetic = "";

  private Emulation chip;

  /** Neurons driven by their bias alone; weights are small and of both signs. */
  @Setup
  public void prepare() {
    Random random = new Random(1);
    ChipImage.Builder builder = ChipImage.builder(chosen(), ChipWidths.LOIHI);
    for (int core = 0; core < CORES; core++) {
      CoreNeurons neurons = new CoreNeurons(CORE);
      for (int i = 0; i < CORE; i++) {
        neurons.decayU[i] = 400 + random.nextInt(400);
        neurons.decayV[i] = 40;
        neurons.threshold[i] = 64 * 1000;
        neurons.bias[i] = 1000 + random.nextInt(200);
        neurons.refractory[i] = 2;
        neurons.v[i] = random.nextInt(64_000);
      }
      builder.core(CoreSettings.of(ChipWidths.LOIHI), neurons);
    }
    int format = builder.format(SynapseFormat.fixed(0, 8, WeightSign.MIXED));
    builder.expectSynapses(NEURONS * fanOut);
    for (int i = 0; i < NEURONS; i++) {
      for (int k = 0; k < fanOut; k++) {
        builder.synapse(
            format, i, random.nextInt(NEURONS), random.nextInt(9) - 4, random.nextInt(8));
      }
    }
    chip = new Emulation(builder.build(), EmulationSettings.of(threads, 1));
  }

  private ChipArithmetic chosen() {
    return switch (arithmetic) {
      case "NENGO_LOIHI" -> ChipArithmetic.NENGO_LOIHI;
      case "BRIAN2_LOIHI" -> ChipArithmetic.BRIAN2_LOIHI;
      default -> ChipArithmetic.LAVA;
    };
  }

  /** Ends the threads. */
  @TearDown
  public void end() {
    chip.close();
  }

  /** A step of all neurons. */
  @Benchmark
  @OperationsPerInvocation(NEURONS)
  public int step() {
    chip.step();
    return chip.spikes();
  }
}
