package org.hillock.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a synaptic event costs in continuous time as the network grows: the scenario {@code
 * event-cost}, N neurons with 100 synapses each that fire 5 times a second.
 *
 * <p>Every size delivers about as many events, so that small networks run for as long as large
 * ones.
 */
public final class EventCost {

  private static final int INDEGREE = 100;
  private static final double RATE = 5;

  /** Neurons and simulated seconds of a network of each size together. */
  private static final double NEURON_MILLISECONDS = 1e8;

  /** Large networks run for so long at least: several of the longest delay [ms]. */
  private static final double SHORTEST = 200;

  private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};

  /**
   * One run.
   *
   * @param neurons neurons that fire and listen
   * @param figures what the run took
   */
  public record Point(int neurons, BenchFigures figures) {

    /** Wall-clock time for each synaptic event, all threads together [ns]. */
    public double nanosPerEvent() {
      return 1e9 / figures.eventsPerSecond();
    }
  }

  private final int threads;
  private final Scaling.Measure measure;

  /**
   * @param threads worker threads
   * @param measure measures one case
   */
  public EventCost(int threads, Scaling.Measure measure) {
    this.threads = threads;
    this.measure = measure;
  }

  /** Measures all sizes. */
  public List<Point> run() throws IOException {
    List<Point> points = new ArrayList<>();
    for (int size : SIZES) {
      points.add(new Point(size, measure.of(bench(size)).figures()));
    }
    return points;
  }

  /** The case of one size. */
  BenchCase bench(int size) {
    int duration = (int) Math.max(SHORTEST, NEURON_MILLISECONDS / size);
    return new BenchCase(
        String.format(Locale.ROOT, "N = %d, %d threads", size, threads),
        "event-cost",
        List.of(
            "--set",
            "N=" + size,
            "--set",
            "K=" + INDEGREE,
            "--set",
            "rate=" + RATE + " Hz",
            "--set",
            "time.warmup=" + Math.min(duration, Math.max(100, duration / 5)) + " ms",
            "--duration",
            duration + " ms",
            "--threads",
            Integer.toString(threads)));
  }
}
