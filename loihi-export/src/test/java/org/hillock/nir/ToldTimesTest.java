package org.hillock.nir;

import static org.hillock.nir.NirRuns.STEP;
import static org.hillock.nir.NirRuns.chain;
import static org.hillock.nir.NirRuns.input;
import static org.hillock.nir.NirRuns.lif;
import static org.hillock.nir.NirRuns.output;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.network.Distribution;
import org.hillock.network.SpikeTrains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Delays and metadata of a file: what is left out or rounded is said. */
class ToldTimesTest {

  private static ImportedNetwork told(NirMetadata metadata, int size, double step) {
    double[] weights = new double[size];
    Arrays.fill(weights, 1);
    return NirImport.of(
        chain(
            "in",
            new NirNode.Input(List.of(size), metadata),
            "w",
            new NirNode.Linear(NirArray.of(List.of(1, size), weights), NirMetadata.NONE),
            "cell",
            lif(0.02, 1, 0, 1, 0),
            "out",
            output(1)),
        step);
  }

  private static NirMetadata numbers(Object... pairs) {
    NirMetadata metadata = NirMetadata.NONE;
    for (int i = 0; i < pairs.length; i += 2) {
      metadata = metadata.with((String) pairs[i], NirArray.of((double[]) pairs[i + 1]));
    }
    return metadata;
  }

  private static double[] of(double... values) {
    return values;
  }

  static List<Arguments> unusable() {
    List<Arguments> all = new ArrayList<>();
    all.add(
        Arguments.of(
            numbers("times_ms", of(5, -1, 7), "neurons", of(0, 0, 1)),
            "1 of 3 spikes left out: times_ms has -1.0, expected times from 0 ms on"));
    all.add(
        Arguments.of(
            numbers("times_ms", of(5, Double.NaN, 7), "neurons", of(0, 0, 1)),
            "1 of 3 spikes left out: times_ms has NaN, expected times from 0 ms on"));
    all.add(
        Arguments.of(
            numbers("times_ms", of(5, 6, 7), "neurons", of(0, 2, -1)),
            "2 of 3 spikes left out: neurons has 2.0, expected whole numbers from 0 to 1"));
    all.add(
        Arguments.of(
            numbers("times_ms", of(5, 6, 7), "neurons", of(0, 0.5, Double.NaN)),
            "2 of 3 spikes left out: neurons has 0.5, expected whole numbers from 0 to 1"));
    all.add(
        Arguments.of(
            numbers("times_ms", of(5, 6, 7), "neurons", of(0, 1)),
            "3 spikes in times_ms and 2 numbers in 'neurons'; not used"));
    all.add(
        Arguments.of(
            numbers("times_ms", of(5)),
            "1 spike in times_ms and no 'neurons' that say which of 2 elements fires each"));
    all.add(
        Arguments.of(
            numbers("times_ms", of(0, 5), "neurons", of(0, 1)),
            "1 spike at 0 ms moved to the end of the first step, 0.1 ms"));
    all.add(
        Arguments.of(
            numbers("times_ms", of(5), "neurons", of(0), "rate_Hz", of(5)), "rate_Hz not used"));
    all.add(
        Arguments.of(
            numbers("rate_Hz", of(5, 6, 7)), "3 numbers in 'rate_Hz' for 2 elements; not used"));
    all.add(Arguments.of(numbers("rate_Hz", of(5, -6)), "'rate_Hz' has -6.0, expected finite"));
    all.add(Arguments.of(numbers("start_ms", of(5)), "'start_ms' without a rate in rate_Hz"));
    all.add(
        Arguments.of(
            numbers("rate_Hz", of(5, 500), "dead_time_ms", of(2)),
            "'dead_time_ms' has 2.0, expected less than 1/rate, 2.0 ms; not used"));
    all.add(
        Arguments.of(
            numbers("rate_Hz", of(5), "start_ms", of(-3)),
            "'start_ms' has -3.0, expected finite numbers from 0 on; not used: it starts at 0 ms"));
    all.add(
        Arguments.of(
            numbers("rate_Hz", of(5), "stop_ms", of(1, 2, 3)),
            "3 numbers in 'stop_ms' for 2 elements; not used: it never stops"));
    all.add(
        Arguments.of(
            numbers("rate_Hz", of(5), "start_ms", of(9), "stop_ms", of(8)),
            "Poisson spikes stop before they start in 2 elements of 2"));
    all.add(
        Arguments.of(
            numbers("rate_Hz", of(5), "start_ms", of(0.26), "stop_ms", of(8)),
            "start_ms rounded to whole steps of 0.1 ms: 0.26 ms is 0.3 ms here"));
    all.add(
        Arguments.of(
            NirMetadata.NONE.with("times_ms", "1 2 3"), "'times_ms' is a text and not numbers"));
    return all;
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void shouldSayWhatItDoesNotTakeFromTheMetadata(NirMetadata metadata, String note) {
    List<String> notes = told(metadata, 2, STEP).notes();
    assertTrue(
        notes.stream().anyMatch(n -> n.startsWith("node 'in', metadata: " + note)),
        notes.toString());
  }

  @Test
  void shouldKeepTheSpikesThatCanBe() {
    ImportedNetwork network =
        told(numbers("times_ms", of(5, -1, 7, 3, 0), "neurons", of(0, 0, 1, 9, 1)), 2, STEP);
    SpikeTrains trains = network.inputs().get("in").trains();
    assertNotNull(trains);
    assertArrayEquals(of(5), trains.train(0));
    assertArrayEquals(of(0.1, 7), trains.train(1));
  }

  @Test
  void shouldKeepTheRateWithoutAStartThatCannotBe() {
    ImportedNetwork.Sender sender =
        told(numbers("rate_Hz", of(5), "start_ms", of(-3), "stop_ms", of(8.04)), 2, STEP)
            .inputs()
            .get("in");
    assertNull(sender.trains());
    assertEquals(Map.of("rate", Distribution.of(5), "stop", Distribution.of(8)), sender.poisson());
  }

  @Test
  void shouldKeepTheDeadTime() {
    ImportedNetwork.Sender sender =
        told(numbers("rate_Hz", of(5), "dead_time_ms", of(30.04)), 2, STEP).inputs().get("in");
    assertEquals(
        Map.of("rate", Distribution.of(5), "dead_time", Distribution.of(30.04)), sender.poisson());
  }

  @Test
  void shouldBeSilentAboutWhatItTakesAsItIs() {
    NirMetadata spikes = numbers("times_ms", of(5, 7.03), "neurons", of(0, 1));
    assertEquals(List.of(), told(spikes, 2, STEP).notes());
    NirMetadata poisson =
        numbers("rate_Hz", of(5, 6), "start_ms", of(0.3), "stop_ms", of(Double.MAX_VALUE));
    assertEquals(List.of(), told(poisson, 2, STEP).notes());
  }

  private static List<String> delayed(double seconds, double step) {
    return NirImport.of(
            chain(
                "in", input(1),
                "d", new NirNode.Delay(NirArray.of(seconds), NirMetadata.NONE),
                "cell", lif(0.02, 1, 0, 1, 0),
                "out", output(1)),
            step)
        .notes();
  }

  @Test
  void shouldSayThatDelaysAreRounded() {
    assertEquals(
        List.of("'in' → 'cell': delays rounded to whole steps of 0.1 ms: 0.25 ms is 0.3 ms here"),
        delayed(0.00025, 0.1));
    assertEquals(
        List.of("'in' → 'cell': delays rounded to whole steps of 0.1 ms: 0.04 ms is 0.1 ms here"),
        delayed(0.00004, 0.1));
    assertEquals(
        List.of("'in' → 'cell': delays rounded to whole steps of 1 ms: 0.3 ms is 1 ms here"),
        delayed(0.0003, 1));
    assertEquals(List.of(), delayed(0.0003, 0.1));
    assertEquals(List.of(), delayed(0, 0.1));
    // Written in single precision: 9.999999776 ms.
    assertEquals(List.of(), delayed(0.01f, 0.1));
  }

  @Test
  void shouldSayHowManyDelaysAreRoundedAndByHowMuch() {
    NirNode delay = new NirNode.Delay(NirArray.of(0.0003, 0.00042, 0.00057), NirMetadata.NONE);
    NirNode sum = new NirNode.Linear(NirArray.of(List.of(1, 3), 1, 2, 3), NirMetadata.NONE);
    List<String> notes =
        NirImport.of(
                chain(
                    "in",
                    input(3),
                    "d",
                    delay,
                    "w",
                    sum,
                    "cell",
                    lif(0.02, 1, 0, 1, 0),
                    "out",
                    output(1)),
                STEP)
            .notes();
    assertEquals(
        List.of(
            "'in' → 'cell': delays rounded to whole steps of 0.1 ms: 0.57 ms is 0.6 ms here; 2 of"
                + " 3, by 0.03 ms at most"),
        notes);
  }

  @Test
  void shouldRoundRefractoryTimesAndSayIt() {
    NirNode.LIF cell = lif(0.02, 1, 0, 1, 0);
    for (double[] times : List.of(of(2.04), of(1, 2))) {
      NirNode refractory =
          new NirNode.LIF(
              cell.tau(),
              cell.r(),
              cell.vLeak(),
              cell.vThreshold(),
              cell.vReset(),
              numbers("t_ref_ms", times));
      ImportedNetwork network =
          NirImport.of(chain("in", input(1), "cell", refractory, "out", output(1)), STEP);
      Distribution found = network.populations().get(1).parameters().get("t_ref");
      assertEquals(Distribution.of(times.length == 1 ? 2 : 0), found);
      assertEquals(
          List.of(
              times.length == 1
                  ? "node 'cell', metadata: t_ref_ms rounded to whole steps of 0.1 ms: 2.04 ms is"
                      + " 2 ms here"
                  : "node 'cell', metadata: 2 numbers in 't_ref_ms' for 1 element; not used: it"
                      + " has none"),
          network.notes());
    }
  }
}
