package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.io.StoredResult;
import org.hillock.plot.PlotData;
import org.hillock.record.ModulatorTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What modulators leave behind, from the scenario file to the results. */
class ModulatorScenarioTest {

  private static final String SCENARIO =
      """
      scenario: rewarded
      time: {step: 0.1 ms, duration: 100 ms}
      neurons:
        cells: {size: 2, model: spike_generator, spike_times: [5 ms, 40 ms]}
        dopamine: {size: 1, model: spike_generator, spike_times: [10 ms, 30 ms]}
      synapses:
        - name: learning
          from: cells
          to: cells
          rule: all_to_all
          weight: 1
          delay: 1 ms
          plasticity: {rule: r_stdp, tau_r: 50 ms, tau_mean: 500 ms, modulator_delay: 2 ms}
          modulator: dopamine
      record: {modulators: {of: learning, every: 4 ms}}
      plots: [modulators]
      expect: [CLAIMS]
      """;

  @TempDir Path folder;

  private CommandRun run(String claims) throws IOException {
    Path file =
        Files.writeString(folder.resolve("rewarded.yaml"), SCENARIO.replace("CLAIMS", claims));
    return CommandRun.of("run", file.toString(), "--out", folder.resolve("out").toString());
  }

  private static double closedForm(double time, double tau) {
    double sum = 0;
    for (double reached : new double[] {12, 32}) {
      sum += time < reached - 1e-9 ? 0 : Math.exp((reached - time) / tau) / tau;
    }
    return sum;
  }

  @Test
  void writesWhatModulatorsLeaveBehindAndDrawsItAgain() throws IOException {
    CommandRun run = run("");
    assertEquals(0, run.exitCode(), run.out() + run.err());
    Path out = folder.resolve("out");
    List<String> lines = Files.readAllLines(out.resolve("modulators.csv"));
    assertEquals("time_ms,projection,trace,value_per_ms", lines.get(0));
    assertEquals(1 + 2 * 26, lines.size());
    assertEquals("12,learning,r,0.02", lines.get(4), "the spike that reaches synapses then");

    assertTrue(
        Files.readString(out.resolve("scenario.yaml"))
            .contains("modulators: {of: [\"learning\"], every: 4 ms}"),
        "as an interval, not as a list");

    PlotData stored = StoredResult.open(out).plotData();
    ModulatorTable table = stored.details().modulators().get(0);
    assertEquals(List.of("r", "r_mean"), table.traces());
    for (int i = 0; i < table.times().length; i++) {
      assertEquals(4.0 * i, table.times()[i], 1e-9);
      assertEquals(closedForm(4.0 * i, 50), table.values()[0][i], 1e-14);
      assertEquals(closedForm(4.0 * i, 500), table.values()[1][i], 1e-14);
    }
    double[] part = stored.between(10, 21).details().modulators().get(0).times();
    assertArrayEquals(new double[] {12, 16, 20}, part, 1e-9);
    String picture = Files.readString(out.resolve("modulators.svg"));
    assertTrue(picture.contains("r, r_mean [1/ms]"), "the axis");
    CommandRun plot = CommandRun.of("plot", out.toString(), "--plots", "modulators");
    assertEquals(0, plot.exitCode(), plot.err());
  }

  @Test
  void answersClaimsOfItAtSamples() throws IOException {
    CommandRun right =
        run(
            "\"modulator(learning, r, 12 ms) == 0.02\", \"modulator(learning, r_mean, 8 ms) == 0\"");
    assertEquals(0, right.exitCode(), right.out() + right.err());
  }

  @Test
  void refusesClaimsOfWhatIsNotKnown() throws IOException {
    assertRefused(
        "modulator(learning, r, 13 ms)",
        "the time 13 ms, at which the modulator of learning is not sampled");
    assertRefused("modulator(learning, n, 12 ms)", "unknown trace 'n' in");
    assertRefused("modulator(learning, r)", "expected modulator(projection, trace, time)");
  }

  private void assertRefused(String measure, String why) throws IOException {
    CommandRun run = run("\"" + measure + " > 0\"");
    assertEquals(2, run.exitCode(), run.out() + run.err());
    assertTrue(run.err().contains(why), run.err());
  }
}
