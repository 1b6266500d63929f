package org.hillock.engine.run;

import java.util.function.Consumer;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.checkpoint.Snapshot;

/** Keeps the state of a run in memory: at regular times, and at its end. */
public final class MemoryCheckpoints implements Checkpoints {

  private final double interval;
  private Snapshot last = new Snapshot();

  /**
   * @param interval of simulated time [ms]; infinity for the end alone
   */
  public MemoryCheckpoints(double interval) {
    this.interval = interval;
  }

  /** At the end alone. */
  public MemoryCheckpoints() {
    this(Double.POSITIVE_INFINITY);
  }

  /** What was kept last. */
  public Snapshot last() {
    return last;
  }

  @Override
  public double next(double after) {
    return (Math.floor(after / interval + 1e-9) + 1) * interval;
  }

  @Override
  public boolean due() {
    return false;
  }

  @Override
  public void save(double time, Consumer<Sections> state) {
    last = new Snapshot();
    state.accept(last.taking());
  }
}
