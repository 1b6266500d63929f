package org.hillock.engine.run;

/**
 * Watches a run and may stop it. Called by the thread that builds or runs: while building, after
 * each part of the work, which may take seconds; while running, between epochs of at most 64 steps.
 */
public interface RunListener {

  /** What the run is doing. */
  enum Phase {
    /** Neurons and synapses are being created. */
    BUILD,
    /** Time passes, without recording. */
    WARMUP,
    /** Time passes. */
    SIMULATE
  }

  /**
   * Tells how far the run has come.
   *
   * @param phase what is being done
   * @param done part of the phase that is done, 0 to 1
   */
  void progress(Phase phase, double done);

  /** Whether to stop here; asked while running, not while building. */
  boolean stopRequested();

  /** A listener that watches nothing and never stops the run. */
  RunListener NONE =
      new RunListener() {
        @Override
        public void progress(Phase phase, double done) {}

        @Override
        public boolean stopRequested() {
          return false;
        }
      };
}
