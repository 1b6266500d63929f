package org.hillock.experiment;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.PhaseTimes;
import org.hillock.engine.run.RunEnd;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunStatistics;
import org.hillock.engine.run.Simulation;
import org.hillock.io.ResultSink;
import org.hillock.network.Network;
import org.hillock.record.Batch;
import org.hillock.record.Sink;
import org.hillock.record.SinkException;
import org.hillock.scenario.Scenario;

/**
 * A run that can be left where it waits for other processes that do not answer any more: it ends
 * with what has been recorded so far, and its thread waits on until the program ends.
 */
public final class AbandonableRun implements Simulation {

  private static final long UNKNOWN = -1;

  private final Scenario scenario;
  private final Simulation simulation;
  private final Abandonment abandonment;
  private final CompletableFuture<RunEnd> ended = new CompletableFuture<>();
  private boolean left; // guarded by this

  /**
   * @param scenario that is run
   * @param simulation runs the share of this process
   * @param abandonment says when it is to be left
   */
  public AbandonableRun(Scenario scenario, Simulation simulation, Abandonment abandonment) {
    this.scenario = scenario;
    this.simulation = simulation;
    this.abandonment = abandonment;
  }

  @Override
  public RunEnd run(RunListener listener, Sink sink) {
    return run(listener, sink, Checkpoints.NONE);
  }

  @Override
  public RunEnd run(RunListener listener, Sink sink, Checkpoints checkpoints) {
    Thread thread =
        new Thread(
            () -> {
              try {
                ended.complete(simulation.run(listener, batch -> take(batch, sink), checkpoints));
              } catch (RuntimeException | Error e) {
                ended.completeExceptionally(e);
              }
            },
            "hillock-run");
    thread.setDaemon(true);
    abandonment.runs(() -> leave(sink));
    thread.start();
    try {
      return ended.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException exception ? exception : e;
    }
  }

  private synchronized void take(Batch batch, Sink sink) throws SinkException {
    if (left) {
      throw new SinkException("the run has been left", new IllegalStateException());
    }
    sink.take(batch);
  }

  /** Ends the run with what the sink knows of it; below 0 is what nobody knows here. */
  private void leave(Sink sink) {
    synchronized (this) {
      left = true;
    }
    Map<String, Long> recorded = Map.of();
    double until = scenario.settings().warmup();
    if (sink instanceof ResultSink results) {
      recorded = results.totals().counts();
      until = results.wholeUntil();
    }
    Network network = scenario.network();
    long[] counts = new long[network.populations().size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = recorded.getOrDefault(network.populations().get(i).name(), UNKNOWN);
    }
    double simulated = Math.max(0, until - scenario.settings().warmup());
    RunStatistics statistics =
        new RunStatistics(
            network.neuronCount(), UNKNOWN, UNKNOWN, 0, 0, 0, simulated, PhaseTimes.NONE);
    ended.complete(new RunEnd(counts, until, true, statistics, null));
  }

  @Override
  public void restore(Sections from) {
    simulation.restore(from);
  }

  @Override
  public long synapseCount() {
    return simulation.synapseCount();
  }
}
