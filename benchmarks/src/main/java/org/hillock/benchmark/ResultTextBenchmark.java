package org.hillock.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.hillock.io.SpikeFile;
import org.hillock.io.TraceFile;
import org.hillock.io.TraceSpool;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast results become text: two million numbers each, some 35 and 20 MB. The aim is 100 MB/s or
 * more, so that the disk is what a run waits for at its end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ResultTextBenchmark {

  private static final int SAMPLES = 1_000_000;

  private Path file = Path.of("");
  private @Nullable TraceSpool traces;
  private List<SpikeList> spikes = List.of();

  @Setup
  public void prepare() throws IOException {
    file = Files.createTempFile("hillock-text", ".csv");
    SplittableRandom random = new SplittableRandom(1);
    double[] times = new double[SAMPLES];
    double[] values = new double[SAMPLES];
    double[] exact = new double[SAMPLES];
    int[] neurons = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      times[i] = (i + 1) * 0.1;
      values[i] = -70 + 20 * random.nextDouble();
      exact[i] = i + random.nextDouble();
      neurons[i] = random.nextInt(10_000);
    }
    TraceTable table = new TraceTable("exc", 0, List.of("V_m"), times, new double[][][] {{values}});
    TraceSpool spool = new TraceSpool(file.resolveSibling(file.getFileName() + ".spool"), table);
    spool.take(table);
    traces = spool;
    spikes = List.of(new SpikeList("exc", exact, neurons));
  }

  @TearDown
  public void remove() throws IOException {
    Objects.requireNonNull(traces).close();
    Files.delete(file);
  }

  /** A membrane potential: each sample a time of few digits and a value of many. */
  @Benchmark
  public void traces() throws IOException {
    TraceFile.write(List.of(Objects.requireNonNull(traces)), file);
  }

  /** Exact spike times of many digits, and their hash. */
  @Benchmark
  public String spikes() throws IOException {
    return SpikeFile.write(spikes, file);
  }
}
