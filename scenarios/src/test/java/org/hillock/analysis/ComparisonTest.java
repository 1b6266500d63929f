package org.hillock.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private static final TimeWindow WINDOW = new TimeWindow(0, 100);
  private static final ComparisonSettings EXACT = ComparisonSettings.STANDARD;

  @Test
  void aRunIsIdenticalToItself() {
    Comparison comparison = compare(run("1@10 2@20 1@30"), run("1@10 2@20 1@30"), EXACT);
    assertTrue(comparison.identical());
    PopulationComparison exc = comparison.populations().get(0);
    assertEquals(0, exc.victorPurpura().most(), 0);
    assertEquals(0, exc.vanRossum().most(), 0);
    assertEquals(0, exc.differing());
    assertEquals(new KolmogorovSmirnov(0, 1), exc.rates());
    assertEquals(List.of(), comparison.notes());
  }

  @ParameterizedTest
  @CsvSource({
    // a: neuron@ms; b; tolerance; neuron, spike and time in A, spike and time in B
    "1@10 2@20, 1@10 2@21, 0, 2, 1, 20, 1, 21",
    "1@10 2@20, 1@10 2@20.000000001, 0, 2, 1, 20, 1, 20.000000001",
    "1@10 2@20 1@30, 1@10 2@20, 0, 1, 2, 30, 2, NaN", // missing in B
    "1@10 1@30, 1@10 1@20 1@30, 0.5, 1, 2, 30, 2, 20", // missing in A
    "1@10 2@20 1@40, 1@10.4 2@19.6 1@42, 0.5, 1, 2, 40, 2, 42",
    "0@50 3@60, 3@52 0@55, 0, 0, 1, 50, 1, 55", // the earlier of both times counts
    "0@50 3@50, 0@60 3@70, 0, 0, 1, 50, 1, 60" // of the same time the lower neuron
  })
  void theRunsPartAtTheEarliestSpikeWithoutPartner(
      String a,
      String b,
      double tolerance,
      int neuron,
      int spikeA,
      double timeA,
      int spikeB,
      double timeB) {
    assertEquals(
        new Divergence("exc", neuron, spikeA, timeA, spikeB, timeB),
        compare(run(a), run(b), new ComparisonSettings(10, 5, tolerance)).first().orElseThrow());
  }

  @Test
  void theEarliestOfAllPopulationsCounts() {
    ComparedRun silent = pair("", "");
    Comparison comparison = compare(silent, pair("0@50", "2@40"), EXACT);
    assertEquals(new Divergence("inh", 2, 1, Double.NaN, 1, 40), comparison.first().orElseThrow());
    Comparison tie = compare(silent, pair("3@40", "2@40"), EXACT);
    assertEquals("exc", tie.first().orElseThrow().population());
  }

  private static ComparedRun pair(String exc, String inh) {
    return new ComparedRun(
        "pair",
        WINDOW,
        List.of(
            ComparedRun.Recorded.all(4, spikes("exc", exc)),
            ComparedRun.Recorded.all(4, spikes("inh", inh))));
  }

  @ParameterizedTest
  @CsvSource({
    "1@10 2@20, 1@10.5 2@19.5, 0.5", // the order of the spikes does not matter
    "1@10 2@10.2, 2@10.1 1@10.3, 0.5",
    "1@20.1, 1@20.0, 0.1", // 20.1 - 20.0 is 0.10000000000000142
    "1@10 1@99.95, 1@10, 0.1", // its partner may come after the end
    "1@0.05 1@10, 1@10, 0.1" // its partner may have come before the start
  })
  void aJitterWithinTheToleranceIsNoDifference(String a, String b, double tolerance) {
    ComparisonSettings settings = new ComparisonSettings(10, 5, tolerance);
    assertTrue(compare(run(a), run(b), settings).identical());
    assertTrue(compare(run(b), run(a), settings).identical());
    assertFalse(compare(run(a), run(b), EXACT).identical());
  }

  @Test
  void aMissingSpikeAtTheVeryEndIsADifferenceWithoutTolerance() {
    Divergence first = compare(run("1@100"), run(""), EXACT).first().orElseThrow();
    assertEquals(100, first.time(), 0);
  }

  @Test
  void distancesAreAveragedOverAllRecordedNeurons() {
    // neurons 0 to 3: 2 is moved by 1 ms, 3 has a spike more, 0 is silent in both
    Comparison comparison = compare(run("1@10 2@20"), run("1@10 2@21 3@50"), EXACT);
    PopulationComparison exc = comparison.populations().get(0);
    assertEquals(4, exc.neurons());
    assertEquals(2, exc.differing());
    assertEquals(1.1 / 4, exc.victorPurpura().mean(), 1e-12);
    assertEquals(0.05, exc.victorPurpura().median(), 1e-12);
    assertEquals(1, exc.victorPurpura().most(), 1e-12);
    double moved = Math.sqrt(-Math.expm1(-0.1));
    assertEquals((moved + Math.sqrt(0.5)) / 4, exc.vanRossum().mean(), 1e-12);
  }

  @Test
  void ratesCountSilentNeuronsAndVariationsThoseWithThreeSpikes() {
    PopulationComparison exc =
        compare(run("1@10 1@20 1@40 2@50 2@60"), run(""), EXACT).populations().get(0);
    assertArrayEquals(new double[] {0, 0, 20, 30}, exc.a().rates(), 1e-12);
    // intervals 10 and 20: mean 15, deviation 5
    assertArrayEquals(new double[] {5 / 15.0}, exc.a().variations(), 1e-12);
    assertEquals(0.5, exc.rates().distance(), 1e-15);
    assertTrue(Double.isNaN(exc.variations().distance()));
  }

  @Test
  void correlationsAreThoseOfPearsonForEveryPair() {
    String text = "0@1 1@2 2@3 0@11 1@12 0@31 2@33 1@50 0@51 2@61 0@62 2@63 1@99";
    double[] found = compare(run(text), run(text), EXACT).populations().get(0).a().correlations();
    TimeBins bins = TimeBins.within(0, 100, 5);
    double[][] counts = new double[3][];
    for (int i = 0; i < 3; i++) {
      int[] binned = bins.count(PartOfSpikes.of(spikes("exc", text), i, i + 1));
      counts[i] = Arrays.stream(binned).asDoubleStream().toArray();
    }
    PearsonsCorrelation pearson = new PearsonsCorrelation();
    double[] expected = {
      pearson.correlation(counts[0], counts[1]),
      pearson.correlation(counts[0], counts[2]),
      pearson.correlation(counts[1], counts[2])
    };
    Arrays.sort(expected);
    assertArrayEquals(expected, found, 1e-12);
    double mean = SpikeStatistics.correlation(spikes("exc", text), 0, 4, 0, 100, 5, 100);
    assertEquals(mean, Arrays.stream(found).average().orElseThrow(), 1e-12);
  }

  @Test
  void onlyTheTimeThatBothCoverIsCompared() {
    ComparedRun early = run("A", new TimeWindow(0, 50), "exc", 4, "1@10 1@45");
    ComparedRun late = run("B", new TimeWindow(20, 80), "exc", 4, "1@45 1@70");
    Comparison comparison = Comparison.of(early, late, EXACT);
    assertTrue(comparison.identical());
    assertEquals(new TimeWindow(20, 50), comparison.window());
    assertEquals(
        List.of("A covers 0 ms to 50 ms, B 20 ms to 80 ms; compared: 20 ms to 50 ms"),
        comparison.notes());
    assertEquals(1, comparison.populations().get(0).spikesB());
  }

  @Test
  void onlyTheNeuronsThatBothRecordedAreCompared() {
    ComparedRun all =
        new ComparedRun(
            "A",
            WINDOW,
            List.of(
                ComparedRun.Recorded.all(4, spikes("exc", "0@5 1@10 2@20")),
                ComparedRun.Recorded.all(9, spikes("inh", "1@10"))));
    ComparedRun some =
        new ComparedRun(
            "B",
            WINDOW,
            List.of(
                new ComparedRun.Recorded(4, new int[] {1, 3}, spikes("exc", "1@10")),
                ComparedRun.Recorded.all(2, spikes("noise", ""))));
    Comparison comparison = Comparison.of(all, some, EXACT);
    assertTrue(comparison.identical());
    assertEquals(2, comparison.populations().get(0).neurons());
    assertEquals(1, comparison.populations().get(0).spikesA());
    assertEquals(
        List.of(
            "'exc': A recorded 4 neurons, B 2; compared: the 2 that both recorded",
            "recorded in A only, not compared: 'inh'",
            "recorded in B only, not compared: 'noise'"),
        comparison.notes());
  }

  @Test
  void whatHasNothingInCommonIsRefusedWithAReason() {
    ComparedRun one = run("one", WINDOW, "exc", 4, "");
    assertEquals(
        "'one' and 'two' cannot be compared: they have no time in common (A covers 0 ms to 100 ms,"
            + " B 100 ms to 200 ms); give them durations that overlap",
        refusal(one, run("two", new TimeWindow(100, 200), "exc", 4, "")));
    assertEquals(
        "'one' and 'two' cannot be compared: 'exc' has 4 neurons in A and 5 in B, so that neurons"
            + " have no partners; compare runs of one network",
        refusal(one, run("two", WINDOW, "exc", 5, "")));
    assertEquals(
        "'one' and 'two' cannot be compared: no neuron was recorded in both (A recorded exc; B"
            + " recorded nothing); compare runs of one network, and record the same neurons",
        refusal(one, new ComparedRun("two", WINDOW, List.of())));
  }

  private static String refusal(ComparedRun a, ComparedRun b) {
    return assertThrows(IncomparableException.class, () -> Comparison.of(a, b, EXACT)).getMessage();
  }

  private static Comparison compare(ComparedRun a, ComparedRun b, ComparisonSettings settings) {
    return Comparison.of(a, b, settings);
  }

  /** Four neurons over 100 ms, from {@code neuron@ms} in order of time. */
  private static ComparedRun run(String spikes) {
    return run("run", WINDOW, "exc", 4, spikes);
  }

  private static ComparedRun run(
      String name, TimeWindow window, String population, int size, String spikes) {
    return new ComparedRun(
        name, window, List.of(ComparedRun.Recorded.all(size, spikes(population, spikes))));
  }

  private static SpikeList spikes(String population, String text) {
    String[][] parts =
        Arrays.stream(text.split(" "))
            .filter(spike -> !spike.isEmpty())
            .map(spike -> spike.split("@"))
            .toArray(String[][]::new);
    return new SpikeList(
        population,
        Arrays.stream(parts).mapToDouble(part -> Double.parseDouble(part[1])).toArray(),
        Arrays.stream(parts).mapToInt(part -> Integer.parseInt(part[0])).toArray());
  }
}
