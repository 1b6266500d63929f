package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.io.RunFacts;
import org.hillock.io.StoredResult;
import org.hillock.scenario.claim.Verdict.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that record less than their file says, of which some claims cannot be told. */
class ShorterRunTest {

  private static final String SCENARIO =
      """
      scenario: short
      time: {step: 0.1 ms, warmup: 100 ms%s}
      neurons:
        exc: {size: 20, model: iaf_psc_delta}
      inputs:
        noise: {type: poisson, to: exc, rate: 8 kHz, weight: 0.4 mV}
      record: {spikes: exc, V_m: "exc[0]", interval: 1 ms}
      plots: [raster, {rate: {window: [350 ms, 450 ms]}}]
      expect:
        - rate(exc) > 0 Hz
        - %s > 0 Hz
        - %s > 0 Hz
        - V_m(exc[0], 450 ms) < 0 mV
      """;

  private static final String PROTOCOL =
      """
      protocol:
        - {phase: train, duration: 200 ms}
        - {phase: test, duration: 200 ms}
      """;

  @TempDir private Path folder;
  private Path phases;
  private Path plain;

  @BeforeEach
  void writeScenarios() throws IOException {
    String named = SCENARIO.formatted("", "rate(exc, train)", "rate(exc, test)") + PROTOCOL;
    String timed =
        SCENARIO.formatted(
            ", duration: 400 ms", "rate(exc, 100 ms, 300 ms)", "rate(exc, 310 ms, 500 ms)");
    phases = Files.writeString(folder.resolve("phases.yaml"), named);
    plain = Files.writeString(folder.resolve("plain.yaml"), timed);
  }

  private CommandRun call(Object... words) {
    return CommandRun.of(Stream.of(words).map(Object::toString).toArray(String[]::new));
  }

  private List<Outcome> outcomes(Path results) throws IOException {
    return StoredResult.open(results).facts().claims().stream()
        .map(RunFacts.Claim::outcome)
        .toList();
  }

  private static final List<Outcome> CUT_OFF =
      List.of(Outcome.HOLDS, Outcome.HOLDS, Outcome.OUTSIDE, Outcome.OUTSIDE);

  @ParameterizedTest
  @CsvSource({
    "phases.yaml, --until, 300 ms",
    "phases.yaml, --duration, 200 ms",
    "plain.yaml, --until, 300 ms",
    "plain.yaml, --duration, 200 ms"
  })
  void aClaimAboutWhatIsCutOffNeitherHoldsNorFails(String file, String option, String time)
      throws IOException {
    Path results = folder.resolve("results");
    CommandRun run = call("run", folder.resolve(file), option, time, "--out", results);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(CUT_OFF, outcomes(results));
    assertTrue(
        run.out().contains("  outside of this run: V_m(exc[0], 450 ms) < 0 mV\n"), run.out());
    assertTrue(Files.exists(results.resolve("raster.png")));
    assertFalse(Files.exists(results.resolve("rate.png")));
    assertTrue(Files.readString(results.resolve("manifest.json")).contains("\"passed\": null"));
  }

  @Test
  void aClaimAboutAPhaseIsAboutAllOfIt() throws IOException {
    Path results = folder.resolve("results");
    CommandRun run = call("run", phases, "--until", "299 ms", "--out", results);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(Outcome.OUTSIDE, outcomes(results).get(1));
    assertTrue(run.out().contains("  outside of this run: rate(exc, train) > 0 Hz\n"), run.out());
  }

  @Test
  void itsOwnFileRunsAgain() throws IOException {
    Path results = folder.resolve("results");
    Path again = folder.resolve("again");
    assertEquals(0, call("run", phases, "--until", "300 ms", "--out", results).exitCode());
    CommandRun run = call("run", results.resolve("scenario.yaml"), "--out", again);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(List.of(Outcome.HOLDS, Outcome.HOLDS), outcomes(again));
    assertEquals(
        Files.readString(results.resolve("spikes.csv")),
        Files.readString(again.resolve("spikes.csv")));
  }

  @Test
  void whatIsCutOffIsToldWhenTheRunGoesOn() throws IOException {
    Path results = folder.resolve("results");
    call("run", plain, "--until", "300 ms", "--checkpoint", "90 ms", "--out", results);
    assertEquals(CUT_OFF, outcomes(results));
    CommandRun run = call("resume", results, "--until", "500 ms");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(Collections.nCopies(4, Outcome.HOLDS), outcomes(results));
    assertTrue(Files.exists(results.resolve("rate.png")));
  }

  @Test
  void itsReportSaysWhichClaimsAreNotOfThisRun() throws IOException {
    Path results = folder.resolve("results");
    call("run", phases, "--until", "300 ms", "--out", results);
    assertEquals(0, call("report", results).exitCode());
    String page = Files.readString(results.resolve("report.html"));
    String verdict = "2 of 2 claims hold. 2 claims are about what is outside of this run.";
    assertTrue(page.contains(verdict));
  }

  @Test
  void aFalseClaimFailsInAShorterRunToo() throws IOException {
    Path results = folder.resolve("results");
    String text = Files.readString(phases).replace("rate(exc) > 0 Hz", "rate(exc) < 0 Hz");
    Files.writeString(phases, text);
    CommandRun run = call("run", phases, "-q", "--until", "300 ms", "--out", results);
    assertEquals(3, run.exitCode(), run.err());
    assertEquals(Outcome.FAILS, outcomes(results).get(0));
    assertTrue(run.err().startsWith("FAILS: rate(exc) < 0 Hz"), run.err());
    assertFalse(run.err().contains("outside"), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rate(exc, test); rate(exc, tset); unknown phase 'tset'",
        "450 ms; 900 ms; the time 900 ms is not recorded; expected 100 ms to 500 ms"
      })
  void whatTheWholeFileDoesNotRecordIsStillAMistake(String right, String wrong, String sentence)
      throws IOException {
    Files.writeString(phases, Files.readString(phases).replace(right, wrong));
    CommandRun run = call("run", phases, "--until", "300 ms");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains(sentence), run.err());
  }
}
