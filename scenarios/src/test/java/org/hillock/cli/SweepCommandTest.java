package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep: the table, whoever ran it, and what becomes of what fails or is interrupted. */
class SweepCommandTest {

  /**
   * A neuron without noise, whose interval has a closed form: tau ln((E - I tau/C - V_r) / (E - I
   * tau/C - V_th)) plus t_ref.
   */
  private static final String NEURON =
      """
      scenario: one
      time: {duration: 1 s}
      parameters: {I: 500 pA, tau: 10 ms}
      neurons:
        n: {size: 1, model: iaf_psc_exp, C_m: 250 pF, tau_m: tau, t_ref: 2 ms, E_L: -70 mV, V_reset: -70 mV, V_th: -55 mV, I_e: I}
      expect: ["isi(n) < 10 ms"]
      """;

  private static final String NOISY =
      """
      scenario: noisy
      time: {step: 0.1 ms, duration: 100 ms}
      parameters: {f: 8 kHz, d: 1.5 ms}
      neurons: {n: {size: 20, model: iaf_psc_exp}}
      inputs: {drive: {type: poisson, to: n, rate: f, weight: 100 pA, delay: d}}
      expect: ["rate(n) > 0 Hz", "rate(n) < 40 Hz"]
      """;

  @TempDir Path folder;

  private String neuron = "";
  private String noisy = "";

  @BeforeEach
  void write() throws Exception {
    neuron = Files.writeString(folder.resolve("one.yaml"), NEURON).toString();
    noisy = Files.writeString(folder.resolve("noisy.yaml"), NOISY).toString();
  }

  private CommandRun sweep(String out, String... words) {
    List<String> all = new ArrayList<>(List.of("sweep"));
    all.addAll(List.of(words));
    all.addAll(List.of("--out", folder.resolve(out).toString()));
    return CommandRun.of(all.toArray(new String[0]));
  }

  private String table(String out) throws Exception {
    return Files.readString(folder.resolve(out).resolve("table.csv"));
  }

  @Test
  void shouldGiveTheIntervalsOfTheClosedForm() throws Exception {
    CommandRun run =
        sweep("out", neuron, "--over", "I=400 pA:800 pA:200 pA", "--over", "tau=10 ms,20 ms");
    assertEquals(0, run.exitCode(), run.err());
    List<String> lines = table("out").lines().toList();
    assertEquals("I [pA],tau [ms],seed,isi(n) [ms],holds: isi(n) < 10 ms,error", lines.get(0));
    assertEquals(7, lines.size());
    for (String line : lines.subList(1, 7)) {
      String[] cells = line.split(",", -1);
      double tau = Double.parseDouble(cells[1]);
      double above = Double.parseDouble(cells[0]) * tau / 250; // [mV] that it would come to
      String found = cells[3];
      if (above <= 15) {
        assertEquals("", found, "a neuron that never fires has no interval");
        assertEquals("false", cells[4]);
      } else {
        double interval = 2 + tau * Math.log(above / (above - 15));
        assertEquals(interval, Double.parseDouble(found), 1e-9, line);
        assertEquals(Boolean.toString(interval < 10), cells[4]);
      }
    }
    assertTrue(Files.size(folder.resolve("out/sweep.png")) > 5000);
    assertTrue(Files.readString(folder.resolve("out/sweep.svg")).contains("I [pA]"));
  }

  @Test
  void shouldGiveOneTableWhateverTheShardsAndJobs() throws Exception {
    String[] words = {
      noisy, "--over", "f=4 kHz:10 kHz:2 kHz", "--over", "d=1 ms,2 ms", "--seeds", "2"
    };
    assertEquals(0, sweep("whole", words).exitCode());
    CommandRun jobs = sweep("jobs", with(words, "--jobs", "3", "--threads", "3"));
    assertEquals(0, jobs.exitCode(), jobs.err());
    assertEquals(table("whole"), table("jobs"));
    for (int i = 3; i >= 1; i--) {
      assertFalse(Files.exists(folder.resolve("shards/table.csv")), "before the last has ended");
      CommandRun shard = sweep("shards", with(words, "--shard", i + "/3"));
      assertEquals(0, shard.exitCode(), shard.err());
    }
    assertEquals(table("whole"), table("shards"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("whole/sweep.png")),
        Files.readAllBytes(folder.resolve("shards/sweep.png")));
    assertEquals(17, table("whole").lines().count());
  }

  @Test
  void shouldGoOnBehindTheLastWholeRow() throws Exception {
    String[] words = {noisy, "--over", "f=4 kHz:10 kHz:2 kHz"};
    assertEquals(0, sweep("whole", words).exitCode());
    Path whole = folder.resolve("whole/rows-1-of-1.jsonl");
    List<String> lines = Files.readAllLines(whole);
    assertEquals(5, lines.size());
    Path cut = folder.resolve("cut/rows-1-of-1.jsonl");
    Files.createDirectories(cut.getParent());
    Files.writeString(
        cut, String.join("\n", lines.subList(0, 3)) + "\n" + lines.get(3).substring(0, 12));
    CommandRun refused = sweep("cut", words);
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("add --resume"), refused.err());
    CommandRun resumed = sweep("cut", with(words, "--resume"));
    assertEquals(0, resumed.exitCode(), resumed.err());
    assertTrue(resumed.err().contains("2 runs to go"), resumed.err());
    assertEquals(Files.readString(whole), Files.readString(cut));
    assertEquals(table("whole"), table("cut"));
  }

  @Test
  void shouldRefuseToGoOnWithAnotherSweep() throws Exception {
    String[] words = {noisy, "--over", "f=4 kHz,6 kHz"};
    assertEquals(0, sweep("out", words).exitCode());
    String before = table("out");
    CommandRun grid = sweep("out", noisy, "--over", "f=4 kHz,8 kHz", "--resume");
    assertEquals(2, grid.exitCode());
    assertTrue(
        grid.err()
            .contains("what differs: over (was [\"f=4 kHz,6 kHz\"], is [\"f=4 kHz,8 kHz\"])."),
        grid.err());
    Files.writeString(folder.resolve("noisy.yaml"), "# changed\n", StandardOpenOption.APPEND);
    CommandRun text = sweep("out", with(words, "--resume"));
    assertEquals(2, text.exitCode());
    assertTrue(text.err().contains("what differs: the text of the scenario."), text.err());
    Files.writeString(folder.resolve("noisy.yaml"), NOISY);
    CommandRun longer = sweep("out", with(words, "--resume", "--duration", "50 ms"));
    assertEquals(2, longer.exitCode());
    assertTrue(longer.err().contains("what differs: the duration"), longer.err());
    assertEquals(before, table("out"));
  }

  @Test
  void shouldListAFailedPointAndRunTheOthers() throws Exception {
    CommandRun run = sweep("out", noisy, "--over", "d=1 ms,0.05 ms,2 ms", "--measure", "rate(n)");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("1 of 3 runs failed:\n  d = 0.05 ms, seed 1: "), run.err());
    List<String> lines = table("out").lines().toList();
    assertEquals(4, lines.size());
    assertTrue(lines.get(2).startsWith("0.05,1,,,,"), lines.get(2));
    assertTrue(
        lines.get(2).contains("inputs.drive.delay: found 'd' = 0.05 ms; expected at least 0.1 ms"),
        lines.get(2));
    assertTrue(lines.get(3).matches("2,1,[0-9.]+,true,(true|false),"), lines.get(3));
    CommandRun again =
        sweep("out", noisy, "--over", "d=1 ms,0.05 ms,2 ms", "--measure", "rate(n)", "--resume");
    assertTrue(again.err().contains("1 run to go"), again.err());
    assertEquals(1, again.exitCode());
  }

  @Test
  void shouldListAPointThatDiverges() throws Exception {
    String text =
        """
        scenario: fast
        time: {step: 0.1 ms, duration: 20 ms}
        parameters: {I: 100 pA}
        neurons: {n: {size: 1, model: aeif_cond_exp, I_e: I}}
        """;
    String file = Files.writeString(folder.resolve("fast.yaml"), text).toString();
    CommandRun run =
        sweep("out", file, "--over", "I=100 pA,1e12 pA,200 pA", "--measure", "rate(n)");
    assertEquals(1, run.exitCode());
    assertTrue(
        run.err().contains("1 of 3 runs failed:\n  I = 1e12 pA, seed 1: neurons.n[0]: "),
        run.err());
    assertEquals(4, table("out").lines().count());
  }

  @Test
  void shouldListAPointThatDoesNotFitIntoMemory() throws Exception {
    CommandRun run = sweep("out", noisy, "--over", "neurons.n.size=10,2000000000");
    assertEquals(1, run.exitCode());
    assertTrue(table("out").contains("the program may use"), table("out"));
  }

  @Test
  void shouldRefuseWhatIsAMistakeAtEveryPointBeforeAnythingIsRun() {
    for (List<String> words :
        List.of(
            List.of(
                "--over", "ff=1 kHz,2 kHz", "--over ff: unknown parameter 'ff'; did you mean 'f'?"),
            List.of("--over", "d=1 mV,2 mV", "found '1 mV', a voltage; expected a time"),
            List.of("--over", "f=1 kHz:2:1", "expected START, STOP and STEP of one kind"),
            List.of("--seeds", "0", "--seeds 0: expected 1 to"),
            List.of("--jobs", "0", "nothing to sweep over"),
            List.of("--measure", "rate(n)", "nothing to sweep over"))) {
      CommandRun run = sweep("out", noisy, words.get(0), words.get(1));
      assertEquals(2, run.exitCode(), run.err());
      assertTrue(run.err().contains(words.get(2)), run.err());
      assertFalse(Files.exists(folder.resolve("out")), words.get(1));
    }
    CommandRun measure = sweep("out", noisy, "--seeds", "2", "--measure", "rate(m)");
    assertEquals(2, measure.exitCode());
    assertTrue(
        measure.err().contains("--measure 'rate(m)': unknown population 'm'"), measure.err());
    CommandRun jobs = sweep("out", noisy, "--seeds", "2", "--jobs", "3", "--threads", "2");
    assertTrue(jobs.err().contains("--jobs 3: expected 1 to 2"), jobs.err());
    CommandRun both = sweep("out", noisy, "--over", "f=1 kHz,2 kHz", "--set", "f=3 kHz");
    assertTrue(both.err().contains("--set f and --over f: expected one of them"), both.err());
  }

  @Test
  void shouldDrawAMapOverTwoAxesOfManyNumbers() throws Exception {
    CommandRun run =
        sweep(
            "map",
            neuron,
            "--over",
            "I=400 pA:700 pA:100 pA",
            "--over",
            "tau=10 ms:25 ms:5 ms",
            "--measure",
            "isi(n)",
            "--measure",
            "rate(n)");
    assertEquals(0, run.exitCode(), run.err());
    for (String name : List.of("sweep-1.svg", "sweep-2.svg")) {
      String svg = Files.readString(folder.resolve("map").resolve(name), StandardCharsets.UTF_8);
      assertTrue(svg.contains("I [pA]") && svg.contains("tau [ms]"), name);
    }
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }
}
