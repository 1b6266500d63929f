package org.hillock.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.hillock.file.FileFailure;
import org.jspecify.annotations.Nullable;

/**
 * Another build of Hillock and this one, run in turn, so that both meet the machine in the same
 * moods: the other one first, since it may not know the case.
 */
public final class Comparison {

  /** Measures one case once. */
  public interface Runs {

    /** The figures of a case. */
    BenchFigures of(BenchCase bench) throws IOException;
  }

  /**
   * A run of each.
   *
   * @param other of the other build
   * @param own of this one
   */
  public record Pair(BenchFigures other, BenchFigures own) {

    /** This build's time over that of the other. */
    double ratio() {
      return own.realTimeFactor() / other.realTimeFactor();
    }
  }

  /** What is known of the spikes of two builds. */
  public enum Spikes {
    EQUAL("equal"),
    DIFFERENT("differ"),
    UNKNOWN("not told");

    private final String word;

    Spikes(String word) {
      this.word = word;
    }

    /** In words. */
    public String word() {
      return word;
    }
  }

  /**
   * What came out.
   *
   * @param name of the case
   * @param pairs runs in turn; none if the other build refuses
   * @param refusal what the other build says if it cannot run the case; else null
   */
  public record Result(String name, List<Pair> pairs, @Nullable String refusal) {

    public Result {
      pairs = List.copyOf(pairs);
    }

    /** Median of a figure of the other build. */
    public double other(ToDoubleFunction<BenchFigures> figure) {
      return median(
          pairs.stream().mapToDouble(pair -> figure.applyAsDouble(pair.other())).toArray());
    }

    /** Median of a figure of this build. */
    public double own(ToDoubleFunction<BenchFigures> figure) {
      return median(pairs.stream().mapToDouble(pair -> figure.applyAsDouble(pair.own())).toArray());
    }

    /** Median of the ratios of the pairs: below 1 where this build is faster. */
    public double ratio() {
      return median(ratios());
    }

    /** Smallest ratio of a pair. */
    public double leastRatio() {
      return Arrays.stream(ratios()).min().orElseThrow();
    }

    /** Largest ratio of a pair. */
    public double greatestRatio() {
      return Arrays.stream(ratios()).max().orElseThrow();
    }

    private double[] ratios() {
      return pairs.stream().mapToDouble(Pair::ratio).toArray();
    }

    /** Whether all runs of both builds have the same spikes. */
    public Spikes spikes() {
      List<@Nullable String> hashes = new ArrayList<>();
      pairs.forEach(
          pair ->
              hashes.addAll(Arrays.asList(pair.other().spikesSha256(), pair.own().spikesSha256())));
      if (hashes.stream().anyMatch(Objects::isNull)) {
        return Spikes.UNKNOWN;
      }
      return hashes.stream().distinct().count() == 1 ? Spikes.EQUAL : Spikes.DIFFERENT;
    }
  }

  private final Runs other;
  private final Runs own;
  private final int pairs;

  /**
   * @param other runs a case in the other build
   * @param own runs it in this one
   * @param pairs how many of each
   */
  public Comparison(Runs other, Runs own, int pairs) {
    this.other = other;
    this.own = own;
    this.pairs = pairs;
  }

  /**
   * Compares.
   *
   * @throws IOException if this build cannot run the case, or the program is interrupted
   */
  public Result run(BenchCase bench) throws IOException {
    List<Pair> done = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      BenchFigures others;
      try {
        others = other.of(bench);
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        return new Result(bench.name(), List.of(), FileFailure.sentence(e));
      }
      done.add(new Pair(others, own.of(bench)));
    }
    return new Result(bench.name(), done, null);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
