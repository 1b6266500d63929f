package org.hillock.benchmark;

import java.util.concurrent.TimeUnit;
import org.hillock.random.PoissonCounts;
import org.hillock.random.Purpose;
import org.hillock.random.ThreefryBatch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Poisson input, per neuron; {@code -jvmArgsAppend -Dhillock.scalar=true} for the scalar twin. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PoissonBenchmark {

  private static final int GROUPS = 8;
  private static final int NEURONS = GROUPS * PoissonCounts.GROUP;

  private final ThreefryBatch generator = new ThreefryBatch(1, Purpose.POISSON_INPUT, 0);
  private final PoissonCounts counts = PoissonCounts.of(1, 0, 1.68);
  private final int[] drawn = new int[NEURONS];
  private final double[] row = new double[NEURONS];
  private long step;

  /** Counts to add. */
  @Setup
  public void prepare() {
    counts.draw(0, GROUPS, 0);
  }

  /** One random word a neuron, without the Vector API. */
  @Benchmark
  @OperationsPerInvocation(NEURONS)
  public int words() {
    generator.fill(0, 2 * GROUPS, step++, drawn);
    return drawn[NEURONS - 1];
  }

  /** One count a neuron. */
  @Benchmark
  @OperationsPerInvocation(NEURONS)
  public int counts() {
    counts.draw(0, GROUPS, step++);
    return counts.count(NEURONS - 1);
  }

  /** Adding one count a neuron to a row of input. */
  @Benchmark
  @OperationsPerInvocation(NEURONS)
  public double add() {
    counts.add(0, NEURONS, 0.1, row, 0);
    return row[NEURONS - 1];
  }
}
