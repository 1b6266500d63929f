package org.hillock.engine.run;

import java.util.Set;
import org.hillock.engine.checkpoint.CheckpointException;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.plasticity.TransmissionListener;
import org.hillock.record.MemorySink;
import org.hillock.record.Sink;

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
   * Runs to the end, or until the listener asks to stop or the sink fails.
   *
   * @param listener is told how far the run has come
   * @param sink takes what is recorded, while the run goes on
   */
  RunEnd run(RunListener listener, Sink sink);

  /**
   * The same with all that is recorded kept in memory.
   *
   * @param listener is told how far the run has come
   */
  default RunResult run(RunListener listener) {
    MemorySink kept = new MemorySink();
    RunEnd end = run(listener, kept);
    return RunResult.of(end, kept);
  }

  /**
   * The same, with its state saved now and then.
   *
   * @param checkpoints say when to save, and do; whenever they do, the sink has taken all that was
   *     recorded before
   * @throws CheckpointException if the state of this network cannot be saved
   */
  default RunEnd run(RunListener listener, Sink sink, Checkpoints checkpoints) {
    if (checkpoints.none()) {
      return run(listener, sink);
    }
    throw unsaved();
  }

  /** The same with all that is recorded kept in memory. */
  default RunResult run(RunListener listener, Checkpoints checkpoints) {
    MemorySink kept = new MemorySink();
    RunEnd end = run(listener, kept, checkpoints);
    return RunResult.of(end, kept);
  }

  /**
   * Takes over the state of another run of the same network, from which this one then goes on as if
   * it were the other. Before {@link #run(RunListener)}; the numbers of threads and ranks may
   * differ.
   *
   * @param from what was saved; each of several ranks reads all of it
   * @throws CheckpointException if it is of another network
   */
  default void restore(Sections from) {
    throw unsaved();
  }

  /**
   * The same, but that the state variables of some populations, and the weights of some projections
   * that learn, take their initial values again; what is under way, what else has been learnt and
   * what people do not see of a neuron goes on.
   *
   * @param anew names of the populations and projections
   */
  default void restore(Sections from, Set<String> anew) {
    if (!anew.isEmpty()) {
      throw unsaved();
    }
    restore(from);
  }

  /**
   * Lets somebody hear, while this runs, what synapses that learn pass on to one neuron; from a
   * thread of the engine, in order of arrival for each projection. Before {@link
   * #run(RunListener)}.
   *
   * @param population index of the neuron's population
   * @param neuron index within it
   * @throws UnsupportedOperationException if there are no such synapses: on a chip
   */
  default void follow(int population, int neuron, TransmissionListener listener) {
    throw new UnsupportedOperationException("what synapses of a chip pass on is not heard");
  }

  private static CheckpointException unsaved() {
    return new CheckpointException(
        "a run on a chip cannot be saved and gone on with; choose another engine, or run without"
            + " checkpoints");
  }

  /** Number of synapses that were built. */
  long synapseCount();
}
