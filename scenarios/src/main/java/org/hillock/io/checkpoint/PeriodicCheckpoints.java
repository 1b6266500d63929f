package org.hillock.io.checkpoint;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.run.Checkpoints;

/**
 * Saves a run in a file at regular times and at its end; each checkpoint takes the place of the one
 * before when it is whole.
 */
public final class PeriodicCheckpoints implements Checkpoints {

  private final Path file;
  private final double interval;
  private final long nanos;
  private final Consumer<Sections> more;
  private long saved = System.nanoTime();

  /**
   * @param file where the state is kept
   * @param interval of simulated time [ms]; infinity for none
   * @param seconds of the clock on the wall; infinity for none
   * @param more writes what else is to be kept
   */
  public PeriodicCheckpoints(Path file, double interval, double seconds, Consumer<Sections> more) {
    if (!(interval > 0 && seconds > 0)) {
      throw new IllegalArgumentException(
          "checkpoints every " + interval + " ms, " + seconds + " s");
    }
    this.file = file;
    this.interval = interval;
    this.nanos = (long) (seconds * 1e9);
    this.more = more;
  }

  @Override
  public double next(double after) {
    return (Math.floor(after / interval + 1e-9) + 1) * interval;
  }

  @Override
  public boolean due() {
    return System.nanoTime() - saved >= nanos;
  }

  @Override
  public void save(double time, Consumer<Sections> state) {
    try (CheckpointWriter writer = new CheckpointWriter(file)) {
      state.accept(writer);
      more.accept(writer);
      writer.finish();
    }
    saved = System.nanoTime();
  }
}
