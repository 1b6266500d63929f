package org.hillock.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.sweep.AxisReader;
import org.hillock.sweep.Shard;
import org.hillock.sweep.SweepAxis;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is varied, and which part of it is run here. */
public final class SweepArguments {

  private static final int MOST_SEEDS = 100_000;

  @Option(
      names = "--over",
      paramLabel = "NAME=VALUES",
      description = {
        "What to vary, a parameter or anything that --set can set: a range with its step, such as"
            + " --over g=3:8:0.5 or --over J='0.1 mV:0.3 mV:0.1 mV', or a list, such as --over"
            + " eta=1,2,4. May be repeated: all combinations are run."
      })
  List<String> over = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description =
          "Runs each point with so many seeds: that of the scenario, or of --seed, and those after"
              + " it.")
  @Nullable Integer seeds;

  @Option(
      names = "--measure",
      paramLabel = "EXPRESSION",
      description =
          "What to measure, as the left side of a claim: --measure 'rate(exc)'. May be repeated. The"
              + " left sides of what the scenario expects if not given.")
  List<String> measures = new ArrayList<>();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Runs so many points at once, which share the threads and the memory; 1 if not given.")
  int jobs = 1;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Runs only every N-th point, beginning with the I-th, such as --shard 3/8: for an array of"
              + " jobs. The one that ends last writes the table.")
  @Nullable String shard;

  @Option(
      names = "--resume",
      description = "Goes on with what was interrupted, and runs again what failed.")
  boolean resume;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the sweep; results/SCENARIO-sweep if not given.")
  @Nullable Path out;

  /**
   * What is varied.
   *
   * @throws MistakeException if nothing is
   */
  public List<SweepAxis> axes() {
    if (over.isEmpty() && seeds == null) {
      throw new MistakeException(
          "nothing to sweep over: expected --over NAME=VALUES, such as --over g=3:8:0.5, or --seeds N");
    }
    return over.stream().map(AxisReader::read).toList();
  }

  /** Runs at each place of the grid. */
  public int seeds() {
    int number = seeds == null ? 1 : seeds;
    if (number < 1 || number > MOST_SEEDS) {
      throw new MistakeException("--seeds " + number + ": expected 1 to " + MOST_SEEDS);
    }
    return number;
  }

  /** What to measure. */
  public List<String> measures() {
    return List.copyOf(measures);
  }

  /** Which points are run here. */
  public Shard shard() {
    return shard == null ? Shard.WHOLE : Shard.read(shard);
  }

  /** How many points are run at once. */
  public int jobs() {
    return jobs;
  }

  /**
   * Threads of all jobs together.
   *
   * @throws MistakeException if there are more jobs than that
   */
  public int threads(RunArguments run) {
    Integer given = run.checkedThreads();
    int threads = given == null ? Runtime.getRuntime().availableProcessors() : given;
    if (jobs < 1 || jobs > threads) {
      throw new MistakeException(
          "--jobs "
              + jobs
              + ": expected 1 to "
              + threads
              + ", since each needs a thread and there are "
              + threads
              + (given == null ? ", one per processor" : " by --threads"));
    }
    return threads;
  }

  /** Whether what is there is gone on with. */
  public boolean resume() {
    return resume;
  }

  /** The folder, if one was named. */
  public @Nullable Path out() {
    return out;
  }
}
