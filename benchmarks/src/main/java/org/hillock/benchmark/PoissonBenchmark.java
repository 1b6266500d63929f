package org.hillock.benchmark;

import java.util.concurrent.TimeUnit;
import org.hillock.random.PhiloxBatch;
import org.hillock.random.PoissonTable;
import org.hillock.random.Purpose;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Random numbers for Poisson input, per neuron. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PoissonBenchmark {

  private static final int NEURONS = 10_000;

  private final PhiloxBatch generator = new PhiloxBatch(1);
  private final PoissonTable table = new PoissonTable(1.68);
  private final int[][] words = new int[4][NEURONS];
  private long block;

  /** Four words a neuron: what it needs for four steps. */
  @Benchmark
  @OperationsPerInvocation(NEURONS)
  public int fourWords() {
    generator.fill(Purpose.POISSON_INPUT, 0, 0, NEURONS, block++, words);
    return words[3][NEURONS - 1];
  }

  /** One count a neuron, from words that are there. */
  @Benchmark
  @OperationsPerInvocation(NEURONS)
  public int counts() {
    int sum = 0;
    for (int word : words[0]) {
      sum += table.count(word * 0x9E3779B9 + (int) block);
    }
    block++;
    return sum;
  }
}
