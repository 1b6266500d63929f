package org.hillock.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.analysis.SpikeTrainIndex;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.record.SpikeList;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.text.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What made a neuron fire, and how much of it. */
class CausesTest {

  private static Scenario load(Engine engine, String text) throws ScenarioException {
    return ScenarioLoader.load(
        new ScenarioSource("x.yaml", text, null), Map.of(), new Overrides(null, null, 2, engine));
  }

  private static Explanation why(Scenario scenario, String population, int neuron, double time) {
    return Causes.of(scenario, population, neuron, time, RunListener.NONE);
  }

  private static double sum(Explanation explanation) {
    return explanation.contributions().stream().mapToDouble(Contribution::potential).sum()
        + explanation.others().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Two spikes into an exponential current: the response in closed form. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void isTheResponseInClosedForm(Engine engine) throws Exception {
    Scenario scenario =
        load(
            engine,
            """
            scenario: x
            time: {step: 0.1 ms, duration: 40 ms}
            neurons:
              a: {size: 2, model: spike_generator, spike_times: [[10 ms], [15 ms]]}
              b: {size: 1, model: iaf_psc_exp, tau_m: 10 ms, tau_syn_ex: 2 ms, tau_syn_in: 2 ms, C_m: 250 pF, E_L: -70 mV, V_m: -69 mV, V_th: -55 mV, I_e: 25 pA}
            synapses:
              - {name: in, from: a, to: b, rule: explicit, edges: [[0, 0, 1800 pA, 1.5 ms], [1, 0, 1700 pA, 1.5 ms]]}
            """);
    RunResult run =
        Engines.build(
                scenario.network(), scenario.settings(), scenario.recording(), RunListener.NONE)
            .run(RunListener.NONE);
    double spike =
        run.spikes().stream()
            .filter(list -> list.population().equals("b"))
            .findFirst()
            .orElseThrow()
            .times()[0];
    assertTrue(spike > 16.5 && spike < 25, "fires at " + spike);
    Explanation explanation = why(scenario, "b", 0, spike);
    assertEquals(spike, explanation.time());
    assertEquals(2, explanation.contributions().size());
    double[] weights = {1800, 1700};
    double[] arrivals = {11.5, 16.5};
    for (int i = 0; i < 2; i++) {
      Contribution one = explanation.contributions().get(i);
      double t = spike - arrivals[i];
      // w / C tau_m tau_s / (tau_m - tau_s) (exp(-t/tau_m) - exp(-t/tau_s))
      double wanted =
          weights[i] / 250 * 10 * 2 / (10.0 - 2) * (Math.exp(-t / 10) - Math.exp(-t / 2));
      assertEquals(wanted, one.potential(), 1e-10);
      assertEquals("a[" + i + "]", one.source());
      assertEquals("in", one.way());
      assertEquals(arrivals[i], one.arrival(), 1e-9);
      assertEquals(arrivals[i] - 1.5, one.sent(), 1e-9);
      assertEquals(weights[i], one.weight());
    }
    assertEquals(
        25.0 / 250 * 10 * (1 - Math.exp(-spike / 10)),
        explanation.others().get("constant current"),
        1e-10);
    assertEquals(Math.exp(-spike / 10), explanation.others().get("values at the beginning"), 1e-10);
    assertEquals(0, explanation.others().get("resets after its spikes"));
    assertTrue(explanation.potential() > 15 - 1e-6, "V is " + explanation.potential());
    assertEquals(15, explanation.threshold().getAsDouble(), 1e-12);
    assertEquals(explanation.potential(), sum(explanation), 1e-12);
  }

  private static String network(String model, String parameters) {
    String weight = model.contains("delta") ? "0.4 mV" : "60 pA";
    String strong = model.contains("delta") ? "2 mV" : "600 pA";
    return """
        scenario: x
        time: {step: 0.1 ms, duration: 300 ms}
        neurons:
          exc: {size: 40, model: MODEL, PARAMETERS}
          inh: {size: 10, like: exc}
        inputs:
          drive: {type: poisson, to: [exc, inh], rate: 2 kHz, weight: WEIGHT RECEPTOR}
          bursts: {type: poisson, to: exc, steps: [[0 ms, 0 Hz], [50 ms, 200 Hz]], weight: STRONG, delay: 1 ms RECEPTOR}
          step: {type: current, to: exc, steps: [[20 ms, 50 pA], [120 ms, -30 pA], [200 ms, 100 pA]]}
          noise: {type: noise, to: exc, mean: 20 pA, sd: 100 pA, interval: 1 ms}
        synapses:
          - {from: exc, to: [exc, inh], rule: fixed_indegree, indegree: 10, weight: WEIGHT, delay: {distribution: uniform, min: 1 ms, max: 3 ms} RECEPTOR}
          - {from: inh, to: [exc, inh], rule: fixed_indegree, indegree: 4, weight: -4 * WEIGHT, delay: 1.5 ms RECEPTOR}
        """
        .replace("MODEL", model)
        .replace("PARAMETERS", parameters)
        .replace("-4 * WEIGHT", "-4 * " + weight)
        .replace("WEIGHT", weight)
        .replace("STRONG", strong)
        .replace("RECEPTOR", model.contains("multisynapse") ? ", receptor: 2" : "");
  }

  /** The account of the sample before the spike is what the engine recorded, to rounding. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iaf_psc_delta | t_ref: 2 ms, V_th: -60 mV",
        "iaf_psc_exp | t_ref: 2 ms, V_th: -60 mV",
        "iaf_psc_alpha | t_ref: 2 ms, V_th: -62 mV",
        "iaf_psc_exp_multisynapse | tau_syn: [2 ms, 5 ms], V_th: -62 mV",
        "iaf_psc_exp_htum | t_ref_abs: 2 ms, t_ref_tot: 3 ms, V_th: -62 mV",
        "mat2_psc_exp | omega: -62 mV",
        "amat2_psc_exp | omega: -62 mV",
        "iaf_psc_alpha_multisynapse | tau_syn: [2 ms, 5 ms], V_th: -64 mV",
        "pp_psc_delta | dead_time: 3 ms"
      })
  void addsUpToThePotential(String model, String parameters) throws Exception {
    String text = network(model.strip(), parameters.strip());
    int explained = 0;
    List<Engine> engines = List.of(Engine.grid, Engine.event);
    for (Engine engine : engines) {
      Scenario scenario = load(engine, text);
      RunResult run =
          Engines.build(
                  scenario.network(), scenario.settings(), scenario.recording(), RunListener.NONE)
              .run(RunListener.NONE);
      for (SpikeList list : run.spikes()) {
        List<Integer> some = new ArrayList<>(List.of(0, list.size() / 2, list.size() - 1));
        for (int i : some) {
          if (list.size() == 0) {
            continue;
          }
          Explanation explanation =
              why(scenario, list.population(), list.neurons()[i], list.times()[i]);
          String where = model + " " + engine + " " + explanation.neuron() + " " + list.times()[i];
          assertEquals(0, explanation.misfit(), 1e-9, where);
          assertEquals(explanation.potential(), sum(explanation), 1e-9, where);
          if (explanation.threshold().isPresent()) {
            assertTrue(
                explanation.potential() > explanation.threshold().getAsDouble() - 1e-8, where);
          }
          explained++;
        }
      }
    }
    assertTrue(explained >= 3 * engines.size(), "only " + explained + " spikes");
  }

  /** With the weight that a synapse had when a spike arrived. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stdp, lambda: 0.1, W_max: 200 pA",
        "stdp, lambda: 0.1, W_max: 200 pA, dendritic_delay: 0.5 ms",
        "stdp_triplet, Aplus: 5 pA, W_max: 200 pA",
        "vogels_sprekeler, eta: 5 pA, W_max: 200 pA",
        "tsodyks, U: 0.3, tau_rec: 100 ms, tau_fac: 20 ms",
        "tsodyks2, U: 0.3, tau_rec: 100 ms",
        "quantal_stp, n: 5"
      })
  void knowsWhatWasLearnt(String rule) throws Exception {
    String text =
        network("iaf_psc_exp", "t_ref: 2 ms, V_th: -62 mV")
            .replace(
                "rule: fixed_indegree, indegree: 10, weight: 60 pA, delay: {distribution: uniform,"
                    + " min: 1 ms, max: 3 ms}",
                "rule: fixed_indegree, indegree: 10, weight: 60 pA, delay: 2 ms, plasticity: {rule: "
                    + rule
                    + "}");
    for (Engine engine : List.of(Engine.grid, Engine.event)) {
      Scenario scenario = load(engine, text);
      RunResult run =
          Engines.build(
                  scenario.network(), scenario.settings(), scenario.recording(), RunListener.NONE)
              .run(RunListener.NONE);
      SpikeList list = run.spikes().get(0);
      int changed = 0;
      for (int i = list.size() - 1; i >= 0; i -= Math.max(1, list.size() / 4)) {
        Explanation explanation = why(scenario, "exc", list.neurons()[i], list.times()[i]);
        assertEquals(0, explanation.misfit(), 1e-9, rule + " " + engine + " " + list.times()[i]);
        changed +=
            (int)
                explanation.contributions().stream()
                    .filter(one -> one.way().startsWith("exc") && one.weight() != 60)
                    .count();
      }
      assertTrue(changed > 0, "no weight has changed");
    }
  }

  /** The second of two spikes of one moment finds the weight that the first has left. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void tellsSpikesOfOneMomentApart(Engine engine) throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.5 ms, duration: 60 ms}
        neurons:
          pre: {size: 3, model: spike_generator, spike_times: [[5 ms], [5 ms], [5 ms, 21 ms, 30 ms, 30 ms]]}
          push: {size: 1, model: spike_generator, spike_times: [[10 ms, 32 ms]]}
          out: {size: 2, model: iaf_psc_exp, V_th: -60 mV}
        synapses:
          - {name: learns, from: "pre[1:3]", to: "out[1]", rule: all_to_all, weight: 60 pA, delay: 1 ms, plasticity: {rule: stdp, W_max: 80 pA, lambda: 0.1, mu_plus: 0, mu_minus: 0, alpha: 1.1}}
          - {name: push, from: push, to: out, rule: all_to_all, weight: 4000 pA, delay: 1 ms}
        record: {spikes: all}
        """;
    Scenario scenario = load(engine, text);
    SpikeList fired =
        Engines.build(
                scenario.network(), scenario.settings(), scenario.recording(), RunListener.NONE)
            .run(RunListener.NONE)
            .spikes()
            .stream()
            .filter(list -> list.population().equals("out"))
            .findFirst()
            .orElseThrow();
    double[] its = SpikeTrainIndex.of(fired).train(1);
    Explanation explanation = Causes.of(scenario, "out", 1, its[its.length - 1], RunListener.NONE);
    assertEquals(0, explanation.misfit(), 1e-12);
    List<Contribution> together =
        explanation.contributions().stream()
            .filter(each -> each.way().equals("learns") && each.sent() == 30)
            .toList();
    assertEquals(2, together.size());
    together.forEach(each -> assertEquals("pre[2]", each.source()));
    together.forEach(each -> assertEquals(31, each.arrival(), 1e-12));
    // A spike that follows on one of the target is depressed, the second as much again.
    double first = together.get(0).weight();
    double second = together.get(1).weight();
    assertTrue(first > second + 1, first + " pA, then " + second + " pA");
  }

  private static String refused(Engine engine, String text, String population, double time)
      throws ScenarioException {
    Scenario scenario = load(engine, text);
    return assertThrows(MistakeException.class, () -> why(scenario, population, 0, time))
        .getMessage();
  }

  @Test
  void saysWhyItCannotBeSaid() throws Exception {
    String small =
        """
        scenario: x
        time: {step: 0.1 ms, duration: 100 ms}
        neurons:
          a: {size: 2, model: spike_generator, spike_times: [[10 ms], [15 ms, 80 ms]]}
          b: {size: 1, model: MODEL, I_e: 500 pA}
        synapses:
          - {name: in, from: a, to: b, rule: all_to_all, weight: 1 WEIGHT, delay: 1 ms PLASTIC}
        """;
    String current = small.replace("MODEL", "iaf_psc_exp").replace("1 WEIGHT", "1 pA");
    String steady = current.replace("PLASTIC", "");
    String never = refused(Engine.grid, steady, "b", 1);
    assertTrue(never.startsWith("b[0] does not fire at 1 ms: after it at "), never);
    assertEquals(
        "the run ends at 100 ms: expected a spike until then",
        refused(Engine.grid, steady, "b", 101));
    assertTrue(
        refused(
                Engine.grid,
                small
                    .replace("MODEL", "iaf_cond_exp")
                    .replace("1 WEIGHT", "1 nS")
                    .replace("PLASTIC", ""),
                "b",
                50)
            .startsWith("of iaf_cond_exp it cannot be told"));
    assertTrue(
        refused(Engine.grid, steady, "a", 10).startsWith("of spike_generator it cannot be told"));
    String protocol =
        steady.replace(", duration: 100 ms", "") + "protocol: [{phase: p, duration: 100 ms}]\n";
    assertTrue(refused(Engine.grid, protocol, "b", 50).startsWith("the scenario has a protocol"));
  }
}
