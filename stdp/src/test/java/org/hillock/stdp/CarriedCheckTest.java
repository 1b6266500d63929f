package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Carried;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be learnt by gradients, or carried, is refused with a sentence before a run. */
class CarriedCheckTest {

  private static final Carried ERROR = new Carried("error_signal", Carried.Feedback.RANDOM);

  private static final Carried OTHERS =
      new Carried("readout_signal_unnorm", Carried.Feedback.RANDOM);

  private static Projection projection(
      String from, String to, double delay, String rule, Carried carried) {
    return new Projection(
        from + "->" + to,
        new NeuronRange(from, 0, 2),
        new NeuronRange(to, 0, 2),
        new ConnectionRule.AllToAll(),
        Distribution.of(1),
        Distribution.of(delay),
        true,
        true,
        rule == null ? null : new Plasticity(rule, Map.of()),
        null,
        null,
        null,
        carried);
  }

  private static String refusal(double step, Projection... projections) {
    return refusal(step, Map.of(), Map.of(), projections);
  }

  private static String refusal(
      double step,
      Map<String, Double> neurons,
      Map<String, Double> readouts,
      Projection... projections) {
    Network network =
        new Network(
            List.of(
                new Population("plain", 2, "iaf_psc_delta", Map.of()),
                EpropTask.population("rec", 2, "eprop_iaf_bsshslm_2020", neurons),
                EpropTask.population("out", 2, "eprop_readout_bsshslm_2020", readouts)),
            List.of(),
            List.of(projections));
    return refusal(step, network);
  }

  private static String refusal(double step, Network network) {
    return assertThrows(InvalidNetworkException.class, () -> build(step, network)).getMessage();
  }

  private static void build(double step, Network network) {
    RunSettings settings =
        step == 0 ? RunSettings.continuous(0, 10, 1, 1) : new RunSettings(step, 0, 10, 1, 1);
    Recording nothing = new Recording(List.of(), List.of(), List.of(), List.of());
    Engines.build(network, settings, nothing, RunListener.NONE);
  }

  @Test
  void refusesDelaysOfMoreThanAStep() {
    assertEquals(
        "synapses.plain->rec.delay: found 2.0 ms; allowed: one step, 1.0 ms, for"
            + " eprop_bsshslm_2020",
        refusal(1, projection("plain", "rec", 2, "eprop_bsshslm_2020", null)));
    assertEquals(
        "synapses.out->rec.delay: found 2.0 ms; allowed: one step, 1.0 ms, for what carries signals",
        refusal(1, projection("out", "rec", 2, null, ERROR)));
  }

  @Test
  void refusesTargetsWithoutAGradientOrAPlaceForSignals() {
    String models =
        "neurons of eprop_iaf_adapt_bsshslm_2020, eprop_iaf_bsshslm_2020,"
            + " eprop_readout_bsshslm_2020";
    assertEquals(
        "synapses.rec->plain.plasticity.rule: found 'eprop_bsshslm_2020' onto neurons of the model"
            + " iaf_psc_delta; allowed: targets with a gradient, which the rule descends: "
            + models,
        refusal(1, projection("rec", "plain", 1, "eprop_bsshslm_2020", null)));
    assertEquals(
        "synapses.out->plain.to: found neurons of iaf_psc_delta, at which no signals arrive;"
            + " allowed: "
            + models,
        refusal(1, projection("out", "plain", 1, null, ERROR)));
  }

  @Test
  void refusesVariablesThatSourcesDoNotHave() {
    assertEquals(
        "synapses.rec->rec.carries: found 'error_signal' of eprop_iaf_bsshslm_2020; allowed: one of"
            + " [V_m, surrogate_gradient, learning_signal]",
        refusal(1, projection("rec", "rec", 1, null, ERROR)));
  }

  @Test
  void refusesFeedbackThatHasNothingToFollow() {
    Carried symmetric = new Carried("error_signal", Carried.Feedback.SYMMETRIC);
    assertEquals(
        "synapses.out->rec.feedback: found 0 plastic projections from rec[0:2] to out[0:2];"
            + " allowed: one between exactly these neurons, whose weights the feedback follows",
        refusal(
            1,
            projection("out", "rec", 1, null, symmetric),
            projection("rec", "out", 1, null, null)));
  }

  @Test
  void refusesPlasticityOfWhatIsCarried() {
    assertEquals(
        "synapses.out->rec.plasticity: found plasticity of what carries error_signal; allowed: none;"
            + " feedback: symmetric or adaptive follows plastic synapses",
        refusal(1, projection("out", "rec", 1, "eprop_bsshslm_2020", ERROR)));
  }

  @Test
  void refusesLearningThatDiffersBetweenPopulations() {
    Map<String, Map<String, Double>> given =
        Map.of(
            "eprop_update_interval: found 1500.0 ms, and 1000.0 ms of rec",
            Map.of("eprop_update_interval", 1500.0),
            "eprop_learning_window: found 500.0 ms, and 1000.0 ms of rec",
            Map.of("eprop_learning_window", 500.0),
            "eprop_reset_neurons_on_update: found false, and true of rec",
            Map.of("eprop_reset_neurons_on_update", 0.0));
    given.forEach(
        (found, readouts) ->
            assertEquals(
                "neurons.out."
                    + found
                    + "; allowed: the same for all neurons of a network that learn by gradients",
                refusal(1, Map.of(), readouts)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 3.6e9})
  void refusesIntervalsThatAreTooShortOrTooLong(double interval) {
    Map<String, Double> given =
        Map.of("eprop_update_interval", interval, "eprop_learning_window", 3.0);
    String found =
        ".eprop_update_interval: found "
            + interval
            + " ms; allowed: from 4 to 2000000000 steps of 1.0 ms";
    assertEquals(
        "neurons.rec" + found + "\nneurons.out" + found,
        refusal(1, given, given),
        "all of them at once");
  }

  @Test
  void refusesReadoutsThatHearThemselvesAndCountTheirOwnSignalTwice() {
    Map<String, Double> crossEntropy = Map.of("loss", 1.0);
    assertEquals(
        "synapses.out->out.autapses: found readout_signal_unnorm carried from neurons to"
            + " themselves, which count their own already; allowed: autapses: false, and no edge"
            + " from a neuron to itself",
        refusal(1, Map.of(), crossEntropy, projection("out", "out", 1, null, OTHERS)));
  }

  /** Between three readouts, that count more than the squared error of their own. */
  private static Network ofThree(Projection... projections) {
    return new Network(
        List.of(EpropTask.population("out", 3, "eprop_readout_bsshslm_2020", Map.of("loss", 1.0))),
        List.of(),
        List.of(projections));
  }

  private static Projection others(
      int from, int to, int size, ConnectionRule rule, double weight, boolean autapses) {
    return new Projection(
        "out" + from + "->" + to,
        new NeuronRange("out", from, from + size),
        new NeuronRange("out", to, to + size),
        rule,
        Distribution.of(weight),
        Distribution.of(1),
        autapses,
        true,
        null,
        null,
        null,
        null,
        OTHERS);
  }

  @Test
  void takesReadoutsThatHearOneAnotherAndNeverThemselvesAlthoughTheirRangesOverlap() {
    ConnectionRule one = new ConnectionRule.OneToOne();
    ConnectionRule all = new ConnectionRule.AllToAll();
    assertDoesNotThrow(
        () ->
            build(
                1,
                ofThree(
                    others(0, 1, 2, one, 1, true),
                    others(1, 0, 2, one, 1, true),
                    others(0, 2, 1, all, 1, true),
                    others(2, 0, 1, all, 1, true),
                    others(0, 0, 3, one, 1, false),
                    others(0, 0, 3, all, 0, true))));
  }

  @Test
  void refusesReadoutsThatAreJoinedEachWithItself() {
    String refused = refusal(1, ofThree(others(0, 0, 3, new ConnectionRule.OneToOne(), 1, true)));
    assertTrue(refused.startsWith("synapses.out0->0.autapses: found readout_signal"), refused);
  }

  @Test
  void refusesReadoutsThatHearThemselvesByOneOfSomeListedEdges() {
    int[] from = {0, 1};
    int[] to = {1, 0};
    ConnectionRule edges = new ConnectionRule.Explicit(from, to, null, null);
    assertDoesNotThrow(() -> build(1, ofThree(others(0, 0, 3, edges, 1, true))));
    String refused = refusal(1, ofThree(others(0, 1, 2, edges, 1, true)));
    assertTrue(refused.contains("synapses.out0->1.autapses: found readout_signal"), refused);
  }

  @Test
  void refusesFeedbackThatFollowsMorePairsThanAnArrayHolds() {
    int size = 50_000;
    NeuronRange rec = new NeuronRange("rec", 0, size);
    NeuronRange out = new NeuronRange("out", 0, size);
    Network network =
        new Network(
            List.of(
                EpropTask.population("rec", size, "eprop_iaf_bsshslm_2020", Map.of()),
                EpropTask.population("out", size, "eprop_readout_bsshslm_2020", Map.of())),
            List.of(),
            List.of(
                sparse(rec, out, new Plasticity("eprop_bsshslm_2020", Map.of()), null),
                sparse(out, rec, null, new Carried("error_signal", Carried.Feedback.SYMMETRIC))));
    assertEquals(
        "synapses.out->rec.feedback: found 2500000000 pairs of neurons; allowed: at most 2000000000"
            + " where feedback follows plastic synapses",
        refusal(1, network));
  }

  private static Projection sparse(
      NeuronRange from, NeuronRange to, Plasticity plasticity, Carried carried) {
    return new Projection(
        from.population() + "->" + to.population(),
        from,
        to,
        new ConnectionRule.OneToOne(),
        Distribution.of(1),
        Distribution.of(1),
        true,
        true,
        plasticity,
        null,
        null,
        null,
        carried);
  }

  @Test
  void refusesASoftmaxOfReadoutsThatDoNotHearEachOther() {
    Map<String, Double> softmax = Map.of("loss", 1.0);
    String found =
        "neurons.out.loss: found a loss for which neurons need readout_signal_unnorm of each other,"
            + " and ";
    String allowed =
        "; allowed: projections from each to the others, with carries: readout_signal_unnorm,"
            + " autapses: false and weight: 1";
    assertEquals(
        found + "nothing that carries it to out[0]" + allowed,
        refusal(1, Map.of(), softmax, projection("out", "rec", 1, null, ERROR)));
    NeuronRange first = new NeuronRange("out", 0, 1);
    Projection half = projection("out", "out", 1, null, OTHERS);
    Projection toFirst =
        new Projection(
            "part",
            half.source(),
            first,
            half.rule(),
            half.weight(),
            half.delay(),
            false,
            true,
            null,
            null,
            null,
            null,
            OTHERS);
    assertEquals(
        found + "nothing that carries it to out[1]" + allowed,
        refusal(1, Map.of(), softmax, toFirst));
    Population one = EpropTask.population("out", 1, "eprop_readout_bsshslm_2020", softmax);
    assertEquals(
        found
            + "one neuron; allowed: two neurons or more, or another loss, such as mean_squared_error",
        refusal(1, new Network(List.of(one), List.of(), List.of())));
  }

  @Test
  void refusesContinuousTime() {
    assertEquals(
        "synapses.out->rec.carries: found 'error_signal' in continuous time; allowed: a grid, such as"
            + " time.step: 1 ms, since it goes from step to step",
        refusal(0, projection("out", "rec", 1, null, ERROR)));
  }
}
