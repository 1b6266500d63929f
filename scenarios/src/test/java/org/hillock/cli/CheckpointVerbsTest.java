package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hillock.io.ClaimedFolder;
import org.hillock.io.SavedFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are extended, or begin where another one stands; and what is refused. */
class CheckpointVerbsTest {

  private static final String SCENARIO =
      """
      scenario: settled
      seed: 3
      time: {STEP warmup: 20 ms, duration: 200 ms}
      parameters: {rate: 9000 Hz, lambda: 0.01}
      neurons:
        exc: {size: 40, model: iaf_psc_exp, tau_m: 10 ms, C_m: 250 pF, E_L: -65 mV, V_th: -50 mV, V_reset: -65 mV, t_ref: 2 ms, tau_syn_ex: 2 ms, tau_syn_in: 2 ms}
      inputs:
        drive: {type: poisson, rate: rate, to: exc, weight: 45 pA}
      synapses:
        - {name: learns, from: exc, to: exc, rule: pairwise_bernoulli, probability: 0.2, weight: 30 pA, delay: DELAY, plasticity: {rule: stdp, lambda: lambda, W_max: 60 pA}}
        - {name: fixed, from: exc, to: exc, rule: pairwise_bernoulli, probability: 0.2, weight: -20 pA, delay: 1.5 ms}
      record: {spikes: all, V_m: "exc[0:2]", interval: 1 ms, rates: {bin: 10 ms}, weights: {of: learns, every: 50 ms}}
      """;

  @TempDir private Path folder;
  private Path scenario;

  @BeforeEach
  void writeScenario() throws IOException {
    scenario = write("settled.yaml", "grid");
  }

  private Path write(String name, String engine) throws IOException {
    String step = engine.equals("grid") ? "step: 0.1 ms," : "";
    String text = SCENARIO.replace("STEP", step).replace("DELAY", "1.5 ms");
    return Files.writeString(folder.resolve(name), text);
  }

  private CommandRun call(Object... words) {
    return CommandRun.of(Stream.of(words).map(Object::toString).toArray(String[]::new));
  }

  private void run(Object... words) {
    CommandRun run = call(words);
    assertEquals(0, run.exitCode(), run.err());
  }

  private void assertRefused(String sentence, Object... words) {
    CommandRun run = call(words);
    assertEquals(2, run.exitCode(), run.err());
    String said = run.err().replace(folder.toString(), "…");
    assertTrue(said.contains(sentence), said);
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  private List<String> lines(String result, String file) throws IOException {
    return Files.readAllLines(out(result).resolve(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid", "event"})
  void extendsARunAsIfItHadBeenLongerFromTheBeginning(String engine) throws IOException {
    Path file = write("run.yaml", engine);
    run("run", file, "-q", "--duration", "500 ms", "--out", out("whole"));
    run("run", file, "-q", "--checkpoint", "90 ms", "--out", out("short"));
    run("resume", out("short"), "-q", "--until", "333 ms");
    run("resume", out("short"), "-q", "--until", "520 ms", "--threads", "1");
    for (String name : List.of("spikes", "traces", "weights", "rates")) {
      assertEquals(lines("whole", name + ".csv"), lines("short", name + ".csv"), name);
    }
    assertEquals(lines("whole", "scenario.yaml"), lines("short", "scenario.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid", "event"})
  void goesOnWithARateThatRisesBeyondWhereItEnded(String engine) throws IOException {
    Path file = write("run.yaml", engine);
    String rising =
        Files.readString(file)
            .replace("rate: rate,", "rate: rate * t / (100 ms), interval: 0.1 ms,");
    Files.writeString(file, rising);
    run("run", file, "-q", "--out", out("whole"));
    run("run", file, "-q", "--until", "90 ms", "--checkpoint", "40 ms", "--out", out("short"));
    run("resume", out("short"), "-q", "--until", "220 ms");
    assertEquals(lines("whole", "spikes.csv"), lines("short", "spikes.csv"));
    assertTrue(lines("whole", "spikes.csv").size() > 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid", "event"})
  void beginsWhereAnotherRunStands(String engine) throws IOException {
    Path file = write("run.yaml", engine);
    run("run", file, "-q", "--duration", "400 ms", "--out", out("whole"));
    run("run", file, "-q", "--checkpoint", "1 s", "--out", out("first"));
    run("run", file, "-q", "--from", out("first"), "--until", "420 ms", "--out", out("second"));
    // In continuous time the second run begins somewhat before 220 ms, and its samples with it.
    for (String name : engine.equals("grid") ? List.of("spikes", "weights") : List.of("spikes")) {
      assertEquals(
          after(220, lines("whole", name + ".csv")),
          after(220, lines("second", name + ".csv")),
          name);
    }
    assertTrue(after(220, lines("second", "spikes.csv")).size() > 50);
    String manifest = Files.readString(out("second").resolve("manifest.json"));
    assertTrue(manifest.contains("\"from\": \"" + out("first") + "\""), manifest);
    // Nothing is recorded again that was before.
    assertFalse(after(0, lines("second", "spikes.csv")).get(0).startsWith("1"));
  }

  /** Killed when all had been simulated, but not all written. */
  @ParameterizedTest
  @ValueSource(strings = {"grid", "event"})
  void completesWhatLacksNothingButFiles(String engine) throws IOException {
    Path file = write("run.yaml", engine);
    run("run", file, "-q", "--checkpoint", "90 ms", "--out", out("whole"));
    run("run", file, "-q", "--checkpoint", "90 ms", "--out", out("killed"));
    run("resume", out("killed"), "-q", "--until", "220.5 ms");
    run("resume", out("whole"), "-q", "--until", "220.5 ms");
    Files.move(out("killed"), out(".killed.partial-1"));
    Files.delete(out(".killed.partial-1").resolve("rates.csv"));
    run("resume", out("killed"), "-q");
    for (String name : List.of("spikes", "traces", "weights", "rates")) {
      assertEquals(lines("whole", name + ".csv"), lines("killed", name + ".csv"), name);
    }
  }

  /** What was to be replaced is not what stands there now. */
  @Test
  void doesNotReplaceWhatHasTakenItsName() throws IOException {
    run("run", scenario, "-q", "--checkpoint", "90 ms", "--overwrite", "--out", out("o"));
    Files.move(out("o"), out(".o.partial-1"));
    run("run", scenario, "-q", "--seed", "77", "--out", out("o"));
    List<String> other = lines("o", "spikes.csv");
    run("resume", out("o"), "-q", "--until", "300 ms");
    assertEquals(other, lines("o", "spikes.csv"));
    assertTrue(lines("o-2", "spikes.csv").size() > 50);
  }

  /** Two that are started at once do not go on with the same. */
  @Test
  void goesOnWithNothingThatAnotherGoesOnWith() throws IOException {
    run("run", scenario, "-q", "--checkpoint", "90 ms", "--out", out("o"));
    List<String> before = lines("o", "spikes.csv");
    try (ClaimedFolder other = SavedFolder.find(out("o")).claim()) {
      assertEquals(out("o"), other.saved().folder());
      assertRefused("…/o' is being written by another process", "resume", out("o"));
      assertRefused("o' is being gone on with", "run", scenario, "--overwrite", "--out", out("o"));
    }
    assertEquals(before, lines("o", "spikes.csv"));
    // Killed while it built the network: nobody holds the sign any more.
    Files.createFile(out("o").resolve(".running"));
    run("resume", out("o"), "-q", "--until", "300 ms");
    assertFalse(Files.exists(out("o").resolve(".running")));
    assertTrue(lines("o", "spikes.csv").size() > before.size());
  }

  /** What is recorded is what it was, or nothing is gone on with, and nothing is lost. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "spikes.csv",
        "checkpoint/traces-0.spool",
        "checkpoint/weights-0.spool",
        "checkpoint/rates-0.spool"
      })
  void refusesAFileThatIsNotWhatItWas(String name) throws IOException {
    run("run", scenario, "-q", "--checkpoint", "90 ms", "--out", out("o"));
    Path file = out("o").resolve(name);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertRefused(name + "' is shorter than it was", "resume", out("o"), "--until", "300 ms");
    byte[] other = whole.clone();
    other[whole.length / 2] ^= 1;
    Files.write(file, other);
    assertRefused(name + "' is not what it was", "resume", out("o"), "--until", "300 ms");
    Files.delete(file);
    assertRefused(name + "' is missing", "resume", out("o"), "--until", "300 ms");
    Files.write(file, whole);
    assertTrue(Files.exists(out("o").resolve("manifest.json")));
    run("resume", out("o"), "-q", "--until", "300 ms");
  }

  /** Learnt weights would come to stand between other neurons. */
  @Test
  void refusesTheWeightsOfOtherSynapses() {
    run("run", scenario, "-q", "--checkpoint", "90 ms", "--out", out("o"));
    assertRefused(
        "projection 'learns' has ",
        "run",
        scenario,
        "--seed",
        "99",
        "--from",
        out("o"),
        "--until",
        "300 ms");
  }

  /** An extension that was killed need not be simulated to its end. */
  @Test
  void completesAResultWhereTheCheckpointStands() throws IOException {
    run("run", scenario, "-q", "--checkpoint", "90 ms", "--out", out("o"));
    List<String> before = lines("o", "rates.csv");
    run("resume", out("o"), "-q", "--until", "220 ms");
    assertEquals(before, lines("o", "rates.csv"));
  }

  /** The rows of later times. */
  private static List<String> after(double time, List<String> lines) {
    return lines.stream()
        .skip(1)
        .filter(line -> Double.parseDouble(line.substring(0, line.indexOf(','))) > time)
        .toList();
  }

  @Test
  void beginsAnotherProtocolWithTheWeightsThatWereLearnt() throws IOException {
    run("run", scenario, "-q", "--checkpoint", "1 s", "--out", out("trained"));
    List<String> test = List.of("--until", "300 ms", "--set", "rate=2000 Hz", "--set", "lambda=0");
    run(
        Stream.concat(
                Stream.of("run", scenario, "-q", "--from", out("trained"), "--out", out("tested")),
                test.stream())
            .toArray());
    List<String> tested = weights("tested", 300);
    assertEquals(weights("tested", 270), tested);
    // Spikes that were under way at 220 ms arrive at synapses that learn no more.
    List<String> trained = weights("trained", 220);
    long same =
        IntStream.range(0, trained.size())
            .filter(i -> trained.get(i).equals(tested.get(i)))
            .count();
    assertTrue(same > trained.size() / 2, same + " of " + trained.size());
    assertTrue(tested.stream().noneMatch(weight -> weight.endsWith(",30")));
  }

  /** Sources, targets and weights at a time. */
  private List<String> weights(String result, int time) throws IOException {
    return lines(result, "weights.csv").stream()
        .filter(line -> line.startsWith(time + ","))
        .map(line -> line.substring(line.indexOf(',')))
        .toList();
  }

  @Test
  void refusesWhatCannotBeGoneOnWith() throws IOException {
    assertRefused("there is no folder '…/none'", "resume", out("none"));
    run("run", scenario, "-q", "--out", out("plain"));
    assertRefused("has no checkpoint to go on from", "resume", out("plain"));
    run("run", scenario, "-q", "--checkpoint", "100 ms", "--out", out("saved"));
    assertRefused("has ended as it was to, at 220 ms; --until", "resume", out("saved"));
    Path notes = Files.writeString(out("saved").resolve("notes.txt"), "mine");
    assertRefused("'notes.txt', and its files are written anew", "resume", out("saved"));
    Files.delete(notes);
    assertRefused(
        "has come to 220 ms already, so that it cannot end at 200 ms",
        "resume",
        out("saved"),
        "--until",
        "200 ms");
    assertRefused(
        "--until and --duration: expected one of them",
        "run",
        scenario,
        "--until",
        "1 s",
        "--duration",
        "1 s");
    assertRefused("--until sets it", "run", scenario, "--from", out("saved"));
    assertRefused("a time above 0", "run", scenario, "--checkpoint", "0 ms");
    Path state = out("saved").resolve("checkpoint/state");
    byte[] bytes = Files.readAllBytes(state);
    bytes[bytes.length / 2] ^= 1;
    Files.write(state, bytes);
    assertRefused("is damaged", "resume", out("saved"), "--until", "1 s");
    Files.writeString(state, "something else");
    assertRefused(
        "is not a checkpoint of Hillock", "run", scenario, "--from", state, "--until", "1 s");
  }

  @Test
  void refusesAScenarioThatHasChanged() throws IOException {
    run("run", scenario, "-q", "--checkpoint", "100 ms", "--out", out("saved"));
    String text = Files.readString(scenario);
    Files.writeString(scenario, text.replace("45 pA", "46 pA"));
    assertRefused(
        "is no more what it was when the run was started",
        "resume",
        out("saved"),
        "--until",
        "300 ms");
    Files.writeString(scenario, text);
    run("resume", out("saved"), "-q", "--until", "300 ms");
  }

  @Test
  void refusesToLoseOrInventState() throws IOException {
    run("run", scenario, "-q", "--checkpoint", "1 s", "--out", out("saved"));
    String text = Files.readString(scenario);
    Path other = folder.resolve("other.yaml");
    Object[] words = {"run", other, "--from", out("saved"), "--until", "1 s"};
    Files.writeString(
        other,
        text.replaceAll(", plasticity: .*}}\n", "}\n").replaceAll(", weights: \\{[^}]*}", ""));
    assertRefused("the scenario has no synapses learns", words);
    Files.writeString(other, text.replace("exc: {size: 40", "exc: {size: 41"));
    assertRefused("population 'exc' has another number of neurons", words);
    Files.writeString(
        other,
        text.replace(
            "neurons:", "neurons:\n  more: {size: 3, model: poisson_generator, rate: 5 Hz}"));
    assertRefused("the checkpoint has no population more", words);
    Files.writeString(other, text.replace("step: 0.1 ms", "step: 0.5 ms"));
    assertRefused("the time step is another", words);
    Files.writeString(
        other, text.replace("rule: stdp,", "rule: stdp_triplet,").replace("lambda: lambda, ", ""));
    assertRefused("leaves other traces at the synapses that learn", words);
  }

  @Test
  void leavesTheResultsAsTheyWereWhereGoingOnIsRefused() throws IOException {
    run("run", scenario, "-q", "--checkpoint", "100 ms", "--out", out("saved"));
    List<String> before = lines("saved", "spikes.csv");
    assertRefused("cannot end", "resume", out("saved"), "--until", "100 ms");
    assertEquals(before, lines("saved", "spikes.csv"));
    try (Stream<Path> entries = Files.list(folder)) {
      assertTrue(entries.noneMatch(path -> path.getFileName().toString().startsWith(".")));
    }
  }
}
