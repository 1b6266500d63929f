package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When spikes and weights are, and how many, as a user finds them in the files of a result. */
class TimesAndCountsTest {

  @TempDir Path folder;

  private Path run(String name, String scenario, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), scenario);
    Path out = folder.resolve(name);
    List<String> arguments =
        new ArrayList<>(
            List.of("run", file.toString(), "--quiet", "--no-plots", "--out", out.toString()));
    arguments.addAll(List.of(more));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
    return out;
  }

  /** The times of each population's spikes, in order [ms]. */
  private static Map<String, List<Double>> spikes(Path result) throws IOException {
    Map<String, List<Double>> spikes = new TreeMap<>();
    for (String line : Files.readAllLines(result.resolve("spikes.csv"))) {
      String[] cells = line.split(",");
      if (Character.isDigit(cells[0].charAt(0))) {
        spikes
            .computeIfAbsent(cells[1], name -> new ArrayList<>())
            .add(Double.parseDouble(cells[0]));
      }
    }
    return spikes;
  }

  private static final String SEVERAL =
      """
      scenario: several
      time: {step: 0.1 ms, duration: 40 ms}
      neurons:
        twice: {size: 1, model: spike_generator, spike_times: [10 ms, 10 ms]}
        thrice: {size: 1, model: spike_generator, spike_times: [20.02 ms, 20.05 ms, 20.1 ms]}
        parrot: {size: 1, model: parrot_neuron}
        echo: {size: 1, model: parrot_neuron}
      inputs:
        volley: {type: spikes, to: parrot, times: [30 ms, 30 ms], weight: -3, delay: 1 ms}
      synapses:
        - {from: twice, to: parrot, rule: all_to_all, weight: 1, delay: 1 ms}
        - {from: thrice, to: parrot, rule: all_to_all, weight: 0.5, delay: 1 ms}
        - {from: parrot, to: echo, rule: all_to_all, weight: 0, delay: 2 ms}
      """;

  @Test
  void severalSpikesOfOneStepAreSeveral() throws IOException {
    Map<String, List<Double>> spikes = spikes(run("grid", SEVERAL));
    assertEquals(List.of(10.0, 10.0), spikes.get("twice"));
    assertEquals(List.of(20.1, 20.1, 20.1), spikes.get("thrice"));
    assertEquals(List.of(11.0, 11.0, 21.1, 21.1, 21.1, 31.0, 31.0), spikes.get("parrot"));
    assertEquals(List.of(13.0, 13.0, 23.1, 23.1, 23.1, 33.0, 33.0), spikes.get("echo"));
  }

  @Test
  void severalSpikesOfOneMomentAreSeveral() throws IOException {
    Map<String, List<Double>> spikes = spikes(run("event", SEVERAL, "--engine", "event"));
    assertEquals(List.of(10.0, 10.0), spikes.get("twice"));
    assertEquals(List.of(20.02, 20.05, 20.1), spikes.get("thrice"));
    assertEquals(7, spikes.get("parrot").size());
    assertEquals(7, spikes.get("echo").size());
    assertEquals(23.02, spikes.get("echo").get(2), 1e-9);
  }

  /** 20 kHz for 2 s are 40,000 spikes; their number has a standard deviation of 200. */
  @ParameterizedTest
  @ValueSource(strings = {"grid", "event"})
  void aGeneratorSendsAsManySpikesAsItsRateSays(String engine) throws IOException {
    String scenario =
        """
        scenario: many
        time: {step: 0.1 ms, duration: 2 s}
        neurons:
          noise: {size: 1, model: poisson_generator, rate: 20 kHz}
          parrot: {size: 1, model: parrot_neuron}
        synapses:
          - {from: noise, to: parrot, rule: all_to_all, weight: 1, delay: 1 ms}
        """;
    Map<String, List<Double>> spikes = spikes(run(engine, scenario, "--engine", engine));
    int sent = spikes.get("noise").size();
    assertEquals(40_000, sent, 5 * 200);
    double last = spikes.get("noise").stream().filter(time -> time > 1999.0001).count();
    assertEquals(sent - last, spikes.get("parrot").size());
  }

  @Test
  void aSpikeGoesToTheEndOfItsStep() throws IOException {
    String scenario =
        """
        scenario: off
        time: {step: 0.1 ms, duration: 20 ms}
        neurons:
          given: {size: 1, model: spike_generator, spike_times: [0.02 ms, 5.02 ms, 9.63 ms, 9.7 ms, 12.0000000001 ms]}
          parrot: {size: 1, model: parrot_neuron}
        inputs:
          train: {type: spikes, to: parrot, times: [0.02 ms, 5.02 ms, 9.63 ms], weight: 1, delay: 1 ms}
        """;
    Map<String, List<Double>> spikes = spikes(run("off", scenario));
    assertEquals(List.of(0.1, 5.1, 9.7, 9.7, 12.0), spikes.get("given"));
    assertEquals(List.of(1.1, 6.1, 10.7), spikes.get("parrot"));
  }

  @Test
  void timesOffTheGridAreRoundedWhereTheScenarioSaysSo() throws IOException {
    String scenario =
        """
        scenario: rounded
        time: {step: 0.1 ms, duration: 20.04 ms, off_grid: round}
        neurons:
          given: {size: 1, model: spike_generator, spike_times: [5 ms]}
          parrot: {size: 1, model: parrot_neuron}
        synapses:
          - {from: given, to: parrot, rule: all_to_all, weight: 1, delay: 0.26 ms}
        """;
    Path result = run("rounded", scenario);
    assertEquals(List.of(5.3), spikes(result).get("parrot"));
    String resolved = Files.readString(result.resolve("scenario.yaml"));
    assertTrue(resolved.contains("delay: 0.3 ms"), resolved);
    assertTrue(resolved.contains("duration: 20 ms"), resolved);
  }

  /** Two runs of ours: it holds that threads make no difference, not that traces are right. */
  @Test
  void tracesDoNotDependOnThreads() throws IOException {
    String scenario =
        """
        scenario: slices
        time: {step: 0.1 ms, duration: 30 ms}
        neurons:
          c: {size: 8000, model: iaf_psc_exp, I_e: 100 pA, V_m: {distribution: uniform, min: -70 mV, max: -60 mV}}
        inputs:
          noise: {type: poisson, to: "c[0:100]", rate: 1 kHz, weight: 10 pA, delay: 1 ms}
        record: {V_m: "c[7990:8000]"}
        """;
    byte[] one = Files.readAllBytes(run("one", scenario, "--threads", "1").resolve("traces.csv"));
    for (String threads : List.of("2", "3", "5")) {
      Path other = run("with" + threads, scenario, "--threads", threads);
      byte[] traces = Files.readAllBytes(other.resolve("traces.csv"));
      assertEquals(-1, Arrays.mismatch(one, traces), threads + " threads");
    }
  }

  /**
   * The first pair makes the weight W_max · 0.1 · e^(-1/20) < 0; the second presynaptic spike then
   * inhibits: I_syn_in follows, and I_syn_ex stays 0.
   */
  @ParameterizedTest
  @ValueSource(strings = {"grid", "event"})
  void anInhibitorySynapseThatBeginsAtZeroInhibits(String engine) throws IOException {
    String scenario =
        """
        scenario: inhibitory
        time: {step: 0.1 ms, duration: 40 ms}
        neurons:
          pre: {size: 1, model: spike_generator, spike_times: [10 ms, 30 ms]}
          post: {size: 1, model: iaf_psc_exp}
        inputs:
          kick: {type: spikes, to: post, times: [11 ms], weight: 20 nA, delay: 0.1 ms}
        synapses:
          - {name: plastic, from: pre, to: post, rule: all_to_all, weight: 0 pA, delay: 1 ms,
             plasticity: {rule: stdp, W_max: -100 pA, lambda: 0.1, mu_plus: 0, mu_minus: 0, alpha: 0}}
        record: {I_syn_in: post, I_syn_ex: post, weights: {of: plastic, at: [40 ms]}}
        """;
    Path result = run(engine, scenario, "--engine", engine);
    double weight = 0;
    for (double post : spikes(result).get("post")) {
      weight -= post < 29 ? 10 * Math.exp(-(post + 1 - 10) / 20) : 0;
    }
    assertTrue(weight < -5, "the neuron fires");
    List<String> weights = Files.readAllLines(result.resolve("weights.csv"));
    assertEquals(weight, last(weights.get(weights.size() - 1)), 1e-9);
    List<String> traces = Files.readAllLines(result.resolve("traces.csv"));
    assertEquals(weight, at31(traces, "I_syn_in"), 1e-9);
    assertEquals(20_000 * Math.exp(-(31 - 11.1) / 2), at31(traces, "I_syn_ex"), 1e-6);
  }

  private static double at31(List<String> traces, String variable) {
    return traces.stream()
        .filter(line -> line.startsWith("31,post,0," + variable + ","))
        .mapToDouble(TimesAndCountsTest::last)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatCannotBeIsRefusedWithItsPlace() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("refused.yaml"),
            """
            scenario: refused
            time: {step: 0.1 ms, duration: 40 ms}
            neurons:
              pre: {size: 1, model: spike_generator, spike_times: [10 ms, 30 ms]}
              post: {size: 1, model: iaf_psc_exp}
            synapses:
              - {name: p, from: pre, to: post, rule: all_to_all, weight: 1 pA, delay: 1 ms,
                 plasticity: {rule: stdp, W_max: 100 pA, dendritic_delay: 1.5 ms}}
            record: {V_m: post, interval: 1 ms}
            expect: ["V_m(post[0], 5.5 ms) < 0 mV", "V_m(post[0], 5 ms) < 0 mV"]
            """);
    CommandRun run = CommandRun.of("validate", file.toString());
    assertEquals(2, run.exitCode());
    assertTrue(
        run.err().contains("a dendritic delay of 1.5 ms, longer than the delay of 1 ms"),
        run.err());
    file =
        Files.writeString(
            folder.resolve("sample.yaml"), Files.readString(file).replace("1.5 ms", "0.5 ms"));
    CommandRun sample = CommandRun.of("validate", file.toString());
    assertTrue(
        sample.err().contains("is not sampled")
            && sample.err().contains("the nearest are 5 ms and 6 ms"),
        sample.err());
  }

  private static double last(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
  }
}
