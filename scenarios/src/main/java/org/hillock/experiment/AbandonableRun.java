package org.hillock.experiment;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.PhaseTimes;
import org.hillock.engine.run.RunEnd;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunStatistics;
import org.hillock.engine.run.Simulation;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.record.Batch;
import org.hillock.record.Sink;
import org.hillock.record.SinkException;
import org.hillock.record.SpikeList;

/**
 * A run that can be left where it waits for other processes that do not answer any more: it ends
 * with what has been recorded so far, and its thread waits on until the program ends.
 */
public final class AbandonableRun implements Simulation {

  private final Network network;
  private final double warmup;
  private final Simulation simulation;
  private final Abandonment abandonment;
  private final CompletableFuture<RunEnd> ended = new CompletableFuture<>();
  private final long[] counts;
  private double until; // guarded by this, as are the counts
  private boolean left; // guarded by this

  /**
   * @param network that is simulated
   * @param warmup of the run [ms]
   * @param simulation runs the share of this process
   * @param abandonment says when it is to be left
   */
  public AbandonableRun(
      Network network, double warmup, Simulation simulation, Abandonment abandonment) {
    this.network = network;
    this.warmup = warmup;
    this.simulation = simulation;
    this.abandonment = abandonment;
    this.counts = new long[network.populations().size()];
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
    abandonment.runs(this::leave);
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
    until = batch.until();
    List<String> names = network.populations().stream().map(Population::name).toList();
    for (SpikeList list : batch.spikes()) {
      counts[names.indexOf(list.population())] += list.size() - firstAfter(list.times(), warmup);
    }
  }

  private static int firstAfter(double[] times, double moment) {
    int first = 0;
    while (first < times.length && times[first] <= moment) {
      first++;
    }
    return first;
  }

  private void leave() {
    RunEnd end;
    synchronized (this) {
      left = true;
      RunStatistics unknown =
          new RunStatistics(
              network.neuronCount(),
              0,
              0,
              0,
              0,
              0,
              Math.max(0, until - warmup),
              new PhaseTimes(0, 0, 0, 0));
      end = new RunEnd(counts.clone(), until, true, unknown, null);
    }
    ended.complete(end);
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
