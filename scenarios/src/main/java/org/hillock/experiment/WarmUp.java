package org.hillock.experiment;

import java.util.Optional;
import java.util.function.Consumer;
import org.hillock.analysis.TimeWindow;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.checkpoint.Snapshot;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.RunListener;
import org.jspecify.annotations.Nullable;

/** Keeps the state of a run where its warm-up ends, and stops it then. */
final class WarmUp implements Checkpoints, RunListener {

  private final double end;
  private final RunListener listener;
  private @Nullable Snapshot state;

  /**
   * @param end of the warm-up [ms]
   * @param listener is told how far it has come, and may stop it
   */
  WarmUp(double end, RunListener listener) {
    this.end = end;
    this.listener = listener;
  }

  /** The state at the end of the warm-up; none if it was stopped before. */
  Optional<Snapshot> state() {
    return Optional.ofNullable(state);
  }

  @Override
  public double next(double after) {
    return after < end ? end : Double.POSITIVE_INFINITY;
  }

  @Override
  public boolean due() {
    return false;
  }

  @Override
  public void save(double time, Consumer<Sections> writer) {
    if (state == null && time > end - TimeWindow.ROUNDING) {
      Snapshot kept = new Snapshot();
      writer.accept(kept.taking());
      state = kept;
    }
  }

  @Override
  public void progress(Phase phase, double done) {
    if (phase == Phase.WARMUP) {
      listener.progress(phase, done);
    }
  }

  @Override
  public boolean stopRequested() {
    return state != null || listener.stopRequested();
  }
}
