package org.hillock.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How two builds take turns, and what is made of their figures. */
class ComparisonTest {

  private static final BenchCase CASE = new BenchCase("c", "scenario", List.of());

  private final List<String> turns = new ArrayList<>();

  private static BenchFigures figures(double factor, @Nullable String hash) {
    return new BenchFigures(1, 1, 2, factor * 10, factor, 1e9, factor * 100, 0, 0, 0, 0, hash);
  }

  private Comparison.Runs runs(String who, String hash, double... factors) {
    Iterator<BenchFigures> all = Arrays.stream(factors).mapToObj(f -> figures(f, hash)).iterator();
    return bench -> {
      turns.add(who);
      return all.next();
    };
  }

  @Test
  void takesTurnsAndComparesPairByPair() throws IOException {
    Comparison.Result result =
        new Comparison(runs("other", "a", 1, 2, 4), runs("own", "a", 2, 1, 3), 3).run(CASE);
    assertEquals(List.of("other", "own", "other", "own", "other", "own"), turns);
    // ratios 2, 0.5, 0.75
    assertEquals(0.75, result.ratio());
    assertEquals(0.5, result.leastRatio());
    assertEquals(2.0, result.greatestRatio());
    assertEquals(2.0, result.other(BenchFigures::realTimeFactor));
    assertEquals(2.0, result.own(BenchFigures::realTimeFactor));
    assertEquals(20.0, result.own(BenchFigures::buildSeconds));
    assertEquals(Comparison.Spikes.EQUAL, result.spikes());
  }

  @Test
  void liesBetweenTheMiddleTwoOfAnEvenNumber() throws IOException {
    Comparison.Result result =
        new Comparison(runs("other", "a", 1, 1), runs("own", "a", 3, 2), 2).run(CASE);
    assertEquals(2.5, result.ratio());
  }

  @Test
  void tellsWhenSpikesDifferOrAreNotTold() throws IOException {
    assertEquals(
        Comparison.Spikes.DIFFERENT,
        new Comparison(runs("other", "a", 1), runs("own", "b", 1), 1).run(CASE).spikes());
    assertEquals(
        Comparison.Spikes.UNKNOWN,
        new Comparison(bench -> figures(1, null), runs("own", "b", 1), 1).run(CASE).spikes());
  }

  @Test
  void doesNotRunThisBuildWhereTheOtherRefuses() throws IOException {
    Comparison.Result result =
        new Comparison(
                bench -> {
                  throw new IOException("'c' ended with code 2: no such option");
                },
                runs("own", "a", 1),
                2)
            .run(CASE);
    assertEquals("'c' ended with code 2: no such option", result.refusal());
    assertEquals(List.of(), turns);
    assertEquals(List.of(), result.pairs());
  }

  @Test
  void doesNotGoOnWhenItIsInterrupted() {
    assertThrows(
        InterruptedIOException.class,
        () ->
            new Comparison(
                    bench -> {
                      throw new InterruptedIOException("interrupted");
                    },
                    runs("own", "a", 1),
                    2)
                .run(CASE));
  }

  @Test
  void failsWhereThisBuildFails() {
    assertThrows(
        IOException.class,
        () ->
            new Comparison(
                    runs("other", "a", 1),
                    bench -> {
                      throw new IOException("failed");
                    },
                    1)
                .run(CASE));
  }
}
