package org.hillock.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/**
 * Runs points, several at once if asked to. They share the threads out among them, so that there
 * are never more at work than there are for all.
 */
public final class SweepWorkers {

  private final PointRun run;
  private final int jobs;
  private final int threads;

  /**
   * @param jobs how many points are run at once
   * @param threads of all of them together, at least one each
   */
  public SweepWorkers(PointRun run, int jobs, int threads) {
    this.run = run;
    this.jobs = jobs;
    this.threads = threads;
  }

  /**
   * Runs points, and writes the row of each as soon as it has ended.
   *
   * @param shard whose file takes the rows
   * @param ended is told of each, by one thread at a time
   * @throws IOException if a row could not be written; those before are
   */
  public void run(
      List<SweepPoint> points,
      SweepFolder folder,
      Shard shard,
      BiConsumer<SweepPoint, SweepRow> ended)
      throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try (RowFile file = folder.open(shard)) {
      List<Future<?>> all = new ArrayList<>();
      for (SweepPoint point : points) {
        all.add(
            pool.submit(
                () -> {
                  SweepRow row = run.run(point, Math.max(1, threads / jobs));
                  synchronized (file) {
                    file.append(row);
                    ended.accept(point, row);
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pool.shutdownNow();
    }
  }
}
