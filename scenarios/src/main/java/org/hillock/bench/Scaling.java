package org.hillock.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How time and memory grow when one number is varied: the scenario {@code scaling}, N neurons that
 * fire at random, each with K synapses onto N others.
 *
 * <p>Beside each figure stands what it takes at least, {@link LowerBound}, and what the bytes that
 * are moved take of memory.
 */
public final class Scaling {

  private static final int NEURONS = 30_000;
  private static final int INDEGREE = 300;
  private static final double RATE = 5;

  /** What is varied. */
  public enum Varied {
    NEURONS("neurons"),
    INDEGREE("synapses per neuron"),
    RATE("rate [Hz]"),
    THREADS("threads");

    private final String title;

    Varied(String title) {
      this.title = title;
    }

    /** What people call it. */
    public String title() {
      return title;
    }
  }

  /**
   * One run.
   *
   * @param varied which number was varied
   * @param value its value
   * @param measured what the run took, and takes at least
   */
  public record Point(Varied varied, double value, Measured measured) {

    /** What the run took. */
    public BenchFigures figures() {
      return measured.figures();
    }

    /** What it takes at least, per simulated time. */
    public double leastFactor() {
      return measured.least().realTimeFactor();
    }

    /** What the bytes that are moved take [MiB]. */
    public double leastMebibytes() {
      return measured.work().bytes() / 0x1p20;
    }
  }

  /** Measures a case. */
  public interface Measure {

    /** The figures of a case, and of the machine beside it. */
    Measured of(BenchCase bench) throws IOException;
  }

  private final int threads;
  private final Measure measure;

  /**
   * @param threads worker threads where they are not varied, and most where they are
   * @param measure measures one case
   */
  public Scaling(int threads, Measure measure) {
    this.threads = threads;
    this.measure = measure;
  }

  /** Measures all points. */
  public List<Point> run() throws IOException {
    List<Point> points = new ArrayList<>();
    for (int n : new int[] {3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000}) {
      points.add(point(Varied.NEURONS, n, n, INDEGREE, RATE, threads));
    }
    for (int k : new int[] {30, 100, 300, 1_000, 3_000}) {
      points.add(point(Varied.INDEGREE, k, NEURONS, k, RATE, threads));
    }
    for (double rate : new double[] {0.1, 0.3, 1, 3, 10, 30, 100}) {
      points.add(point(Varied.RATE, rate, NEURONS, INDEGREE, rate, threads));
    }
    for (int t = 1; t < threads; t *= 2) {
      points.add(point(Varied.THREADS, t, 3 * NEURONS, INDEGREE, RATE, t));
    }
    points.add(point(Varied.THREADS, threads, 3 * NEURONS, INDEGREE, RATE, threads));
    return points;
  }

  private Point point(Varied varied, double value, int n, int k, double rate, int workers)
      throws IOException {
    BenchCase bench =
        new BenchCase(
            String.format(Locale.ROOT, "N = %d, K = %d, %s Hz, %d threads", n, k, rate, workers),
            "scaling",
            List.of(
                "--set",
                "N=" + n,
                "--set",
                "K=" + k,
                "--set",
                "rate=" + rate + " Hz",
                "--set",
                "time.warmup=" + (n <= NEURONS ? "2 s" : "500 ms"),
                "--duration",
                n <= NEURONS ? "4 s" : "1 s",
                "--threads",
                Integer.toString(workers)));
    return new Point(varied, value, measure.of(bench));
  }
}
