package org.hillock.engine.run;

import org.hillock.engine.checkpoint.Checkpoint;
import org.hillock.engine.checkpoint.CheckpointException;

/**
 * A network, built and ready to run.
 *
 * <p>{@code Engines} builds one; the settings say by which of the two engines: with a step {@code
 * GridSimulation} advances all neurons together from grid point to grid point; in continuous time
 * {@code EventSimulation} takes each neuron from one event that concerns it to the next. Each class
 * opens with its schedule.
 *
 * <p>A simulation is built and run once, by one thread, which brings its own workers.
 */
public interface Simulation {

  /**
   * Runs to the end, or until the listener asks to stop.
   *
   * @param listener is told how far the run has come
   */
  RunResult run(RunListener listener);

  /**
   * Runs to the end, or until the listener asks to stop, and saves its state now and then.
   *
   * @param listener is told how far the run has come
   * @param checkpoints say when to save, and do
   * @throws CheckpointException if the state of this network cannot be saved
   */
  default RunResult run(RunListener listener, Checkpoints checkpoints) {
    if (checkpoints.none()) {
      return run(listener);
    }
    throw unsaved();
  }

  /**
   * Takes over the state of another run of the same network, from which this one then goes on as if
   * it were the other. Before {@link #run(RunListener)}; the number of threads may differ.
   *
   * @param from what was saved
   * @throws CheckpointException if it is of another network
   */
  default void restore(Checkpoint from) {
    throw unsaved();
  }

  private static CheckpointException unsaved() {
    return new CheckpointException(
        "a run on a chip cannot be saved and gone on with; choose another engine, or run without"
            + " checkpoints");
  }

  /** Number of synapses that were built. */
  long synapseCount();
}
