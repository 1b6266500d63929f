package org.hillock.experiment;

import java.io.IOException;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.Simulation;
import org.hillock.scenario.source.ScenarioException;

/**
 * What a process other than the first does of an {@link Experiment} that several share: it builds
 * and runs its part. The first one checks, writes, draws and prints.
 */
public final class Follower {

  private Follower() {}

  /** Builds and runs; says nothing. */
  public static Experiment.Ending run(Experiment.Builder builder)
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
      return simulation.run(silent).partial()
          ? Experiment.Ending.INTERRUPTED
          : Experiment.Ending.DONE;
    } finally {
      interruption.finished();
    }
  }
}
