package org.hillock.experiment;

import java.io.IOException;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.Simulation;
import org.hillock.scenario.source.ScenarioException;

/**
 * What a process other than the first does of an {@link Experiment} that several share: it builds
 * and runs its part. The first one checks, writes, draws and prints.
 */
public final class Follower {

  private Follower() {}

  /**
   * Builds and runs; says nothing.
   *
   * @param course of the run that is shared
   */
  public static Experiment.Ending run(Experiment.Builder builder, Course course)
      throws ScenarioException, IOException {
    Interruption interruption = new Interruption();
    RunListener silent =
        new RunListener() {
          @Override
          public void progress(Phase phase, double done) {}

          @Override
          public boolean stopRequested() {
            return interruption.requested();
          }
        };
    interruption.listen();
    try {
      Simulation simulation = builder.build(silent);
      interruption.waitFromNowOn();
      Saving saving = course.saving();
      Checkpoints when = saving == null ? Checkpoints.NONE : saving.elsewhere();
      return simulation.run(silent, batch -> {}, when).partial()
          ? Experiment.Ending.INTERRUPTED
          : Experiment.Ending.DONE;
    } finally {
      interruption.finished();
    }
  }
}
