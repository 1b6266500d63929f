package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;
import org.hillock.scenario.Phase;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.claim.Expectation;
import org.hillock.scenario.claim.Findings;
import org.hillock.scenario.claim.Verdict;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.write.ResolvedYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that go through phases with values of their own. */
class ProtocolTest {

  private static Scenario load(Engine engine, int threads, String text) throws ScenarioException {
    return ScenarioLoader.load(
        new ScenarioSource("x.yaml", text, null),
        Map.of(),
        new Overrides(null, null, threads, engine));
  }

  private static RunResult run(Scenario scenario) throws Exception {
    return EngineRuns.result(scenario, ChipChoice.STANDARD, RunListener.NONE, note -> {});
  }

  private static RunResult run(Engine engine, String text) throws Exception {
    return run(load(engine, 2, text));
  }

  /** Of a membrane under a current that changes, V = V_oo + (V_0 - V_oo) exp(-t / tau_m). */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void followTheClosedFormWhereACurrentOrAParameterChanges(Engine engine) throws Exception {
    RunResult result =
        run(
            engine,
            """
            scenario: x
            time: {step: 0.1 ms, warmup: 5 ms}
            parameters: {I: 100 pA, more: 0 pA}
            neurons:
              cell: {size: 2, model: iaf_psc_exp, tau_m: 10 ms, C_m: 250 pF, E_L: -70 mV, I_e: I, V_m: -70 mV}
            inputs:
              step: {type: current, to: cell, amplitude: more}
            protocol:
              - {phase: one, duration: 15 ms}
              - {phase: two, duration: 20 ms, set: {I: 250 pA}}
              - {phase: three, duration: 12.5 ms, set: {more: 50 pA}}
              - {phase: four, duration: 7.5 ms, set: {neurons.cell.tau_m: 20 ms, I: 0 pA}}
            record: {V_m: "cell[0:2]", interval: 0.5 ms}
            """);
    double[] ends = {20, 40, 52.5, 60};
    // V_oo = E_L + tau_m / C_m (I_e + I), in mV
    double[] goals = {-70 + 4, -70 + 10, -70 + 6, -70};
    double[] taus = {10, 10, 10, 20};
    TraceTable table = result.traces().get(0);
    assertEquals(110, table.times().length);
    double v = -70;
    double time = 0;
    int phase = 0;
    for (int i = 0; i < table.times().length; i++) {
      assertEquals(5 + 0.5 * (i + 1), table.times()[i], 1e-9);
      while (time < table.times()[i] - 1e-9) {
        double next = Math.min(ends[phase], table.times()[i]);
        v = goals[phase] + (v - goals[phase]) * Math.exp((time - next) / taus[phase]);
        time = next;
        phase += Math.abs(time - ends[phase]) < 1e-9 && phase < 3 ? 1 : 0;
      }
      assertEquals(v, table.values()[0][1][i], 1e-9, "at " + table.times()[i]);
    }
  }

  /** After each trial, V = V_oo + (V_0 - V_oo) exp(-t / tau_m) from the beginning again. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void resetStateVariablesWherePhasesSaySo(Engine engine) throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms, warmup: 5 ms}
        neurons:
          cell: {size: 2, model: iaf_psc_exp, tau_m: 10 ms, C_m: 250 pF, E_L: -70 mV, I_e: 250 pA, V_m: [-70 mV, -65 mV], V_th: 0 mV}
          other: {size: 1, like: cell, V_m: -75 mV}
          adaptive: {size: 1, model: aeif_cond_exp, V_m: -68 mV, w: 20 pA, V_peak: 0 mV}
        protocol:
          - {phase: first, duration: 10 ms}
          - {phase: again, duration: 10 ms, repeat: 2, reset: [cell, adaptive]}
          - {phase: on, duration: 10 ms}
          - {phase: all, duration: 10 ms, reset: all}
        record: {V_m: [cell, other, adaptive], w: adaptive, interval: 0.5 ms}
        """;
    RunResult result = run(engine, text);
    double[] begins = {0, 15, 25, 25, 45};
    for (TraceTable table : result.traces()) {
      for (int i = 0; i < table.times().length; i++) {
        int phase = Math.min(4, (int) ((table.times()[i] - 5 - 1e-9) / 10));
        double since = table.times()[i] - begins[phase];
        if (table.population().equals("cell")) {
          for (int neuron = 0; neuron < 2; neuron++) {
            double v0 = neuron == 0 ? -70 : -65;
            assertEquals(
                -60 + (v0 + 60) * Math.exp(-since / 10),
                table.values()[0][neuron][i],
                1e-9,
                "at " + table.times()[i]);
          }
        } else if (table.population().equals("other")) {
          double age = table.times()[i] > 45 + 1e-9 ? table.times()[i] - 45 : table.times()[i];
          assertEquals(-60 - 15 * Math.exp(-age / 10), table.values()[0][0][i], 1e-9);
        } else if (phase > 0 && since <= 10) {
          // As it was so long after the beginning of the run, as far as that was not reset.
          int variable = 0;
          int before = (int) Math.round((since - 5) / 0.5) - 1;
          if (before >= 0) {
            assertEquals(
                table.values()[variable][0][before],
                table.values()[variable][0][i],
                1e-6,
                table.variables() + " at " + table.times()[i]);
          }
        }
      }
    }
    Scenario scenario = load(engine, 2, text);
    String written = ResolvedYaml.of(scenario);
    assertTrue(written.contains("reset: [cell, adaptive]"), written);
    assertSame(run(scenario), run(load(engine, 2, written)));
  }

  /**
   * A pair of spikes that reach the synapse t ms one after the other changes w / W_max by lambda (1
   * - w / W_max) exp(-t / tau_plus) (Morrison et al. 2008); a second later nothing is left of it
   * but that.
   */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void resetWeightsWherePhasesSaySo(Engine engine) throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms}
        neurons:
          pre: {size: 2, model: spike_generator, spike_times: [[500 ms, 1500 ms, 2500 ms], [501 ms, 1501 ms, 2501 ms]]}
          teacher: {size: 1, model: spike_generator, spike_times: [[506 ms, 1506 ms, 2506 ms]]}
          cell: {size: 1, model: iaf_psc_delta, E_L: -70 mV, V_reset: -70 mV, V_th: -55 mV}
        synapses:
          - {from: teacher, to: cell, rule: all_to_all, weight: 100 mV, delay: 1 ms}
          - {name: learns, from: pre, to: cell, rule: all_to_all, weight: 1 mV, delay: 1 ms, plasticity: {rule: stdp, tau_plus: 20 ms, lambda: 0.1, mu_plus: 1, mu_minus: 1, W_max: 4 mV}}
          - {name: keeps, from: pre, to: cell, rule: all_to_all, weight: 1 mV, delay: 1 ms, plasticity: {rule: stdp, tau_plus: 20 ms, lambda: 0.1, mu_plus: 1, mu_minus: 1, W_max: 4 mV}}
        protocol:
          - {phase: first, duration: 1 s}
          - {phase: again, duration: 1 s, reset: RESET}
          - {phase: last, duration: 1 s}
        record: {weights: {of: [learns, keeps], every: 1 s}}
        """;
    RunResult some = run(engine, text.replace("RESET", "learns"));
    RunResult all = run(engine, text.replace("RESET", "weights"));
    for (int pre = 0; pre < 2; pre++) {
      double pair = 0.1 * Math.exp(-(8 - pre) / 20.0);
      double once = 0.25 + 0.75 * pair;
      double twice = once + (1 - once) * pair;
      double thrice = twice + (1 - twice) * pair;
      double[] anew = {1, 4 * once, 4 * once, 4 * twice};
      double[] on = {1, 4 * once, 4 * twice, 4 * thrice};
      for (int time = 1; time <= 3; time++) {
        assertEquals(anew[time], weight(some, 0, time, pre), 1e-9);
        assertEquals(on[time], weight(some, 1, time, pre), 1e-9);
        assertEquals(anew[time], weight(all, 0, time, pre), 1e-9);
        assertEquals(anew[time], weight(all, 1, time, pre), 1e-9);
      }
    }
    String written = ResolvedYaml.of(load(engine, 2, text.replace("RESET", "learns")));
    assertTrue(written.contains("reset: [learns]"), written);
  }

  private static double weight(RunResult result, int projection, double seconds, int synapse) {
    WeightTable table = result.weights().get(projection);
    int at = 0;
    while (table.times()[at] < seconds * 1000 - 1e-6) {
      at++;
    }
    return table.weights()[at][synapse];
  }

  /** What happens is the same; of phases that are not recorded nothing is kept but counts. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void keepNothingOfPhasesThatAreNotRecorded(Engine engine) throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms}
        neurons:
          gen: {size: 20, model: poisson_generator, rate: 80 Hz}
          exc: {size: 5, model: iaf_psc_exp, V_th: -65 mV}
        synapses:
          - {name: in, from: gen, to: exc, rule: all_to_all, weight: 60 pA, delay: 1 ms, plasticity: {rule: stdp, W_max: 200 pA, lambda: 0.05}}
        protocol:
          - {phase: before, duration: 100 ms}
          - {phase: train, duration: 300 ms, record: RECORD}
          - {phase: test, duration: 100 ms}
        record: {spikes: all, V_m: exc, interval: 1 ms, weights: {of: in, at: [0 ms]}, rates: {of: exc, bin: 10 ms}}
        expect: ["rate(exc, test) > 0 Hz"]
        """;
    RunResult all = run(engine, text.replace("RECORD", "true"));
    RunResult some = run(engine, text.replace("RECORD", "false"));
    assertArrayEquals(all.spikeCounts(), some.spikeCounts());
    for (int i = 0; i < all.spikes().size(); i++) {
      double[] kept =
          Arrays.stream(all.spikes().get(i).times())
              .filter(time -> time <= 100 + 1e-6 || time > 400 + 1e-6)
              .toArray();
      assertArrayEquals(kept, some.spikes().get(i).times());
    }
    assertEquals(500, all.traces().get(0).times().length);
    assertEquals(200, some.traces().get(0).times().length);
    assertArrayEquals(all.rates().get(0).counts(), some.rates().get(0).counts());
    WeightTable whole = all.weights().get(0);
    WeightTable part = some.weights().get(0);
    assertArrayEquals(whole.times(), part.times());
    assertArrayEquals(
        whole.weights()[whole.times().length - 1], part.weights()[part.times().length - 1]);
    for (String asked :
        List.of(
            "rate(exc, train)",
            "rate(exc, 50 ms, 200 ms)",
            "cv(exc, train)",
            "1 + 0 * V_m(exc[0], 200 ms) / 1 mV")) {
      String wrong =
          text.replace("RECORD", "false").replace("rate(exc, test) > 0 Hz", asked + " == 1");
      String message =
          assertThrows(ScenarioException.class, () -> load(engine, 1, wrong)).getMessage();
      assertTrue(
          message.contains("a phase from 100 ms to 400 ms, of which nothing is recorded"), message);
    }
    Scenario scenario = load(engine, 2, text.replace("RECORD", "false"));
    assertSame(some, run(load(engine, 2, ResolvedYaml.of(scenario))));
  }

  private static void assertHolds(Scenario scenario) throws Exception {
    Findings findings = Findings.of(run(scenario));
    for (Expectation claim : scenario.expectations()) {
      Verdict verdict = claim.check(findings, scenario.network(), scenario.settings());
      assertTrue(verdict.passed(), verdict.text() + ": " + verdict.valueText());
    }
  }

  private static void assertSame(RunResult one, RunResult other) {
    for (int i = 0; i < one.spikes().size(); i++) {
      assertArrayEquals(one.spikes().get(i).times(), other.spikes().get(i).times());
      assertArrayEquals(one.spikes().get(i).neurons(), other.spikes().get(i).neurons());
    }
  }

  private static final String LEARNS =
      """
      scenario: x
      time: {TIME}
      neurons:
        pre: {size: 20, model: spike_generator, spike_times: {start: 3 ms, interval: 7 ms, count: 60}}
        exc: {size: 30, model: iaf_psc_exp, I_e: 300 pA, V_m: {distribution: uniform, min: -70 mV, max: -56 mV}}
      synapses:
        - {name: learns, from: pre, to: exc, rule: pairwise_bernoulli, probability: 0.5, weight: 60 pA, delay: 1.5 ms, plasticity: {rule: stdp, W_max: 120 pA}}
        - {from: exc, to: exc, rule: fixed_indegree, indegree: 5, weight: 20 pA, delay: 2.5 ms}
      PROTOCOL
      record: {spikes: all, V_m: "exc[0:3]", interval: 1 ms, weights: {of: learns, every: 100 ms}, rates: {bin: 10 ms}}
      """;

  private static String whole() {
    return LEARNS
        .replace("TIME", "step: 0.1 ms, warmup: 20 ms, duration: 300 ms")
        .replace("PROTOCOL\n", "");
  }

  private static String parts() {
    return LEARNS
        .replace("TIME", "step: 0.1 ms, warmup: 20 ms")
        .replace(
            "PROTOCOL",
            "protocol: [{phase: a, duration: 110 ms}, {phase: b, duration: 60 ms, repeat: 2},"
                + " {phase: a, duration: 70 ms}]");
  }

  @Test
  void areOneRunWhereNothingChanges() throws Exception {
    RunResult whole = run(Engine.grid, whole());
    RunResult parts = run(Engine.grid, parts());
    assertTrue(whole.spikes().get(1).size() > 300);
    assertSame(whole, parts);
    for (int n = 0; n < 3; n++) {
      assertArrayEquals(whole.traces().get(0).values()[0][n], parts.traces().get(0).values()[0][n]);
    }
    WeightTable end = whole.weights().get(0);
    WeightTable last = parts.weights().get(0);
    // Those of the end of each phase, too.
    assertArrayEquals(new double[] {20, 120, 130, 190, 220, 250, 320}, last.times());
    assertArrayEquals(
        end.weights()[end.weights().length - 1], last.weights()[last.weights().length - 1]);
    assertArrayEquals(whole.rates().get(1).counts(), parts.rates().get(1).counts());
    assertEquals(whole.spikeCounts()[1], parts.spikeCounts()[1]);
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void stopInTheWarmUpWhereTheyAreTold(Engine engine) throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms, warmup: 100 s}
        neurons:
          exc: {size: 10, model: iaf_psc_exp, I_e: 500 pA}
        synapses:
          - {from: exc, to: exc, rule: all_to_all, weight: 1 pA, delay: 1 ms}
        protocol: [{phase: a, duration: 1 s, reset: all}, {phase: b, duration: 1 s}]
        record: {spikes: all}
        """;
    List<RunListener.Phase> told = new ArrayList<>();
    RunListener impatient =
        new RunListener() {
          private int asked;

          @Override
          public void progress(RunListener.Phase phase, double done) {
            told.add(phase);
            assertTrue(done >= 0 && done <= 1);
          }

          @Override
          public boolean stopRequested() {
            return ++asked > 20;
          }
        };
    RunResult result =
        EngineRuns.result(load(engine, 1, text), ChipChoice.STANDARD, impatient, note -> {});
    assertTrue(result.partial());
    assertTrue(result.endTime() > 10 && result.endTime() < 100_000, "" + result.endTime());
    assertEquals(0, result.spikes().get(0).size());
    assertFalse(told.contains(RunListener.Phase.SIMULATE));
  }

  /** Synapses that are not there do what synapses of weight 0 do, the fastest ones too. */
  @ParameterizedTest
  @CsvSource({"grid, 1", "grid, 0", "event, 1", "event, 0"})
  void mayBeWithoutTheSynapsesOfTheShortestDelay(Engine engine, int there) throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms, warmup: 20 ms}
        neurons:
          exc: {size: 40, model: iaf_psc_exp}
        inputs:
          noise: {type: poisson, to: exc, rate: 8 kHz, weight: 60 pA}
        synapses:
          - {name: fast, from: exc, to: exc, rule: pairwise_bernoulli, probability: FIRST, weight: 60 pA, delay: 0.7 ms}
          - {from: exc, to: exc, rule: fixed_indegree, indegree: 5, weight: 20 pA, delay: 2.5 ms}
        protocol:
          - {phase: usual, duration: 60 ms}
          - {phase: other, duration: 60 ms, set: {synapses.fast.KEY}}
          - {phase: usual, duration: 60 ms}
        record: {spikes: all}
        """;
    String none = text.replace("FIRST", there == 1 ? "0.2" : "0.2, lesion: 100%");
    String cut = there == 1 ? "lesion: 100%" : "lesion: 0";
    String gone = there == 1 ? "probability: 0" : "probability: 0.2";
    RunResult weightless = run(engine, none.replace("KEY", cut));
    RunResult without =
        run(engine, text.replace("FIRST", there == 1 ? "0.2" : "0").replace("KEY", gone));
    assertTrue(weightless.spikes().get(0).size() > 100);
    assertSameButForRounding(weightless.spikes().get(0), without.spikes().get(0));
  }

  /** Windows are cut elsewhere, and neurons moved between events: the same but for rounding. */
  @Test
  void areOneRunInContinuousTimeButForRounding() throws Exception {
    RunResult whole = run(Engine.event, whole());
    RunResult parts = run(Engine.event, parts());
    assertSameButForRounding(whole.spikes().get(1), parts.spikes().get(1));
  }

  private static void assertSameButForRounding(SpikeList expected, SpikeList found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.neurons()[i], found.neurons()[i]);
      assertEquals(expected.times()[i], found.times()[i], 1e-9);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void giveTheSameWhateverTheThreads(Engine engine) throws Exception {
    RunResult one = run(load(engine, 1, parts()));
    RunResult three = run(load(engine, 3, parts()));
    assertSame(one, three);
  }

  /** Five standard errors of Poisson counts, in inputs and in neurons that fire at random. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void fireAtTheRateOfEachPhase(Engine engine) throws Exception {
    Scenario scenario =
        load(
            engine,
            2,
            """
            scenario: x
            seed: 3
            time: {step: 0.1 ms}
            parameters: {r: 0 Hz}
            neurons:
              heard: {size: 200, model: parrot_neuron}
              fires: {size: 200, model: poisson_generator, rate: r}
            inputs:
              drive: {type: poisson, rate: r, to: heard, weight: 1}
            protocol:
              - {phase: silent, duration: 100 ms}
              - trials:
                  - {phase: slow, duration: 200 ms, set: {r: 2 Hz}}
                  - {phase: fast, duration: 50 ms, set: {r: 80 Hz}}
                repeat: 6
                order: shuffled
              - {phase: silent, duration: 100 ms}
            expect:
              - "spikes(heard, silent) == 0"
              - "spikes(fires, silent) == 0"
              - "spikes(heard, slow) within 109 of 480"
              - "spikes(fires, slow) within 109 of 480"
              - "spikes(heard, fast) within 346 of 4800"
              - "spikes(fires, fast) within 346 of 4800"
              - "rate(fires, fast[3]) within 15 Hz of 80 Hz"
            """);
    assertHolds(scenario);
    List<String> names = scenario.phases().stream().map(Phase::name).toList();
    List<String> firsts = new ArrayList<>();
    for (int trial = 0; trial < 6; trial++) {
      assertNotEquals(names.get(1 + 2 * trial), names.get(2 + 2 * trial));
      firsts.add(names.get(1 + 2 * trial));
    }
    assertEquals(Set.of("slow", "fast"), Set.copyOf(firsts), "not shuffled");
    assertEquals(1400, scenario.phases().get(13).end() - 300, 1e-9);
  }

  /**
   * Without amplitude the rate is the mean; a crest has 2/pi of the amplitude more, a trough as
   * much less. All within five standard errors.
   */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void changeTheLawByWhichSendersFire(Engine engine) throws Exception {
    Scenario scenario =
        load(
            engine,
            2,
            """
            scenario: x
            seed: 3
            time: {step: 0.1 ms}
            parameters: {a: 0 Hz, p: 0, dead: 0 ms}
            neurons:
              sine: {size: 200, model: sinusoidal_poisson_generator, rate: 50 Hz, amplitude: a, frequency: 5 Hz}
              gam: {size: 200, model: sinusoidal_gamma_generator, rate: 50 Hz, amplitude: a, frequency: 5 Hz, order: 4}
              mip: {size: 200, model: mip_generator, rate: 100 Hz, p_copy: p}
              gaps: {size: 200, model: poisson_generator, rate: 50 Hz, dead_time: dead}
            protocol:
              - {phase: flat, duration: 400 ms}
              - {phase: crest, duration: 100 ms, set: {a: 50 Hz, p: 1, dead: 19 ms}}
              - {phase: trough, duration: 100 ms, set: {a: 50 Hz, p: 0.5, dead: 19 ms}}
            expect:
              - "spikes(sine, flat) within 316 of 4000"
              - "spikes(sine, crest) within 202 of 1000 + 2000 / pi"
              - "spikes(sine, trough) within 95 of 1000 - 2000 / pi"
              - "spikes(gam, crest) within 202 of 1000 + 2000 / pi"
              - "spikes(gam, trough) within 95 of 1000 - 2000 / pi"
              - "spikes(mip, flat) == 0"
              - "spikes(mip, crest) > 0"
              - "spikes(gaps, flat) within 316 of 4000"
              - "spikes(gaps, trough) within 158 of 1000"
            """);
    assertHolds(scenario);
  }

  /**
   * Without any event the state is sampled, too, and who is above a new threshold fires at once,
   * and again after t_ref + tau_m ln(15 / 8) = 8.3 ms.
   */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void recordWhatHappensWithoutInput(Engine engine) throws Exception {
    Scenario scenario =
        load(
            engine,
            1,
            """
            scenario: x
            time: {step: 0.1 ms}
            parameters: {V: -50 mV}
            neurons:
              quiet: {size: 2, model: iaf_psc_delta, tau_m: 10 ms, V_m: -65 mV}
              low: {size: 3, model: iaf_psc_exp, E_L: -60 mV, V_m: -60 mV, V_th: V, V_reset: -75 mV}
              hears: {size: 3, model: iaf_psc_delta}
            synapses:
              - {from: low, to: hears, rule: one_to_one, weight: 1 mV, delay: 1 ms}
            protocol: [{phase: p, duration: 10 ms}, {phase: q, duration: 10 ms, set: {V: -68 mV}}]
            record: {spikes: all, V_m: [quiet, hears], interval: 1 ms}
            expect:
              - "V_m(quiet[1], 10 ms) within 1e-6 mV of -70 mV + 5 mV * exp(-1)"
              - "V_m(quiet[1], 15 ms) within 1e-6 mV of -70 mV + 5 mV * exp(-1.5)"
              - "mean(V_m, quiet[0], q) between -70 mV and -67 mV"
              - "spikes(low, p) == 0"
              - "spikes(low, q) == 6"
              - "maximum(V_m, hears[2], q) between -69 mV and -68.5 mV"
            """);
    assertHolds(scenario);
  }

  /** Spikes at 2, 6, 10, ... ms in neurons that copy them a millisecond later. */
  @Test
  void areMeasuredTrialByTrial() throws Exception {
    Scenario scenario =
        load(
            Engine.event,
            1,
            """
            scenario: x
            time: {}
            neurons:
              sends: {size: 1, model: spike_generator, spike_times: {start: 2 ms, interval: 4 ms, count: 60}}
              hears: {size: 2, model: parrot_neuron}
            synapses:
              - {from: sends, to: hears, rule: all_to_all, weight: 1, delay: 1 ms}
            protocol:
              - trials: [{phase: a, duration: 40 ms}, {phase: c, duration: 10 ms}]
                repeat: 4
            expect:
              - "isi(hears, a) within 1e-9 ms of 4 ms"
              - "cv(hears, a) within 1e-9 of 0"
              - "first_spike(sends, a) within 1e-9 ms of 3 ms"
              - "first_spike(hears, a[1]) within 1e-9 ms of 1 ms"
              - "spikes(hears, a[0]) == 20"
              - "rate(hears, a) within 1e-9 Hz of 250 Hz"
              - "cv2(hears, a) within 1e-9 of 0"
              - "lv(hears) within 1e-9 of 0"
              - "fano_factor(hears, a) == 0"
              - "fano_factor(hears, c) within 1e-9 of 0.1"
              - "fano_factor(hears, 10 ms) within 1e-9 of 0.1"
              - "synchrony(hears, 4 ms, a) within 1e-9 of 0"
              - "correlation(hears, 2 ms, c) within 1e-9 of 1"
            """);
    assertHolds(scenario);
  }

  /** Windows would be as short as what their times have in common. */
  @Test
  void haveTimesInCommonWhereTimeIsContinuous() throws Exception {
    String text =
        """
        scenario: x
        time: {}
        neurons: {a: {size: 1, model: parrot_neuron}}
        protocol: [{phase: a, duration: 100 ms / 3}, {phase: b, duration: 50 ms}]
        """;
    assertEquals(
        "x.yaml:4:11: protocol: found phases that begin or end at times of which the common divisor"
            + " is 0.000001 ms; expected at least 0.01 ms in continuous time: the end of the"
            + " warm-up and the durations in whole multiples of 0.1 ms, say",
        assertThrows(ScenarioException.class, () -> load(Engine.event, 1, text)).getMessage());
    Scenario scenario = load(Engine.event, 1, text.replace("100 ms / 3", "33.3 ms"));
    assertEquals(0.1, Phase.commonDivisor(scenario.phases()), 1e-12);
    // A third is rounded to nanoseconds, once for all.
    scenario = load(Engine.grid, 1, text.replace("{}", "{off_grid: round, step: 0.1 ms}"));
    assertEquals(83.3, scenario.settings().duration(), 1e-12);
    scenario = load(Engine.event, 1, text.replace("50 ms", "100 ms / 3"));
    assertEquals(33.333333, Phase.commonDivisor(scenario.phases()), 1e-12);
    assertEquals(scenario.settings().duration(), scenario.phases().get(1).end());
  }

  @Test
  void standInTheResolvedScenarioAsTheyWereRun() throws Exception {
    Scenario scenario =
        load(
            Engine.grid,
            1,
            """
            scenario: x
            time: {step: 0.1 ms}
            parameters: {w: 30 pA}
            neurons:
              a: {size: 4, model: poisson_generator, rate: 200 Hz}
              b: {size: 4, model: iaf_psc_exp}
            synapses:
              - {from: a, to: b, rule: all_to_all, weight: w, delay: 1 ms}
            protocol:
              - {phase: usual, duration: 50 ms, repeat: 2}
              - {phase: strong, duration: 100 ms, set: {w: 10 * 90 pA, neurons.a.rate: 300 Hz}}
            """);
    String resolved = ResolvedYaml.of(scenario);
    Scenario again = load(Engine.grid, 1, resolved);
    assertEquals(resolved, ResolvedYaml.of(again));
    assertSame(run(scenario), run(again));
    assertTrue(run(scenario).spikeCounts()[1] > 0);
  }
}
