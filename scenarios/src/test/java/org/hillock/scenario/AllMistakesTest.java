package org.hillock.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.Problem;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.api.Test;

/** Every mistake of a file is told, where it is, and nothing that only follows from one. */
class AllMistakesTest {

  private static final String SOFTMAX =
      """
      scenario: learns
      time: {step: 1 ms, duration: 3 s}
      neurons:
        out: {size: 3, model: eprop_readout_bsshslm_2020, loss: cross_entropy}
      synapses:
        - {from: "out[0:2]", to: "out[2]", rule: all_to_all, SIGNAL}
        - {from: "out[0:2]", to: out, rule: all_to_all, SIGNAL}
        - {from: "out[2]", to: out, rule: all_to_all, SIGNAL}
      """
          .replace("SIGNAL", "carries: readout_signal_unnorm, weight: 1, delay: 1 ms");

  private static final String REWARDED =
      """
      scenario: rewarded
      time: {step: 0.1 ms, duration: 2 s}
      neurons:
        post: {size: 5, model: iaf_psc_exp}
        pre: {size: 20, model: poisson_generator, rate: 10 Hz}
        dop: {size: 3, model: spike_generator, spike_times: [100 ms, 500 ms]}
      synapses:
        - {name: learn, from: pre, to: post, rule: all_to_all, weight: 50 pA, delay: 1.5 ms,
           modulator: dop, plasticity: {rule: stdp_dopamine, tau_n: 200 ms, W_max: 200 pA}}
      record: {modulators: {of: [learn], every: 1 ms}}
      expect:
        - "modulator(learn, n, 102 ms) > 0"
      """;

  private static List<String> mistakes(String text) {
    ScenarioException refused =
        assertThrows(
            ScenarioException.class,
            () ->
                ScenarioLoader.load(
                    new ScenarioSource("x.yaml", text, null), Map.of(), Overrides.NONE));
    return refused.problems().stream().map(Problem::toString).toList();
  }

  private static List<String> changed(String... replaced) {
    String text = REWARDED;
    for (int i = 0; i < replaced.length; i += 2) {
      assertTrue(text.contains(replaced[i]), replaced[i]);
      text = text.replace(replaced[i], replaced[i + 1]);
    }
    return mistakes(text);
  }

  private static void assertOnly(List<String> found, String... beginnings) {
    assertEquals(beginnings.length, found.size(), found.toString());
    for (int i = 0; i < beginnings.length; i++) {
      assertTrue(found.get(i).startsWith(beginnings[i]), found.get(i));
    }
  }

  @Test
  void tellsWhichOfSeveralEntriesWithoutANameIsWrong() {
    String themselves = "found readout_signal_unnorm carried from neurons to themselves";
    assertOnly(
        mistakes(SOFTMAX),
        "x.yaml:7:5: synapses[1].autapses: " + themselves,
        "x.yaml:8:5: synapses[2].autapses: " + themselves);
  }

  @Test
  void readsThePlasticityOfEntriesWhoseSourcesWereNotUnderstood() {
    assertOnly(
        changed(
            "rate: 10 Hz", "rate: -10 Hz", "tau_n:", "tau_nn:", "modulator: dop", "modulator: do"),
        "x.yaml:5:51: neurons.pre.rate: found '-10 Hz'",
        "x.yaml:9:17: synapses[0].modulator: unknown population 'do'",
        "x.yaml:9:55: synapses[0].plasticity.tau_nn: unknown parameter 'tau_nn'");
  }

  @Test
  void readsThePlasticityOfEntriesWhoseTargetsWereNotUnderstoodButForTheUnitOfWeights() {
    assertOnly(
        changed("size: 5", "size: -5", "W_max: 200 pA", "W_max: 200 pA, tau_c: 3 mV"),
        "x.yaml:4:16: neurons.post.size: found '-5'",
        "x.yaml:9:93: synapses[0].plasticity.tau_c: found '3 mV'");
  }

  @Test
  void claimsKeepQuietWhereTheSamplesOfModulatorsWereNotUnderstood() {
    assertOnly(changed("every: 1 ms", "every: 0"), "x.yaml:10:43: record.modulators.every: found");
    assertOnly(changed("every: 1 ms", "every: -1 ms"), "x.yaml:10:43: record.modulators.every:");
    assertOnly(changed("every: 1 ms", "every: 1 mV"), "x.yaml:10:43: record.modulators.every:");
  }

  @Test
  void asksWhenModulatorsAreToBeSampled() {
    assertOnly(
        changed(", every: 1 ms", ""),
        "x.yaml:10:22: record.modulators: found neither 'every' nor 'at'; expected one of them");
  }

  @Test
  void showsWhatStandsInPlaceOfATraceOrAStateVariable() {
    assertOnly(
        changed("learn, n, 102", "learn, 3, 102"),
        "x.yaml:12:23: expect[0]: found 3 in 'modulator(learn, 3, 102 ms) > 0'; expected a trace of");
  }

  @Test
  void saysHowALearningWindowThatIsTooLongIsMended() {
    assertOnly(
        mistakes(SOFTMAX.replace("loss:", "eprop_update_interval: 100 ms, loss:")),
        "x.yaml:4:8: neurons.out: eprop_learning_window, 1000.0 ms, is longer than"
            + " eprop_update_interval, 100.0 ms; set eprop_learning_window to that or less");
  }
}
