package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verbs make of synapses with third neurons. */
class ThirdFactorVerbsTest {

  private static final String SCENARIO =
      """
      scenario: tripartite
      seed: 3
      time: {step: 1 ms, duration: 400 ms}
      neurons:
        source: {size: 40, model: spike_generator, spike_times: {start: 4 ms, interval: 200 ms, count: 2, stagger: 4 ms}}
        glia: {size: 30, model: parrot_neuron}
        target: {size: 50, model: iaf_psc_delta, tau_m: 20 ms}
      synapses:
        - {from: source, to: target, rule: fixed_indegree, indegree: 9, weight: 4 mV, delay: 1 ms,
           third_factor: {through: "glia[5:25]", probability: 0.4, pool_size: 3,
             in: {weight: 1, delay: 1 ms}, out: {weight: 16 mV, delay: 2 ms}}}
      record: {spikes: all}
      """;

  @TempDir Path folder;

  private String scenario() throws IOException {
    return Files.writeString(folder.resolve("t.yaml"), SCENARIO).toString();
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private static String done(String... arguments) {
    CommandRun run = CommandRun.of(arguments);
    assertEquals(ExitCode.OK, run.exitCode(), run.out() + run.err());
    return run.out();
  }

  @Test
  void showsBothSidesWithWhatIsToBeExpected() throws IOException {
    String shown = done("show", scenario()).replaceAll(" +", " ");
    assertTrue(shown.contains("source[0:40] → target[0:50] fixed_indegree 450 9.00"), shown);
    assertTrue(
        shown.contains("source[0:40] → glia[5:25] fixed_indegree, third_in 180 9.00"), shown);
    assertTrue(
        shown.contains("glia[5:25] → target[0:50] fixed_indegree, third_out 180 3.60"), shown);
  }

  @Test
  void tellsOfASpikeThatTheThirdNeuronMade() throws IOException {
    done("run", scenario(), "--out", out("run"), "-q", "--no-plots");
    String spike =
        Files.readAllLines(folder.resolve("run/spikes.csv")).stream()
            .filter(line -> line.contains(",target,"))
            .findFirst()
            .orElseThrow();
    String[] cells = spike.split(",");
    String told =
        done("why", scenario(), "--spike", "target[" + cells[2] + "] @ " + cells[0] + " ms");
    assertTrue(told.contains("source->target.third_out"), told);
    done("report", out("run"), "--out", out("page.html"));
    String page = Files.readString(folder.resolve("page.html"));
    assertTrue(page.contains("source → glia: ≈"), "the diagram has both");
    assertTrue(page.contains("glia → target: ≈"), "the diagram has both");
  }

  /**
   * Sources and third neurons run on the host, which has no primary synapses, since these lie on
   * the chip. Weights are exact there, and the membrane is all but the same.
   */
  @Test
  void firesTheSameSpikesOnAChip() throws IOException {
    done("run", scenario(), "--out", out("run"), "-q", "--no-plots");
    done("export", scenario(), "--out", out("chip"), "-q");
    done("emulate", out("chip"), "--out", out("emulated"), "-q");
    String compared = done("compare", out("run"), out("emulated"));
    assertTrue(compared.contains("identical: every spike"), compared);
  }
}
